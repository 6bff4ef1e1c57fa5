import type { CustomerGlimpse, Session } from '../../contracts/session.ts';

/** Whom the session belongs to. A code that was opened without the hub proves nobody, whatever the session's row says. */
export const knownCustomer = ({ trust, customer }: Session): CustomerGlimpse | null =>
  trust === 'capsule' ? null : customer;
