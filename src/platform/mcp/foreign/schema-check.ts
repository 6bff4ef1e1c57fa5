import { createContext, Script } from 'node:vm';
import type { ClientOptions } from '@modelcontextprotocol/client';
import { AjvJsonSchemaValidator } from '@modelcontextprotocol/client/validators/ajv';

/** A check by a plain schema takes a few, the first one 30. */
const longestMs = 200;

const room = createContext({});
const script = new Script('work()');

/**
 * Patterns and references of a stranger's schema can take longer than anyone lives; in a context of its own, work can be
 * broken off from outside. Throws then, and whatever `work` throws.
 */
function inTime<T>(work: () => T): T {
  room.work = work;
  try {
    return script.runInContext(room, { timeout: longestMs });
  } finally {
    room.work = undefined;
  }
}

/** What is wrong with a value by a JSON Schema; undefined when nothing is. Throws for a schema that is none. */
export function schemaProblem(schema: Readonly<Record<string, unknown>>, value: unknown): string | undefined {
  return inTime(() => new AjvJsonSchemaValidator().getValidator(schema)(value).errorMessage);
}

/** For the SDK's client. A schema is read when it is needed, so that a bad one among thousands costs nothing. */
export const boundedValidator: NonNullable<ClientOptions['jsonSchemaValidator']> = {
  getValidator<T>(schema: Readonly<Record<string, unknown>>) {
    return (input: unknown) => {
      const problem = schemaProblem(schema, input);
      return problem === undefined
        ? { valid: true as const, data: input as T, errorMessage: undefined }
        : { valid: false as const, data: undefined, errorMessage: problem };
    };
  },
};
