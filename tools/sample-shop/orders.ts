import type { Customer, CustomerOrder } from '../../src/contracts/customer.ts';
import type { Order } from '../../src/contracts/order.ts';
import type { SampleProduct } from './products.ts';
import { between, pick, type Random, randomFor, uuidFor } from './random.ts';
import { stores } from './stores.ts';
import type { SizeChart } from './vocabulary/types.ts';

type State = Order['state'];
const day = 86_400_000;
const iso = (time: number) => new Date(time).toISOString();

/** The way of an order to its state, with hours after it was placed and what was noted. */
const journeys: Readonly<Record<string, readonly (readonly [State, number, string])[]>> = {
  placed: [['placed', 0, 'Order placed']],
  packed: [
    ['placed', 0, 'Order placed'],
    ['packed', 5, 'Packed in the shop'],
  ],
  shipped: [
    ['placed', 0, 'Order placed'],
    ['packed', 6, 'Packed in the shop'],
    ['shipped', 26, 'Handed to the courier'],
  ],
  delivered: [
    ['placed', 0, 'Order placed'],
    ['packed', 4, 'Packed in the shop'],
    ['shipped', 22, 'Handed to the courier'],
    ['delivered', 70, 'Delivered at the door'],
  ],
  'handed-over': [
    ['placed', 0, 'Paid in the shop'],
    ['handed-over', 0.2, 'Taken from the shop'],
  ],
  cancelled: [
    ['placed', 0, 'Order placed'],
    ['cancelled', 3, 'Cancelled by the customer, paid back'],
  ],
  returned: [
    ['placed', 0, 'Order placed'],
    ['packed', 5, 'Packed in the shop'],
    ['shipped', 24, 'Handed to the courier'],
    ['delivered', 75, 'Delivered at the door'],
    ['returned', 190, 'Returned: the size did not fit. Paid back.'],
  ],
};

const finished = [
  'delivered',
  'delivered',
  'delivered',
  'handed-over',
  'handed-over',
  'returned',
  'cancelled',
];
const running = ['shipped', 'placed', 'packed'];
const lastDay = Date.UTC(2026, 10, 20);

/** Whose usual size a chart follows. */
const sizedLike: Readonly<Partial<Record<SizeChart, string>>> = {
  women: 'Kurta',
  men: 'Kurta',
  'women-waist': 'Jeans',
  'men-waist': 'Jeans',
  'women-shoes': 'Shoes',
  'men-shoes': 'Shoes',
};

function linesOf(random: Random, customer: Customer, products: readonly SampleProduct[]): Order['lines'] {
  const { department, sizes } = customer.preferences;
  const suited = products.filter(
    ({ line }) => line.department === department || line.department === 'unisex',
  );
  const chosen = new Set<SampleProduct>();
  const count = between(random, 1, 3);
  while (chosen.size < count) chosen.add(pick(random, suited));
  return [...chosen].map((product) => {
    const usual = sizes[sizedLike[product.line.sizes] ?? ''];
    const fitting = product.variants.filter((variant) => variant.size === usual);
    const variant = pick(random, fitting.length > 0 ? fitting : product.variants);
    return {
      sku: variant.sku,
      handle: product.handle,
      title: product.title,
      size: variant.size,
      colour: variant.colour,
      quantity: product.line.type === 'Socks' ? 3 : 1,
      unitPrice: product.price * 100,
    };
  });
}

function makeOrder(customer: Customer, index: number, products: readonly SampleProduct[]) {
  const name = `order ${customer.phone} ${index}`;
  const random = randomFor(name);
  // The newest order of some customers is still on its way.
  const isDemo = customer.name === 'Ananya Rao' && index === 0;
  const isRunning = isDemo || (index === 0 && random() < 0.6);
  const placed = lastDay - (isRunning ? between(random, 0, 2) : between(random, 12, 130)) * day;
  const placedAt = placed + between(random, 4 * 60, 15 * 60) * 60_000;
  const state = isDemo ? 'shipped' : pick(random, isRunning ? running : finished);
  const journey = journeys[state] ?? [];
  const lines = linesOf(random, customer, products);
  const subtotal = lines.reduce((sum, line) => sum + line.unitPrice * line.quantity, 0);
  const discount = subtotal >= 499_900 && random() < 0.5 ? 50_000 : 0;
  const order: Omit<Order, 'number' | 'notes'> = {
    orderId: uuidFor(name, placedAt),
    state: journey.at(-1)?.[0] ?? 'placed',
    storeId: pick(random, stores).storeId,
    placedAt: iso(placedAt),
    lines,
    subtotal,
    discount,
    total: subtotal - discount,
    currency: 'INR',
    events: journey.map(([step, hours, note]) => ({
      at: iso(placedAt + hours * 3_600_000),
      state: step,
      note,
    })),
    expectedAt: ['placed', 'packed', 'shipped'].includes(state) ? iso(placedAt + 5 * day) : null,
  };
  return { customerId: customer.customerId, order };
}

/** Without notes of workers, which no past order has. */
type PastOrder = Pick<CustomerOrder, 'customerId'> & {
  readonly order: Omit<CustomerOrder['order'], 'notes'>;
};

/** Past orders of three customers in four, numbered in the order of time. */
export function makeOrders(
  customers: readonly Customer[],
  products: readonly SampleProduct[],
): readonly PastOrder[] {
  return customers
    .flatMap((customer, index) => {
      if (index % 4 === 3) return [];
      const count = index === 0 ? 3 : between(randomFor(`orders ${customer.phone}`), 1, 4);
      return Array.from({ length: count }, (_, number) => makeOrder(customer, number, products));
    })
    .sort((one, other) => one.order.placedAt.localeCompare(other.order.placedAt))
    .map(({ customerId, order }, index) => ({
      customerId,
      order: { ...order, number: `MG-${10_401 + index}` },
    }));
}
