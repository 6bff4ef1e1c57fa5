import type { Compilable, CompiledQuery } from 'kysely';
import type { Query } from './open-database.ts';

/** Stands for a parameter while the text is made. */
class Placeholder {
  constructor(readonly name: string | symbol) {}
}

const placeholders = new Proxy({}, { get: (_, name) => new Placeholder(name) });

/**
 * A query of a hot path: kysely makes its text once for each kind of database, which otherwise costs several times what running it
 * does. `build` takes single parameters and hands them on as they are: at that time they are stand-ins.
 */
export function prepareQuery<Parameters extends object, Row>(
  build: (query: Query, parameters: Parameters) => Compilable<Row>,
): (query: Query, parameters: Parameters) => Promise<readonly Row[]> {
  const texts = new WeakMap<object, CompiledQuery<Row>>();
  return async (query, parameters) => {
    const { adapter } = query.getExecutor();
    let text = texts.get(adapter);
    if (text === undefined) {
      text = build(query, placeholders as Parameters).compile();
      texts.set(adapter, text);
    }
    const values = text.parameters.map((value) =>
      value instanceof Placeholder ? Reflect.get(parameters, value.name) : value,
    );
    return (await query.executeQuery<Row>({ ...text, parameters: values })).rows;
  };
}
