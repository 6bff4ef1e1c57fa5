import type { OperationBody } from '../../../contracts/operation.ts';
import type { Plan } from '../plan/plan.ts';

/** The pieces of the shop themselves, as someone who stands in it sees them. */
export interface Units {
  /** Pieces arrive, and will be counted. */
  arrive(sku: string, quantity: number): void;
  /** A sale or a recount is durable somewhere; means nothing the second time. */
  book(operationId: string, body: OperationBody): void;
  /** All that ever were in the shop: no more than these can be promised and sold. */
  everThere(sku: string): number;
  sold(sku: string): number;
  /** Those that a recount did not find any more: some of them may have been promised. */
  missing(sku: string): number;
  /** What the hub's row must say in the end. */
  onHand(sku: string): number;
}

export function createUnits(begin: Plan['stock']): Units {
  const booked = new Set<string>();
  const arrived = new Map<string, number>();
  const sold = new Map<string, number>();
  const missing = new Map<string, number>();
  const counted = new Map<string, number>();
  const of = (map: ReadonlyMap<string, number>, sku: string): number => map.get(sku) ?? 0;
  const add = (map: Map<string, number>, sku: string, quantity: number): void => {
    map.set(sku, of(map, sku) + quantity);
  };
  const atFirst = (sku: string): number => of(new Map(Object.entries(begin)), sku);
  return {
    arrive: (sku, quantity) => add(arrived, sku, quantity),
    book: (operationId, body) => {
      if (booked.has(operationId)) return;
      booked.add(operationId);
      if (body.type === 'stock-sold') add(sold, body.sku, body.quantity);
      if (body.type !== 'stock-corrected') return;
      const difference = body.counted - body.shown;
      add(counted, body.sku, difference);
      if (difference < 0) add(missing, body.sku, -difference);
    },
    everThere: (sku) => atFirst(sku) + of(arrived, sku),
    sold: (sku) => of(sold, sku),
    missing: (sku) => of(missing, sku),
    onHand: (sku) => atFirst(sku) + of(counted, sku) - of(sold, sku),
  };
}
