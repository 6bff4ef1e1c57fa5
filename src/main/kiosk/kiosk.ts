import type { KioskState } from '../../contracts/kiosk-ipc.ts';
import type { Actor, Shop } from '../../core/shop.ts';
import type { AgentDesk } from './agent-desk.ts';
import type { Entrance } from './entrance.ts';
import type { SessionDesk } from './session-desk.ts';
import type { StaffDesk } from './staff-desk.ts';
import type { StaffDoor } from './staff-door.ts';
import type { StaffFloor } from './staff-floor.ts';

/** The running kiosk as its calls see it. */
export interface Kiosk {
  readonly shop: Shop;
  readonly desk: SessionDesk;
  readonly entrance: Entrance;
  readonly agentDesk: AgentDesk;
  readonly staffDoor: StaffDoor;
  readonly staffDesk: StaffDesk;
  readonly staffFloor: StaffFloor;
  state(): Promise<KioskState>;
  /** The shop that this kiosk stands in; undefined before pairing. */
  storeId(): string | undefined;
  /** Who looks around: the shopper, or nobody yet. */
  browsingActor(): Actor;
  isCataloguePicture(source: string): Promise<boolean>;
  /** Resolves when there is a shop to show, or when it is clear that none will come soon. */
  shopKnown(): Promise<void>;
  /** Pairs if need be, and follows the hub. */
  start(): void;
  closed(): boolean;
  /** Ends the session, hands back what can be, closes the store. */
  close(): Promise<void>;
}
