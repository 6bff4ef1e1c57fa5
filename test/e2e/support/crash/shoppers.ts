import type { Page } from 'playwright-core';
import type { KioskCall, KioskRequest, KioskResponse } from '../../../../src/contracts/kiosk-ipc.ts';
import { pick } from '../../../support/seeded.ts';
import type { Ledger } from './ledger.ts';

/** Numbers that shopper and associate say to one another end at 99 a kiosk; so many holds may stand at once. */
const mostStanding = 60;

export interface Shopping {
  readonly page: Page;
  readonly ledger: Ledger;
  readonly skus: readonly string[];
  readonly random: () => number;
  readonly signal: AbortSignal;
  /** Hears of every answer to a reservation or cancellation, yes and no alike. */
  readonly onAnswer: () => void;
}

/** Undefined when the kiosk died before it answered. */
async function ask<C extends KioskCall>(
  page: Page,
  name: C,
  request: KioskRequest<C>,
): Promise<KioskResponse<C> | undefined> {
  try {
    // The bridge's types are generic over the call; what goes through `evaluate` is not.
    const answer: unknown = await page.evaluate(
      ([call, body]) => window.aisle.call(call as 'kiosk.state', body as Record<string, never>),
      [name, request] as const,
    );
    return answer as KioskResponse<C>;
  } catch {
    return undefined;
  }
}

/**
 * Guests, one after the other, who reserve and cancel through the page's own bridge as fast as the kiosk answers; until the
 * signal, or until the kiosk is gone.
 */
export async function shopAtSpeed(shopping: Shopping): Promise<void> {
  const { page, ledger, skus, random, signal, onAnswer } = shopping;
  while (!signal.aborted) {
    const guest = await ask(page, 'session.start-guest', { language: 'en' });
    if (guest === undefined) return;
    const own: string[] = [];
    for (let left = 1 + Math.floor(random() * 4); left > 0 && !signal.aborted; left -= 1) {
      const quantity = random() < 0.2 ? 2 : 1;
      const made = await ask(page, 'reservation.make', { sku: pick(random, skus), quantity });
      if (made === undefined) return;
      onAnswer();
      if (made.ok) {
        ledger.made(made.value);
        own.push(made.value.reservationId);
      } else ledger.refused(made.failure.reason ?? made.failure.kind);
    }
    for (const reservationId of own) {
      if (signal.aborted) return;
      if (random() < 0.2 && ledger.standing().length < mostStanding) continue;
      ledger.cancelling(reservationId);
      const cancelled = await ask(page, 'reservation.cancel', { reservationId });
      if (cancelled === undefined) return;
      onAnswer();
      if (cancelled.ok) ledger.cancelled(reservationId);
      else ledger.refused(`cancel: ${cancelled.failure.reason ?? cancelled.failure.kind}`);
    }
  }
}
