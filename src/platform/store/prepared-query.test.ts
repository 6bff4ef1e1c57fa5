import { expect, test } from 'vitest';
import { prepareQuery } from './prepared-query.ts';
import { openKioskFile } from './testing/samples.ts';

test('makes its text once, and takes each time the parameters that it is given', async () => {
  const { query } = openKioskFile();
  let built = 0;
  const put = prepareQuery((on, { code, document }: { code: string; document: string }) => {
    built += 1;
    return on
      .insertInto('offer')
      .values({ code, document, generation: 0 })
      .onConflict((conflict) => conflict.column('code').doUpdateSet({ document }));
  });
  const find = prepareQuery((on, { code }: { code: string }) =>
    on.selectFrom('offer').select('document').where('code', '=', code),
  );
  await put(query, { code: 'ONE', document: '1' });
  await put(query, { code: 'TWO', document: '2' });
  await put(query, { code: 'ONE', document: '3' });
  expect(built).toBe(1);
  expect(await find(query, { code: 'ONE' })).toEqual([{ document: '3' }]);
  expect(await find(query, { code: 'TWO' })).toEqual([{ document: '2' }]);
  expect(await find(query, { code: 'THREE' })).toEqual([]);
});
