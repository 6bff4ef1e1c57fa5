import type { Result } from '../../contracts/result.ts';

export type MessageKind =
  | 'one-time-code'
  | 'payment-link'
  | 'order-confirmation'
  | 'back-in-stock'
  | 'phone-link';

/** A message to a shopper's own phone. */
export interface OutgoingMessage {
  /** UUID; the same id is delivered once. */
  readonly messageId: string;
  readonly channel: 'whatsapp' | 'sms';
  /** E.164. */
  readonly to: string;
  readonly kind: MessageKind;
  readonly text: string;
}

/** Carries messages to phones. */
export interface Messenger {
  readonly name: 'simulated' | 'whatsapp';
  /** `timeout` and `offline` are worth another try; other failures are not. */
  send(message: OutgoingMessage): Promise<Result<void>>;
}
