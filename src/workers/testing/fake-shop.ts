import type { Product, ProductSummary, SearchQuery, Variant } from '../../contracts/catalogue.ts';
import type { FulfilmentMethod } from '../../contracts/fulfilment.ts';
import type { SessionNote } from '../../contracts/note.ts';
import type { Loyalty, Offer } from '../../contracts/offer.ts';
import type { Order } from '../../contracts/order.ts';
import type { OrderChange } from '../../contracts/order-change.ts';
import type { Payment } from '../../contracts/payment.ts';
import type { Plan } from '../../contracts/plan.ts';
import { isActive, type ReservationView } from '../../contracts/reservation.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import type { CartView, ChatMessage, Preferences } from '../../contracts/session.ts';
import type { Store } from '../../contracts/store.ts';
import { defaultStorePolicy } from '../../contracts/store-policy.ts';
import { chosenFulfilment, fulfilmentOptions } from '../../core/fulfilment/options.ts';
import { liveNotes, setNote } from '../../core/notes/set-note.ts';
import { findOrder } from '../../core/orders/find-order.ts';
import { planChange } from '../../core/orders/plan-change.ts';
import { redeem } from '../../core/points/redeem.ts';
import type { Actor, OrderPreview, Shop } from '../../core/shop.ts';
import { createFakePlans } from './fake-plans.ts';
import { sampleOrders } from './sample-orders.ts';
import { sampleProducts, sampleVocabulary } from './sample-products.ts';

export const fakeActor: Actor = {
  sessionId: '01935f1e-0000-7000-8000-000000000001',
  storeId: 'hyd-banjara',
  channel: 'cli',
  language: 'en',
};

const at = '2026-11-22T10:00:00.000Z';
const later = '2026-11-22T10:20:00.000Z';

const storeOf = (storeId: string, name: string): Store => ({
  storeId,
  name,
  address: 'Road No. 1, Banjara Hills',
  city: 'Hyderabad',
  phone: '+914023456789',
  position: { latitude: 17.41, longitude: 78.44 },
  timeZone: 'Asia/Kolkata',
  hours: Array.from({ length: 7 }, () => ({ opens: 600, closes: 1290 })),
  fittingRooms: 4,
});
export const fakeStores = [
  storeOf('hyd-banjara', 'Marigold Banjara Hills'),
  storeOf('hyd-hitec', 'Marigold Hitec City'),
];

const offer: Offer = {
  code: 'FESTIVE500',
  title: '₹500 off',
  description: '₹500 off above ₹2,000',
  discount: { type: 'amount', amount: 50_000 },
  minimumSubtotal: 200_000,
  tiers: [],
  productTypes: [],
  currency: 'INR',
  validFrom: at,
  validUntil: '2027-01-01T00:00:00.000Z',
};

const loyalty: Loyalty = { tier: 'gold', points: 1240, pointsToNextTier: 760, nextTier: 'platinum' };

export interface FakeShopState {
  readonly cart: Map<string, number>;
  readonly holds: ReservationView[];
  notes: readonly SessionNote[];
  plan: Plan | null;
  readonly messages: ChatMessage[];
  readonly orders: Order[];
  /** Units here; every variant has 3 unless set, the black linen shirt in XL none. */
  readonly stock: Map<string, number>;
  preferences: Preferences;
  offerCode: string | null;
  fulfilment: FulfilmentMethod | undefined;
  points: number;
  payment: Payment | null;
}

/** A whole shop in memory: enough of its behaviour for workers and agent, none of its durability. */
export function createFakeShop(): { readonly shop: Shop; readonly state: FakeShopState } {
  const state: FakeShopState = {
    cart: new Map(),
    holds: [],
    notes: [],
    plan: null,
    messages: [],
    orders: [...sampleOrders],
    stock: new Map([['linen-shirt-black-xl', 0]]),
    preferences: { sizes: {}, colours: [] },
    offerCode: null,
    fulfilment: undefined,
    points: 0,
    payment: null,
  };
  const available = (sku: string): number => state.stock.get(sku) ?? 3;
  const variantOf = (sku: string): { product: Product; variant: Variant } | undefined => {
    for (const product of sampleProducts) {
      const variant = product.variants.find((candidate) => candidate.sku === sku);
      if (variant !== undefined) return { product, variant };
    }
    return undefined;
  };

  function summary(product: Product, variants: readonly Variant[]): ProductSummary {
    const here = variants.filter((variant) => available(variant.sku) > 0);
    const first = here[0] ?? variants[0] ?? product.variants[0];
    const unique = (values: readonly (string | null)[]) => [
      ...new Set(values.filter((value) => value !== null)),
    ];
    return {
      handle: product.handle,
      title: product.title,
      productType: product.productType,
      department: product.department,
      price: first?.price ?? 0,
      compareAtPrice: null,
      currency: product.currency,
      image: null,
      colours: unique(product.variants.map((variant) => variant.colour)),
      sizes: unique(product.variants.map((variant) => variant.size)),
      sizesHere: unique(here.map((variant) => variant.size)),
      availableHere: here.reduce((sum, variant) => sum + available(variant.sku), 0),
      sku: first?.sku ?? '',
    };
  }

  function find(query: SearchQuery): readonly ProductSummary[] {
    const same = (left: string | null, right: string | undefined) =>
      right === undefined || left?.toLowerCase() === right.toLowerCase();
    const words = (query.text ?? '').toLowerCase().split(/\s+/).filter(Boolean);
    const found = sampleProducts.flatMap((product) => {
      const text =
        `${product.title} ${product.productType} ${product.description} ${product.tags.join(' ')}`.toLowerCase();
      const fits =
        same(product.productType, query.productType) &&
        (same(product.department, query.department) || product.department === 'unisex') &&
        same(product.attributes.fabric?.[0] ?? null, query.fabric) &&
        same(product.attributes.occasion?.[0] ?? null, query.occasion) &&
        words.every((word) => text.includes(word));
      const variants = product.variants.filter(
        (variant) =>
          same(variant.size, query.size) &&
          same(variant.colour, query.colour) &&
          !(query.excludeColours ?? []).some((colour) => same(variant.colour, colour)) &&
          variant.price >= (query.minimumPrice ?? 0) &&
          variant.price <= (query.maximumPrice ?? Number.MAX_SAFE_INTEGER) &&
          (query.inStock !== true || available(variant.sku) > 0),
      );
      return fits && variants.length > 0 ? [summary(product, variants)] : [];
    });
    if (query.sort === 'price-ascending') return [...found].sort((a, b) => a.price - b.price);
    if (query.sort === 'price-descending') return [...found].sort((a, b) => b.price - a.price);
    return found;
  }

  function pointsIn(wish: number | 'most'): Result<CartView> {
    if (wish === 0) return succeed(cartView(0));
    if (state.cart.size === 0) return fail('invalid', 'The bag is empty.', { reason: 'cart-empty' });
    const after = cartView(wish === 'most' ? loyalty.points : wish);
    return (after.redeemed?.points ?? 0) > 0
      ? succeed(after)
      : fail('conflict', 'Too few points.', { reason: 'too-few-points' });
  }

  function cartView(wanted = state.points): CartView {
    const lines = [...state.cart].flatMap(([sku, quantity]) => {
      const found = variantOf(sku);
      if (found === undefined) return [];
      const { product, variant } = found;
      return [
        {
          sku,
          handle: product.handle,
          title: product.title,
          size: variant.size,
          colour: variant.colour,
          image: null,
          quantity,
          unitPrice: variant.price,
          lineTotal: variant.price * quantity,
          availableHere: available(sku),
          location: 'Rail B4',
        },
      ];
    });
    const subtotal = lines.reduce((sum, line) => sum + line.lineTotal, 0);
    const discount = state.offerCode !== null && subtotal >= offer.minimumSubtotal ? 50_000 : 0;
    const goods = subtotal - discount;
    const redeemed =
      wanted > 0
        ? redeem(goods, { wanted, balance: loyalty.points, policy: defaultStorePolicy.points })
        : undefined;
    const fulfilment =
      state.fulfilment && lines.length > 0
        ? chosenFulfilment(state.fulfilment, goods, defaultStorePolicy.fulfilment, Date.parse(at))
        : undefined;
    return {
      lines,
      pieces: lines.reduce((sum, line) => sum + line.quantity, 0),
      subtotal,
      offer: discount > 0 ? offer : null,
      discount,
      ...(redeemed && { redeemed }),
      ...(fulfilment && { fulfilment }),
      total: goods - (redeemed?.worth ?? 0) + (fulfilment?.fee ?? 0),
      currency: 'INR',
    };
  }

  function orderOf(spoken: string): Result<Order> {
    const found = findOrder(state.orders, spoken);
    return found ? succeed(found) : fail('not-found', `No order ${spoken}.`, { reason: 'order-unknown' });
  }
  function previewOf(spoken: string, change: OrderChange): Result<OrderPreview> {
    const found = orderOf(spoken);
    if (!found.ok) return found;
    const facts = { policy: defaultStorePolicy, products: sampleProducts, at: Date.parse(at) };
    const plan = planChange(found.value, change, facts);
    return plan.ok ? succeed({ order: found.value, plan: plan.value }) : plan;
  }

  const shop: Shop = {
    browsing: {
      search: async (_storeId, query) => {
        const all = find(query);
        const from = query.offset ?? 0;
        return {
          total: all.length,
          items: all.slice(from, from + (query.limit ?? 24)),
          corrections: [],
          facets: { department: [], productType: [], size: [], colour: [] },
        };
      },
      product: async (handle) => {
        const product = sampleProducts.find((candidate) => candidate.handle === handle);
        return product === undefined
          ? fail('not-found', `No product ${handle}. Search again.`)
          : succeed(product);
      },
      byBarcode: async () => fail('not-found', 'No such barcode.'),
      resolve: async (choice) => {
        if (choice.sku !== undefined) {
          const found = variantOf(choice.sku);
          return found === undefined ? fail('not-found', `No variant ${choice.sku}.`) : succeed(found);
        }
        const product = sampleProducts.find((candidate) => candidate.handle === choice.handle);
        if (product === undefined) return fail('not-found', `No product ${choice.handle}. Search again.`);
        const open = product.variants.filter(
          (variant) =>
            (choice.size === undefined || variant.size?.toLowerCase() === choice.size.toLowerCase()) &&
            (choice.colour === undefined || variant.colour?.toLowerCase() === choice.colour.toLowerCase()),
        );
        const { sizes, colours } = summary(product, product.variants);
        const [variant, ...others] = open;
        if (variant === undefined) {
          return fail(
            'not-found',
            `${product.title} comes in ${sizes.join(', ')} and ${colours.join(', ')}.`,
            { details: { sizes, colours } },
          );
        }
        return others.length === 0
          ? succeed({ product, variant })
          : fail('invalid', `Choose one of ${sizes.join(', ')} and ${colours.join(', ')}.`, {
              details: { sizes, colours },
            });
      },
      recommend: async (_actor, wish) =>
        succeed(
          find(wish.occasion === undefined ? {} : { occasion: wish.occasion }).slice(0, wish.limit ?? 6),
        ),
      similar: async (_actor, handle, limit) => {
        const all = find({});
        const anchor = all.find((item) => item.handle === handle);
        if (anchor === undefined) return fail('not-found', `No product ${handle}.`);
        const alike = all.filter((item) => item.productType === anchor.productType && item.handle !== handle);
        return succeed(alike.slice(0, limit));
      },
      compare: async (_actor, handles) => {
        const products = handles.flatMap(
          (handle) => sampleProducts.find((product) => product.handle === handle) ?? [],
        );
        if (products.length < handles.length) return fail('not-found', 'No such product.');
        return succeed({
          items: products.map((product) => summary(product, product.variants)),
          differences: [
            { name: 'fabric', values: products.map(({ attributes }) => attributes.fabric ?? []) },
          ],
        });
      },
      bundle: async (_actor, handle) => {
        const anchor = find({}).find((item) => item.handle === handle);
        if (anchor === undefined) return fail('not-found', `No product ${handle}.`);
        const items = find({}).filter(
          (item) =>
            ['pleated-trousers', 'silk-dupatta', 'leather-juttis'].includes(item.handle) &&
            item.handle !== handle,
        );
        return succeed({
          anchor,
          items,
          total: items.reduce((sum, item) => sum + item.price, anchor.price),
          currency: 'INR',
        });
      },
      findSize: async (_actor, { handle, measures }) => {
        const product = sampleProducts.find((candidate) => candidate.handle === handle);
        if (product === undefined) return fail('not-found', `No product ${handle}.`);
        const known = measures.chest !== undefined;
        return succeed({
          handle,
          title: product.title,
          size: known ? 'L' : null,
          sure: known ? 'very' : 'not',
          reasons: known ? [{ kind: 'chart', of: 'chest', size: 'L' }] : [],
          missing: known ? [] : ['chest'],
          figures: product.variants.map(({ sku, size, colour }) => ({
            storeId: fakeActor.storeId,
            sku,
            available: available(sku),
            location: 'Rail B4',
            asOf: at,
            size,
            colour,
          })),
        });
      },
      vocabulary: async () => sampleVocabulary,
    },
    stock: {
      here: async (storeId, skus) =>
        skus.map((sku) => ({ storeId, sku, available: available(sku), location: 'Rail B4', asOf: at })),
      notifyWhenAvailable: async (_actor, sku) =>
        available(sku) > 0
          ? fail('conflict', 'It is here.', { reason: 'in-stock' })
          : succeed({ until: '2026-12-22T10:00:00.000Z' }),
      mayNotify: async () => succeed(undefined),
      stopNotifying: async () => succeed(undefined),
      nearby: async () =>
        fakeStores.slice(1).map((store) => ({
          store,
          available: 2,
          location: null,
          asOf: at,
          distanceMetres: 8200,
          openUntil: 1290,
        })),
      store: async (storeId) => {
        const found = fakeStores.find((store) => store.storeId === storeId);
        return found === undefined ? fail('not-found', `No shop ${storeId}.`) : succeed(found);
      },
      stores: async () => fakeStores,
    },
    notes: {
      list: async (_actor, worker) =>
        succeed(liveNotes(state.notes, cartView().lines).filter((note) => note.worker === worker)),
      set: async (_actor, worker, key, content) => {
        const set = setNote(state.notes, cartView().lines, { worker, key, content, at: Date.parse(at) });
        if (!set.ok) return set;
        state.notes = set.value;
        return succeed(undefined);
      },
    },
    carts: {
      view: async () => succeed(cartView()),
      setLine: async (_actor, sku, quantity) => {
        if (quantity === 0) state.cart.delete(sku);
        else state.cart.set(sku, quantity);
        return succeed(cartView());
      },
      fulfilmentOptions: async ({ channel }) =>
        succeed(
          fulfilmentOptions(cartView(), defaultStorePolicy.fulfilment, { channel, now: Date.parse(at) }),
        ),
      setFulfilment: async (_actor, method) => {
        if (state.cart.size === 0) return fail('invalid', 'The bag is empty.', { reason: 'cart-empty' });
        state.fulfilment = method;
        return succeed(cartView());
      },
      previewPoints: async (_actor, points) => pointsIn(points),
      redeemPoints: async (_actor, points) => {
        const done = pointsIn(points);
        if (done.ok) state.points = done.value.redeemed?.pointsWanted ?? 0;
        return done;
      },
      applyOffer: async (_actor, code) => {
        if (code !== null && code.toUpperCase() !== offer.code)
          return fail('not-found', `There is no offer ${code}.`, { reason: 'offer-unknown' });
        state.offerCode = code;
        return succeed(cartView());
      },
    },
    holds: {
      list: async () => succeed(state.holds.filter((hold) => isActive(hold))),
      reserveForTrial: async (actor, sku, quantity, as) => {
        const found = variantOf(sku);
        if (found === undefined) return fail('not-found', `No variant ${sku}.`);
        if (available(sku) < quantity)
          return fail('conflict', 'Not enough units here.', { reason: 'out-of-stock' });
        const { product, variant } = found;
        const number = state.holds.length + 1;
        const made: ReservationView = {
          reservationId: as ?? `01935f1e-0000-7000-8000-0000000001${String(number).padStart(2, '0')}`,
          kind: 'trial',
          state: 'requested',
          number,
          sessionId: actor.sessionId,
          storeId: actor.storeId,
          sku,
          quantity,
          fittingRoom: 2,
          pickedAt: null,
          createdAt: at,
          expiresAt: later,
          handle: product.handle,
          title: product.title,
          size: variant.size,
          colour: variant.colour,
          image: null,
          location: 'Rail B4',
        };
        state.holds.push(made);
        state.stock.set(sku, available(sku) - quantity);
        return succeed(made);
      },
      cancel: async (_actor, reservationId) => {
        const index = state.holds.findIndex((hold) => hold.reservationId === reservationId);
        const found = state.holds[index];
        if (found === undefined)
          return fail('not-found', 'No such reservation.', { reason: 'reservation-unknown' });
        const ended: ReservationView = { ...found, state: 'cancelled' };
        state.holds[index] = ended;
        return succeed(ended);
      },
      reserveElsewhere: async (actor, storeId, sku, quantity, as) =>
        shop.holds.reserveForTrial({ ...actor, storeId }, sku, quantity, as),
      requestOtherSize: async (actor, reservationId, size, as) => {
        const first = state.holds.find((hold) => hold.reservationId === reservationId);
        const product = sampleProducts.find(({ handle }) => handle === first?.handle);
        const variant = product?.variants.find(
          (one) => one.size?.toLowerCase() === size.toLowerCase() && one.colour === first?.colour,
        );
        if (variant === undefined) return fail('not-found', 'No such size.', { reason: 'no-such-variant' });
        const made = await shop.holds.reserveForTrial(actor, variant.sku, 1, as);
        return made.ok ? succeed({ ...made.value, replaces: reservationId }) : made;
      },
      extend: async (_actor, reservationId) => {
        const index = state.holds.findIndex((hold) => hold.reservationId === reservationId);
        const found = state.holds[index];
        if (found === undefined) return fail('not-found', 'No such reservation.');
        const extended: ReservationView = { ...found, expiresAt: '2026-11-22T10:30:00.000Z' };
        state.holds[index] = extended;
        return succeed(extended);
      },
      moveTrials: async (_from, to) => {
        state.holds.splice(0, Infinity, ...state.holds.map((hold) => ({ ...hold, sessionId: to.sessionId })));
        return succeed(undefined);
      },
      expireDue: async () => [],
    },
    payments: {
      create: async (actor) => {
        const cart = cartView();
        state.payment = {
          paymentId: '01935f1e-0000-7000-8000-0000000000bb',
          sessionId: actor.sessionId,
          state: 'open',
          amount: cart.total,
          currency: 'INR',
          url: 'https://pay.example/p/abc',
          pieces: cart.pieces,
          discount: cart.discount,
          createdAt: at,
          expiresAt: later,
          paidAt: null,
          orderNumber: null,
        };
        return succeed(state.payment);
      },
      status: async () =>
        state.payment === null
          ? fail('not-found', 'No payment link.', { reason: 'no-payment' })
          : succeed(state.payment),
      cancel: async () => {
        if (state.payment === null) return fail('not-found', 'No payment link.', { reason: 'no-payment' });
        state.payment = { ...state.payment, state: 'cancelled' };
        return succeed(state.payment);
      },
      send: async () => fail('not-found', 'No phone.'),
    },
    benefits: {
      loyalty: async () => succeed(loyalty),
      offers: async () => {
        const saves = cartView().subtotal >= offer.minimumSubtotal ? 50_000 : 0;
        return succeed([{ offer, saves, reason: saves > 0 ? null : 'Needs ₹2,000 in the bag.' }]);
      },
    },
    orders: {
      list: async () => succeed([...state.orders]),
      track: async (_actor, number) => orderOf(number),
      giveFeedback: async () => succeed(undefined),
      changeCustomerAddress: async () => succeed(undefined),
      preview: async (_actor, number, change) => previewOf(number, change),
      change: async (_actor, number, change) => {
        const previewed = previewOf(number, change);
        if (!previewed.ok) return previewed;
        const { plan } = previewed.value;
        state.orders.splice(
          state.orders.findIndex((one) => one.orderId === plan.after.orderId),
          1,
          plan.after,
        );
        const refund =
          plan.refund > 0 ? { amount: plan.refund, currency: 'INR', route: plan.route, due: plan.due } : null;
        return succeed({ order: plan.after, refund, payment: null });
      },
    },
    plans: createFakePlans(() => shop, state, at),
    sessions: {
      view: async (actor) =>
        succeed({
          sessionId: actor.sessionId,
          storeId: actor.storeId,
          language: actor.language,
          trust: 'guest',
          customer: null,
          preferences: state.preferences,
          cart: cartView(),
          notes: liveNotes(state.notes, cartView().lines),
          plan: state.plan,
          messages: [...state.messages],
          reservations: state.holds.filter((hold) => isActive(hold)),
          payment: state.payment,
        }),
      start: async () => succeed({ sessionId: fakeActor.sessionId }),
      setLanguage: async () => succeed(undefined),
      setPreferences: async (_actor, preferences) => {
        state.preferences = preferences;
        return succeed(undefined);
      },
      addMessage: async (_actor, message) => {
        const count = String(state.messages.length).padStart(12, '0');
        state.messages.push({ ...message, messageId: `01935f1e-0000-7000-9000-${count}`, at });
        return succeed(undefined);
      },
      continueOnPhone: async () =>
        succeed({ url: 'https://shop.example/c/AAAAAAAAAAAAAAAAAAAAAA', expiresAt: later, sent: false }),
      end: async () => succeed(undefined),
    },
    help: { callAssociate: async () => succeed(undefined) },
    policy: async () => defaultStorePolicy,
    // Associates' and tills' work, which no worker's tool does.
    floor: {
      tasks: async () => [],
      advance: async () => fail('not-found', 'There is nothing on the list.'),
      count: async () => fail('not-found', 'This shop does not keep this piece.'),
      correct: async () => fail('not-found', 'This shop does not keep this piece.'),
      sell: async () => fail('not-found', 'This shop does not keep this piece.'),
    },
  };
  return { shop, state };
}
