import type { CommitMoment, CrashKind } from '../world/disk.ts';
import type { Sku } from '../world/templates.ts';

/** When a process dies: at once, or around one of its next commits. */
export interface CrashTime {
  readonly commit: number;
  readonly moment: CommitMoment;
}

/**
 * What people do. `kiosk` counts from 1, the till behind the last one; `visitor` is one of a few who stand there; `which` chooses
 * among what there is. Times in milliseconds.
 */
export type Deed =
  | {
      readonly kind: 'hold';
      readonly kiosk: number;
      readonly visitor: number;
      readonly sku: Sku;
      readonly quantity: number;
    }
  | { readonly kind: 'cancel'; readonly kiosk: number; readonly which: number }
  /** Someone wants more time with a hold. */
  | { readonly kind: 'extend'; readonly kiosk: number; readonly which: number }
  | { readonly kind: 'leave'; readonly kiosk: number; readonly visitor: number }
  /** An associate's step with a reserved piece. */
  | {
      readonly kind: 'step';
      readonly kiosk: number;
      readonly which: number;
      readonly to: 'picked' | 'handed-over' | 'returned';
    }
  /** A recount finds so many more pieces (a delivery) or fewer (a theft). */
  | { readonly kind: 'recount'; readonly kiosk: number; readonly sku: Sku; readonly difference: number }
  | { readonly kind: 'sell'; readonly kiosk: number; readonly sku: Sku; readonly quantity: number }
  | { readonly kind: 'web-hold'; readonly visitor: number; readonly sku: Sku; readonly quantity: number }
  | { readonly kind: 'web-cancel'; readonly which: number }
  | { readonly kind: 'web-extend'; readonly which: number };

/** What goes wrong. */
export type Fault =
  | { readonly kind: 'cut'; readonly kiosk: number; readonly lasts: number }
  | { readonly kind: 'bad-line'; readonly kiosk: number; readonly lasts: number }
  | {
      readonly kind: 'kiosk-crash';
      readonly kiosk: number;
      readonly how: CrashKind;
      /** Null: right away, between two events. */
      readonly at: CrashTime | null;
      readonly down: number;
    }
  | {
      readonly kind: 'hub-crash';
      readonly how: CrashKind;
      readonly at: CrashTime | null;
      readonly down: number;
    }
  /** Someone keeps a copy of the hub's file. */
  | { readonly kind: 'hub-backup' }
  /** The hub's disk is gone: it is started over the last copy, if there is one. */
  | { readonly kind: 'hub-restore'; readonly down: number }
  | { readonly kind: 'clock-jump'; readonly kiosk: number; readonly by: number }
  /** Milliseconds gained a second. */
  | { readonly kind: 'clock-drift'; readonly kiosk: number; readonly perSecond: number };

export interface PlanItem {
  /** Virtual milliseconds from the run's start. */
  readonly time: number;
  readonly what: Deed | Fault;
}

const faults: ReadonlySet<string> = new Set([
  'cut',
  'bad-line',
  'kiosk-crash',
  'hub-crash',
  'hub-backup',
  'hub-restore',
  'clock-jump',
  'clock-drift',
] satisfies Fault['kind'][]);

export const isFault = (what: Deed | Fault): what is Fault => faults.has(what.kind);

/** All that a run is decided by. Items are in the order of their time; taking some away leaves the others as they are. */
export interface Plan {
  readonly seed: number;
  readonly kiosks: number;
  /** Whether a till stands beside them. */
  readonly till: boolean;
  /** Units of each variant that the shop begins with. */
  readonly stock: Readonly<Record<Sku, number>>;
  /** Who may promise what is too little to share. */
  readonly scarce: 'hub' | 'lead';
  readonly items: readonly PlanItem[];
}
