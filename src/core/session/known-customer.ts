import { fail, type Result } from '../../contracts/result.ts';
import type { CustomerGlimpse, Session } from '../../contracts/session.ts';

/** Whom the session belongs to. A code that was opened without the hub proves nobody, whatever the session's row says. */
export const knownCustomer = ({ trust, customer }: Session): CustomerGlimpse | null =>
  trust === 'capsule' ? null : customer;

/** What belongs to a person needs to know the person: a guest, or a code opened without the hub, is not known. */
export function signInFirst(what: string): Result<never> {
  return fail(
    'denied',
    `${what} belong to an account. Scan the code from your phone or use your phone number to open yours.`,
    { reason: 'not-signed-in' },
  );
}
