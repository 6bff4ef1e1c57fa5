import { isPromised } from './facts.ts';
import type { Violation } from './violation.ts';

/** A promise to a person: so many units of a variant are kept for them. */
interface Pledge {
  readonly id: string;
  /** The machine that gave it and answers for it: a kiosk's name, or `hub` for the web shop. */
  readonly holder: string;
  readonly sku: string;
  readonly quantity: number;
  /** Milliseconds since 1970 by the holder's clock. */
  expiresAt: number;
  /** The end that the person was last told of, by the holder's clock; undefined where the holder may have forgotten it. */
  toldUntil: number | undefined;
  /** Virtual time at which it has lasted as long as was promised. */
  lastsUntil: number;
  /** Where the person was told; undefined while no one was. */
  sessionId: string | undefined;
  state: 'kept' | 'ended';
  /** Whether its holder has told someone that it is over: then that is durable. */
  endTold: boolean;
  /** Whether the person was told. */
  acknowledged: boolean;
  /** Whether the person asked to end it. */
  cancelled: boolean;
  /** Whether an associate has put the piece back on its rail. */
  returned: boolean;
  /** Whether an associate has gone for the piece. */
  takenOn: boolean;
  /** Whether its holder may have forgotten what became of it. */
  doubtful: boolean;
  /** Whether its holder has forgotten that it ended: until someone says so again its table has it, and no one waits for it. */
  endForgotten: boolean;
}

/** The clocks by which a holder may end a promise. */
export interface HolderClocks {
  /** The holder's own, milliseconds since 1970. */
  readonly wall: number;
  /** Virtual milliseconds: the truth. */
  readonly time: number;
  /** Someone has set the holder's clock back: it may take its rights for lapsed, and end everything that it promised by them. */
  readonly distrusted: boolean;
  /** The hub's: it ends what a silent device does not. */
  readonly hubWall: number;
}

/** What the ledger wants to know of a reservation. */
export interface HoldFacts {
  readonly reservationId: string;
  readonly sku: string;
  readonly quantity: number;
  readonly state: string;
  readonly expiresAt: number;
}

/**
 * What people have been told, kept by the harness outside of every machine. It believes acknowledgements, and looks into the
 * holder's table only for what was made durable without anyone hearing of it, and for what ends by itself; it never takes over
 * one of the engine's sums.
 */
export interface Ledger {
  /** Someone was told that these units are theirs. */
  pledge(
    holder: string,
    row: HoldFacts,
    told: { readonly sessionId: string; readonly clocks: HolderClocks },
  ): void;
  askedToCancel(reservationId: string): void;
  /** Someone was told that it lasts until then, milliseconds since 1970 by the holder's clock. */
  told(reservationId: string, until: number): void;
  /**
   * An associate goes for the piece or hands it over, at a machine that may not have heard that the hold is over: then the hub may let
   * it go on, as long as no one else was promised the units.
   */
  takeOn(reservationId: string): void;
  /** An associate puts the piece back, at whatever machine. */
  putBack(reservationId: string): void;
  /**
   * The holder was restored from a copy, and has forgotten what it alone knew since: pledges made, and those ended. What its
   * table says next is taken for the truth, but for what people know to be over.
   */
  doubt(holder: string): void;
  /**
   * The holder, a device, has lost what was not synced: ends that it had from the hub's feed, and had told to no one, may be forgotten
   * until the hub says them again.
   */
  powerCut(holder: string): void;
  /** Someone was told that it is over. Nothing happens to what this holder has not pledged. */
  endAcknowledged(holder: string, reservationId: string): void;
  /** Compares with the holder's own rows, all of them. */
  compare(holder: string, rows: readonly HoldFacts[], clocks: HolderClocks): Violation | undefined;
  /** Kept by a holder and told to someone, oldest first, with the session that it was told in. */
  keptBy(holder: string): readonly { readonly id: string; readonly sessionId: string }[];
  kept(sku: string): number;
  describe(sku: string): string;
}

/** How long the hub waits for a device to end its own hold. As in `hub-shop-transaction.ts`. */
export const deviceSilenceMs = 2 * 60_000;
/** Clocks that count the same time differ by so much, milliseconds and parts. */
const clockSlackMs = 5_000;

/** Whether any clock that may end a promise says that its time is over. */
const isOver = (
  { expiresAt, lastsUntil }: Pledge,
  { wall, time, distrusted, hubWall }: HolderClocks,
): boolean =>
  distrusted ||
  wall >= expiresAt ||
  time >= lastsUntil - clockSlackMs ||
  hubWall >= expiresAt + deviceSilenceMs;

/** The person got more time. */
function prolong(pledge: Pledge, { expiresAt }: HoldFacts, { time, wall }: HolderClocks): void {
  if (expiresAt === pledge.expiresAt) return;
  pledge.expiresAt = expiresAt;
  pledge.lastsUntil = time + expiresAt - wall;
}

/** `now` gives virtual milliseconds: the truth. */
export function createLedger(now: () => number): Ledger {
  const pledges = new Map<string, Pledge>();
  const byHolder = new Map<string, Map<string, Pledge>>();

  const add = (holder: string, row: HoldFacts, acknowledged: boolean, clocks: HolderClocks): Pledge => {
    const pledge: Pledge = {
      id: row.reservationId,
      holder,
      sku: row.sku,
      quantity: row.quantity,
      expiresAt: row.expiresAt,
      toldUntil: undefined,
      lastsUntil: clocks.time + row.expiresAt - clocks.wall,
      sessionId: undefined,
      state: 'kept',
      endTold: false,
      acknowledged,
      cancelled: false,
      returned: false,
      takenOn: false,
      doubtful: false,
      endForgotten: false,
    };
    pledges.set(pledge.id, pledge);
    const own = byHolder.get(holder) ?? new Map<string, Pledge>();
    byHolder.set(holder, own.set(pledge.id, pledge));
    return pledge;
  };
  /** What people count on: a hold that has run out while its machine was down is in its table, and no one's any more. */
  const standing = (sku: string): readonly Pledge[] =>
    [...pledges.values()].filter(
      (pledge) => pledge.sku === sku && pledge.state === 'kept' && now() < pledge.lastsUntil - clockSlackMs,
    );
  const words = ({ quantity, sku, holder }: Pledge): string => `${quantity} of ${sku} by ${holder}`;

  /** What the row says against what is known; undefined when both agree or the change is a lawful one. */
  const follow = (pledge: Pledge, row: HoldFacts, clocks: HolderClocks): Violation | undefined => {
    if (pledge.doubtful) {
      pledge.doubtful = false;
      pledge.endForgotten = pledge.state === 'ended' && isPromised(row);
      if (!isPromised(row)) pledge.state = 'ended';
      return undefined;
    }
    if (isPromised(row)) {
      if (pledge.endForgotten) return undefined;
      if (pledge.toldUntil !== undefined && row.expiresAt < pledge.toldUntil) {
        return { invariant: 'lost', message: `The time that was given with ${words(pledge)} was lost.` };
      }
      if (pledge.state === 'kept' || pledge.takenOn) {
        pledge.state = 'kept';
        prolong(pledge, row, clocks);
        return undefined;
      }
      return { invariant: 'lost', message: `The end of ${words(pledge)} was lost: it is held again.` };
    }
    pledge.endForgotten = false;
    if (pledge.state === 'ended') return undefined;
    const lawful =
      (row.state === 'cancelled' && pledge.cancelled) ||
      (row.state === 'returned' && pledge.returned) ||
      (row.state === 'expired' && isOver(pledge, clocks));
    pledge.state = 'ended';
    if (lawful) return undefined;
    return {
      invariant: 'broken promise',
      message: `${words(pledge)} is ${row.state}, and no one asked for that.`,
    };
  };

  return {
    pledge: (holder, row, { sessionId, clocks }) => {
      const pledge = pledges.get(row.reservationId) ?? add(holder, row, true, clocks);
      pledge.acknowledged = true;
      pledge.sessionId = sessionId;
    },
    told: (id, until) => {
      const pledge = pledges.get(id);
      if (pledge) pledge.toldUntil = until;
    },
    askedToCancel: (id) => {
      const pledge = pledges.get(id);
      if (pledge) pledge.cancelled = true;
    },
    takeOn: (id) => {
      const pledge = pledges.get(id);
      if (pledge) pledge.takenOn = true;
    },
    putBack: (id) => {
      const pledge = pledges.get(id);
      if (pledge) pledge.returned = true;
    },
    doubt: (holder) => {
      for (const pledge of byHolder.get(holder)?.values() ?? []) {
        pledge.doubtful = true;
        pledge.toldUntil = undefined;
      }
    },
    powerCut: (holder) => {
      for (const pledge of byHolder.get(holder)?.values() ?? []) {
        if (pledge.state === 'ended' && !pledge.endTold) pledge.endForgotten = true;
      }
    },
    endAcknowledged: (holder, id) => {
      const pledge = byHolder.get(holder)?.get(id);
      if (pledge) Object.assign(pledge, { state: 'ended', endTold: true });
    },
    compare: (holder, rows, clocks) => {
      const there = new Set<string>();
      for (const row of rows) {
        there.add(row.reservationId);
        const known = pledges.get(row.reservationId);
        if (known === undefined) {
          if (isPromised(row)) add(holder, row, false, clocks);
          continue;
        }
        const violation = follow(known, row, clocks);
        if (violation) return violation;
      }
      for (const pledge of byHolder.get(holder)?.values() ?? []) {
        if (pledge.state === 'ended' || there.has(pledge.id)) continue;
        pledge.state = 'ended';
        // Wiped after an end that no one heard of, in a crash between the two.
        const lawful = pledge.cancelled || pledge.returned || pledge.doubtful || isOver(pledge, clocks);
        if (pledge.acknowledged && !lawful) {
          return {
            invariant: 'lost',
            message: `${words(pledge)} was acknowledged and is not there any more.`,
          };
        }
      }
      return undefined;
    },
    keptBy: (holder) =>
      [...(byHolder.get(holder)?.values() ?? [])].flatMap(({ state, id, sessionId }) =>
        state === 'kept' && sessionId !== undefined ? [{ id, sessionId }] : [],
      ),
    kept: (sku) => standing(sku).reduce((sum, { quantity }) => sum + quantity, 0),
    describe: (sku) =>
      standing(sku)
        .map(({ quantity, holder }) => `${quantity} by ${holder}`)
        .join(', '),
  };
}
