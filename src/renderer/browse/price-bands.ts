import type { SearchQuery } from '../../contracts/catalogue.ts';
import { currencyDigits } from '../../contracts/money.ts';

/** Upper ends of the price choices in whole units; the last band is open. */
const steps: Readonly<Record<string, readonly number[]>> = {
  INR: [1000, 2000, 4000, 8000],
  AED: [50, 100, 200, 400],
};
const otherSteps = [25, 50, 100, 200];

export interface PriceBand {
  /** Minor units; null where open. */
  readonly from: number | null;
  readonly to: number | null;
}

export function priceBands(currency: string): readonly PriceBand[] {
  const unit = 10 ** currencyDigits(currency);
  const ends = (steps[currency] ?? otherSteps).map((end) => end * unit);
  return [
    ...ends.map((to, place) => ({ from: ends[place - 1] ?? null, to })),
    { from: ends.at(-1) ?? null, to: null },
  ];
}

/** The query with every key that is undefined left out, so that equal queries look equal. */
export function withBand(query: SearchQuery, band: PriceBand | null): SearchQuery {
  const { minimumPrice: _from, maximumPrice: _to, ...rest } = query;
  return {
    ...rest,
    ...(band?.from != null ? { minimumPrice: band.from } : {}),
    ...(band?.to != null ? { maximumPrice: band.to } : {}),
  };
}
