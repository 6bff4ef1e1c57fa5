/** What a promise costs, alone and while the whole shop changes, and a restart on a warm file; against the least it can cost. */
import { measureStore } from './support/store/measure.ts';

const variantCount = 100_000;
const rounds = 3;

export const title = `store: reservations and restart, ${variantCount} variants`;

export async function run(): Promise<readonly string[]> {
  const { aisle, json } = await measureStore(variantCount, rounds);
  const { reservation, append, busyReservation, busyBlocks } = aisle;
  const pair = ({ p50, p95 }: { readonly p50: number; readonly p95: number }): string =>
    `p50 ${p50.toFixed(2)} ms, p95 ${p95.toFixed(2)} ms`;
  const restart = (name: string, ms: number): string =>
    `  ${name.padEnd(40)} ${(ms / 1000).toFixed(2)} s, ${(ms / aisle.restart).toFixed(1)} x`;
  return [
    'one reservation through the shop: check, number, hold, outbox, durable',
    `  Aisle                                    ${pair(reservation)}`,
    `  bare append with fdatasync, in turns     ${pair(append)}`,
    `  Aisle to the bare append                 p50 ${(reservation.p50 / append.p50).toFixed(2)} x, p95 ${(reservation.p95 / append.p95).toFixed(2)} x`,
    `  lowdb, one change and its write, no sync ${json.variant.oneChange.toFixed(0)} ms`,
    'the same while the hub changes every product and every figure of the shop',
    `  Aisle                                    ${pair(busyReservation)}, most ${busyReservation.most.toFixed(1)} ms`,
    `  longest block of the main thread         ${busyBlocks.longest.toFixed(0)} ms (own ${busyBlocks.longestOwn.toFixed(0)} ms)`,
    'restart on a warm file to the first search',
    restart('Aisle', aisle.restart),
    restart('JSON, lowdb, MiniSearch over variants', json.variant.restart),
    restart('JSON, lowdb, MiniSearch over products', json.product.restart),
  ];
}
