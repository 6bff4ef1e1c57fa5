/** Units of one variant in one shop, as the hub counts them. */
export interface HubStock {
  readonly onHand: number;
  /** Under holds that the hub has applied. */
  readonly reserved: number;
  /** Held back from promises. */
  readonly safety: number;
  /** One entry a device: rights given to it, and those of them that are under applied holds. */
  readonly grants: readonly { readonly granted: number; readonly spent: number }[];
}

/**
 * Units that the hub may still promise or grant: on hand, less held, less safety stock, less rights that devices have not
 * spent yet. Negative when a recount found fewer units than are promised.
 */
export function hubFree({ onHand, reserved, safety, grants }: HubStock): number {
  const unspent = grants.reduce((sum, { granted, spent }) => sum + granted - spent, 0);
  return onHand - reserved - safety - unspent;
}

/** Fewer than this, or than there are holders with a part left over, are scarce: split, they would serve no one. */
const fewestShared = 4;

/** Whether the units of a variant stay in one hand. `devices` are those of the shop. */
export const isScarce = (free: number, devices: number): boolean =>
  free < Math.max(fewestShared, devices + 2);

/**
 * Rights that a device gets at the beginning of a lease: an equal share among the shop's devices, the hub (web shop) and one
 * part left for whoever runs out first. `devices` counts the one that asks. Scarce units stay with the hub, or go to the
 * shop's leading device, which can promise them when the network is gone.
 */
export function initialGrant(
  free: number,
  { devices, takesScarce }: { readonly devices: number; readonly takesScarce: boolean },
): number {
  if (free <= 0) return 0;
  if (isScarce(free, devices)) return takesScarce ? free : 0;
  return Math.floor(free / (Math.max(1, devices) + 2));
}

/** What a device knows of a variant: the hub's row, and what it did itself since. */
export interface DeviceStock {
  readonly onHand: number;
  readonly reserved: number;
  readonly safety: number;
  readonly granted: number;
  /** Units of the grant under holds that the hub has applied and that have not ended there. */
  readonly spent: number;
  /** Units under holds made here that the row does not include yet. */
  readonly pending: number;
  /** Units under holds made here that the row includes and that have not ended here. */
  readonly active: number;
}

/**
 * Units that a device may promise by itself: rights that are neither spent at the hub nor under a hold that still runs here
 * (the hub may have ended one already, by its own clock), and never more than the shop has (a recount may have found fewer).
 */
export function devicePromisable(stock: DeviceStock): number {
  const unspent = stock.granted - Math.max(stock.spent, stock.active) - stock.pending;
  const there = stock.onHand - stock.reserved - stock.safety - stock.pending;
  return Math.max(0, Math.min(unspent, there));
}
