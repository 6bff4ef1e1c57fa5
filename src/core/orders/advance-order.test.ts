import { expect, it } from 'vitest';
import { orderState } from '../../contracts/order.ts';
import { fixtureOrder } from '../testing/fixture-order.ts';
import { advanceOrder } from './advance-order.ts';

it('only steps that follow one another can be taken', () => {
  const possible = orderState.options.flatMap((from) =>
    orderState.options.flatMap((to) =>
      advanceOrder({ ...fixtureOrder, state: from }, to, 0).ok ? [`${from} > ${to}`] : [],
    ),
  );
  expect(possible).toEqual([
    'placed > packed',
    'placed > shipped',
    'placed > handed-over',
    'packed > shipped',
    'packed > handed-over',
    'shipped > delivered',
    'return-requested > returned',
    'exchange-requested > exchanged',
  ]);
});

it('exchanged, the delivery stays paid for, and discount and points take off what they did', () => {
  const [line] = fixtureOrder.lines;
  if (!line) throw new Error('The fixture has no line');
  const lines = [{ ...line, quantity: 1, unitPrice: 100_000 }];
  const replacement = { ...line, sku: 'another-size', quantity: 1, unitPrice: 120_000 };
  const done = advanceOrder(
    {
      ...fixtureOrder,
      ...{ state: 'exchange-requested', lines, subtotal: 100_000, discount: 10_000 },
      redeemed: { points: 800, worth: 20_000 },
      fulfilment: { method: 'ship-home', fee: 7_900 },
      total: 77_900,
      takingBack: {
        items: [{ sku: line.sku, quantity: 1 }],
        replacements: [replacement],
        ...{ refund: 0, route: 'original' },
      },
    },
    'exchanged',
    0,
  );
  expect(done).toMatchObject({
    value: { after: { subtotal: 120_000, discount: 10_000, redeemed: { worth: 20_000 }, total: 97_900 } },
  });
});
