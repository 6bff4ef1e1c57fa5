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
