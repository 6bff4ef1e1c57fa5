import type { Logger } from 'pino';
import type { Language } from '../../contracts/primitives.ts';
import type { SalesAgent } from '../../core/agent/planner.ts';
import type { Shop } from '../../core/shop.ts';
import type { HubDatabase } from '../../platform/hub-store/hub-database.ts';
import type { HubIdentity } from '../../platform/hub-store/hub-identity.ts';
import type { ClientAddress } from '../http/client-address.ts';
import type { SettleOptions } from '../payments/settle-payment.ts';
import type { SessionDesk } from '../sessions/session-desk.ts';
import type { Translate } from './translate.ts';

/** What the pages are made from. */
export interface WebParts {
  readonly hub: HubDatabase;
  readonly identity: HubIdentity;
  readonly shop: Shop;
  readonly sessions: SessionDesk;
  readonly settle: SettleOptions;
  readonly agent: SalesAgent;
  readonly translate: (language: Language) => Translate;
  readonly brand: string;
  readonly publicUrl: () => string;
  readonly log: Logger;
  readonly clientAddress: ClientAddress;
  /** Open event streams, to be closed at the end. */
  readonly lines: Set<() => void>;
  /** Whether messages only appear on the inbox page, which then may show what is for phones' eyes. */
  readonly simulatedInbox: boolean;
}
