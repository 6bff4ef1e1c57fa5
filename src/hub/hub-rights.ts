import { fail } from '../contracts/result.ts';
import type { Rights } from '../core/ports/operations.ts';

/** The hub holds what no device was given: there is no one else to ask. */
export const hubRights: Rights = {
  acquire: async () =>
    fail('conflict', 'There are not that many left to promise.', { reason: 'not-promisable' }),
};
