import type { Order } from '../../contracts/order.ts';

/** By number as people say it: `mg 10482`, `#MG-10482`, or the digits alone where no other order ends so. */
export function findOrder(orders: readonly Order[], spoken: string): Order | undefined {
  const wanted = plain(spoken);
  const exact = orders.find((order) => plain(order.number) === wanted);
  if (exact || !/^\d{3,}$/.test(wanted)) return exact;
  const ending = orders.filter((order) => plain(order.number).replace(/^\D+/, '') === wanted);
  return ending.length === 1 ? ending[0] : undefined;
}

const plain = (number: string) => number.toUpperCase().replace(/[^A-Z0-9]/g, '');
