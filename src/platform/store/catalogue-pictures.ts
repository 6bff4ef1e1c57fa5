import type { Database } from './open-database.ts';

/** Whether some product of the catalogue has this picture: only such addresses may be fetched. */
export function createPictureCheck({ connection }: Database): (source: string) => boolean {
  const find = connection.prepare<{ found: number }>(
    'SELECT 1 AS found FROM product WHERE instr(document, ?) > 0 LIMIT 1',
  );
  return (source) => find.first(JSON.stringify(source)) !== undefined;
}
