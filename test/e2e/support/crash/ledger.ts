import type { ReservationView } from '../../../../src/contracts/reservation.ts';

/** A hold that a kiosk said yes to. */
export interface Promised {
  readonly reservationId: string;
  readonly sku: string;
  readonly quantity: number;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  /** Whether its end was acknowledged, asked for without an answer, or never asked for. */
  readonly cancelled: 'yes' | 'asked' | 'no';
}

/** What one kiosk has acknowledged, written down outside of it the moment it did. */
export interface Ledger {
  made(view: ReservationView): void;
  /** To be written before the kiosk is asked. */
  cancelling(reservationId: string): void;
  cancelled(reservationId: string): void;
  refused(reason: string): void;
  all(): readonly Promised[];
  /** Those that nobody asked to end. */
  standing(): readonly Promised[];
  /** What was said no to, by reason. */
  refusals(): Readonly<Record<string, number>>;
}

export function createLedger(): Ledger {
  const promised = new Map<string, Promised>();
  const refusals: Record<string, number> = {};
  const mark = (reservationId: string, cancelled: Promised['cancelled']): void => {
    const known = promised.get(reservationId);
    if (known) promised.set(reservationId, { ...known, cancelled });
  };
  return {
    made: ({ reservationId, sku, quantity, expiresAt }) => {
      const cancelled = promised.get(reservationId)?.cancelled ?? 'no';
      promised.set(reservationId, {
        reservationId,
        sku,
        quantity,
        expiresAt: Date.parse(expiresAt),
        cancelled,
      });
    },
    cancelling: (reservationId) => mark(reservationId, 'asked'),
    cancelled: (reservationId) => mark(reservationId, 'yes'),
    refused: (reason) => {
      refusals[reason] = (refusals[reason] ?? 0) + 1;
    },
    all: () => [...promised.values()],
    standing: () => [...promised.values()].filter(({ cancelled }) => cancelled === 'no'),
    refusals: () => refusals,
  };
}
