import { succeed } from '../../contracts/result.ts';
import type { PaymentDesk } from '../../core/ports/operations.ts';
import type { HubClient } from './hub-client.ts';

/** Payment links made and followed by the hub. */
export const createHubPaymentDesk = (hub: HubClient): PaymentDesk => ({
  create: (paymentId, sessionId) => hub.call('createPayment', { paymentId, sessionId }),
  read: (paymentId) => hub.call('readPayment', { paymentId }),
  cancel: (paymentId) => hub.call('cancelPayment', { paymentId }),
  send: async (paymentId) => {
    const sent = await hub.call('sendPayment', { paymentId });
    return sent.ok ? succeed(undefined) : sent;
  },
});
