import type { Result } from '../../contracts/result.ts';
import type { CatalogueReader } from '../ports/catalogue.ts';
import type { Environment } from '../ports/environment.ts';
import type {
  AssociateCalls,
  Operations,
  OrderChanges,
  OtherShops,
  PaymentDesk,
  PhoneLinks,
  Rights,
} from '../ports/operations.ts';
import type { ShopStore } from '../ports/shop-store.ts';
import type { Serial } from './serial.ts';

/** What a root hands to `createShop`. */
export interface ShopPorts {
  readonly catalogue: CatalogueReader;
  readonly store: ShopStore;
  readonly operations: Operations;
  readonly rights: Rights;
  readonly paymentDesk: PaymentDesk;
  /** Absent where orders are only looked at. */
  readonly orderChanges?: OrderChanges | undefined;
  /** Absent where pieces of every shop can be promised: on the hub. */
  readonly otherShops?: OtherShops | undefined;
  /** Absent where no associate is near: on the web. */
  readonly associates?: AssociateCalls | undefined;
  /** Absent where no browser can open a session. */
  readonly phoneLinks?: PhoneLinks | undefined;
  readonly environment: Environment;
  /** Sends what waits in the outbox and waits until the hub has it; absent where there is no outbox. */
  readonly flush?: (() => Promise<Result<void>>) | undefined;
}

/** Ports and what the services of one shop share. */
export interface ShopParts extends ShopPorts {
  /** One change of a session at a time: what was looked at still holds when it is acted on. */
  readonly inTurn: Serial;
}
