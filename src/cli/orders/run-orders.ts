import type { Order } from '../../contracts/order.ts';
import { takeOrderStep } from '../../platform/hub-store/advance-order.ts';
import type { HubDatabase } from '../../platform/hub-store/hub-database.ts';
import { openOrders } from '../../platform/hub-store/orders.ts';
import { refundsByHand } from '../../platform/hub-store/refunds.ts';
import { CommandFailure } from '../command.ts';
import { type HubDataIo, onHubData } from '../hub-data/on-hub-data.ts';
import { readOrdersOptions } from './orders-options.ts';

/** The command `orders`; gives its exit status. Throws `UsageError` and `CommandFailure`. */
export async function runOrders(argv: readonly string[], io: HubDataIo): Promise<number> {
  const options = readOrdersOptions(argv);
  return onHubData('orders', options, io, async (hub) => {
    if (options.action === 'list') {
      const listed = await list(hub);
      io.output.write(options.json ? `${JSON.stringify(listed)}\n` : asText(listed));
      return 0;
    }
    const { number, to, store } = options;
    const done = await hub.transaction((transaction) =>
      takeOrderStep(transaction, { number, to, storeId: store }, hub.environment.newId),
    );
    if (!done.ok) throw new CommandFailure(done.failure.message);
    io.output.write(options.json ? `${JSON.stringify(lineOf(done.value))}\n` : `${number} is ${to}.\n`);
    return 0;
  });
}

const lineOf = ({ number, state, storeId, placedAt }: Order) => ({ number, state, storeId, placedAt });

interface Listed {
  readonly orders: readonly ReturnType<typeof lineOf>[];
  /** Amounts in minor units. */
  readonly refunds: Awaited<ReturnType<typeof refundsByHand>>;
}

const list = async (hub: HubDatabase): Promise<Listed> => ({
  orders: (await openOrders(hub.sql)).map(lineOf),
  refunds: await refundsByHand(hub.sql),
});

function asText({ orders, refunds }: Listed): string {
  if (orders.length === 0 && refunds.length === 0) return 'Nothing waits.\n';
  const lines = [
    ...orders.map(({ number, state, placedAt, storeId }) =>
      [number.padEnd(12), state.padEnd(18), placedAt, storeId ?? ''].join('  ').trimEnd(),
    ),
    ...refunds.map(
      ({ number, amount, currency, route }) =>
        `${number.padEnd(12)}  pay back ${amount} ${currency} (minor units), ${route}`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}
