import { parseArgs } from 'node:util';
import { type Order, orderState } from '../../contracts/order.ts';
import { UsageError } from '../command.ts';
import { checkHubData, hubDataOptions } from '../hub-data/on-hub-data.ts';

export type OrdersOptions = { readonly data: string; readonly json: boolean } & (
  | { readonly action: 'list' }
  | {
      readonly action: 'set';
      readonly number: string;
      readonly to: Order['state'];
      readonly store: string | null;
    }
);

export const ordersHelp = `What the shop does about orders: packs, ships, hands over, takes back.

Usage: aisle orders [list] [--data DIR] [--json]
       aisle orders set NUMBER STATE [--store STORE] [--data DIR] [--json]

  list           orders that wait for the shop, and money that somebody has to pay back by hand
  set            says what was done: packed, shipped, delivered or handed-over; returned or exchanged once the pieces that
                 were to come back are here: they are on hand again, and their money goes back
  --store STORE  the shop that has the pieces (default: the order's own)
  --data DIR     the hub's data (default .aisle/hub); the hub may be running, and goes by it at once
  --json         the outcome as one line of JSON

Exit status: 0 done, 1 no such order or step, 2 unusable options or data.
`;

/** Throws `UsageError` for anything but a usable command line. */
export function readOrdersOptions(argv: readonly string[]): OrdersOptions {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { ...hubDataOptions, store: { type: 'string' } },
  });
  checkHubData(values);
  const { data, json, store } = values;
  const [action = 'list', number, state, ...rest] = positionals;
  if (action === 'list') {
    if (number !== undefined) throw new UsageError(`'${number}' is too much.`);
    if (store !== undefined) throw new UsageError('--store goes with set.');
    return { action, data, json };
  }
  if (action !== 'set') throw new UsageError(`there is no 'orders ${action}': list or set.`);
  const to = orderState.safeParse(state);
  if (number === undefined || !to.success || rest.length > 0) {
    throw new UsageError('name one order and its new state, as in: orders set MG-10482 shipped.');
  }
  return { action, data, json, number, to: to.data, store: store ?? null };
}
