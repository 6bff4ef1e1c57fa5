import type {
  KioskBridge,
  KioskCall,
  KioskEvent,
  KioskEventPayload,
  KioskRequest,
  KioskResponse,
  SyncStatus,
} from '../../src/contracts/kiosk-ipc.ts';
import { fail, succeed } from '../../src/contracts/result.ts';
import { parseHandover } from '../../src/core/handover/parse-handover.ts';
import type { Actor } from '../../src/core/shop.ts';
import { createTestShop, testStoreId } from '../../src/core/testing/test-shop.ts';
import { previewStaff } from './preview-staff.ts';
import { storageOf } from './preview-storage.ts';
import { previewTurn } from './preview-turn.ts';

type Handlers = { readonly [C in KioskCall]: (request: KioskRequest<C>) => Promise<KioskResponse<C>> };
type Listener = (payload: never) => void;

/** Main's part played by the shop in memory. Parameters: `hub=connected|unreachable|first-sync|first-sync-lost`, `pay=SECONDS`, `storage=STATE`. */
export function createPreviewBridge(parameters: URLSearchParams): KioskBridge & { readonly calls: string[] } {
  const test = createTestShop();
  test.environment.advance(Date.now() - test.environment.now());
  setInterval(() => test.environment.advance(Date.now() - test.environment.now()), 200);
  const { shop } = test;
  const listeners = new Map<string, Set<Listener>>();
  const calls: string[] = [];
  const paying = new Set<string>();
  let actor: Actor | null = null;

  const hub = parameters.get('hub') ?? 'connected';
  const firstSync = hub === 'first-sync' || hub === 'first-sync-lost';
  const sync: SyncStatus = {
    hub: hub === 'unreachable' || hub === 'first-sync-lost' ? 'unreachable' : 'connected',
    phase: firstSync ? 'first-sync' : 'current',
    progress: firstSync ? 0.62 : 1,
    syncedAt: firstSync ? null : new Date(Date.now() - 4 * 60_000).toISOString(),
    pendingOperations: 0,
  };

  function tell<E extends KioskEvent>(name: E, payload: KioskEventPayload<E>): void {
    for (const listener of listeners.get(name) ?? []) listener(payload as never);
  }
  const view = async () => {
    if (!actor) throw new Error('No session');
    const seen = await shop.sessions.view(actor);
    if (!seen.ok) throw new Error(seen.failure.message);
    return seen.value;
  };
  const changed = async (): Promise<void> => {
    if (actor) tell('session-changed', { session: await view() });
  };
  const here = (): Actor => {
    if (!actor) throw new Error('No session');
    return actor;
  };
  const nobody = test.guest();
  const browsing = async (): Promise<Actor> => actor ?? nobody;

  async function restore() {
    actor = await test.member();
    for (const [handle, size] of [
      ['indigo-block-kurta', 'M'],
      ['marigold-silk-kurta', 'M'],
    ] as const) {
      const choice = await shop.browsing.resolve({ handle, size, colour: undefined });
      const product = await shop.browsing.product(handle);
      const sku = choice.ok
        ? choice.value.variant.sku
        : product.ok
          ? product.value.variants.find((variant) => variant.size === size)?.sku
          : undefined;
      if (sku) await shop.carts.setLine(actor, sku, 1);
    }
    await shop.sessions.addMessage(actor, {
      role: 'shopper',
      text: 'Something for a daytime wedding, under ₹8,000',
      cards: [],
      channel: 'whatsapp',
    });
    await shop.sessions.addMessage(actor, {
      role: 'agent',
      text: 'On WhatsApp you asked for a daytime wedding, under ₹8,000. The indigo kurta is here in your M; these finish the look.',
      cards: [],
      channel: 'whatsapp',
    });
    return view();
  }

  const handlers: Handlers = {
    'kiosk.state': async () => {
      const store = await shop.stock.store(testStoreId);
      return succeed({
        store: store.ok && !firstSync ? store.value : null,
        brand: { name: 'Marigold' },
        sync,
        session: actor ? await view() : null,
        idle: { afterMs: Number(parameters.get('idle') ?? 90_000), warnMs: 20_000 },
      });
    },
    'session.scan': async ({ text }) => {
      const parsed = parseHandover(text);
      if (!parsed.ok) return parsed;
      if (parsed.value.kind === 'product') {
        const variant = await shop.browsing.byBarcode(parsed.value.gtin);
        return variant.ok
          ? succeed({ found: 'product', handle: variant.value.handle, sku: variant.value.sku })
          : variant;
      }
      if (parsed.value.capsule === 'indiranagar') {
        return fail('invalid', 'Elsewhere', { reason: 'code-other-shop', details: { shop: 'Indiranagar' } });
      }
      return succeed({ found: 'session', session: await restore() });
    },
    'session.request-code': async () =>
      succeed({ requestId: crypto.randomUUID(), expiresAt: new Date(Date.now() + 300_000).toISOString() }),
    'session.verify-code': async ({ code }) =>
      code === '123456'
        ? succeed(await restore())
        : fail('invalid', 'Wrong code', { reason: 'code-wrong', details: { attemptsLeft: 4 } }),
    'session.open-pickup': async ({ code }) =>
      code === '7K2QM9XD'
        ? succeed(await restore())
        : fail('denied', 'Not known here', { reason: 'pickup-wrong', details: { attemptsLeft: 4 } }),
    'session.start-guest': async ({ language }) => {
      actor = { ...(await test.guest()), language };
      return succeed(await view());
    },
    'session.set-language': async ({ language }) => {
      actor = { ...here(), language };
      await shop.sessions.setLanguage(actor, language);
      return succeed(await view());
    },
    'session.end': async ({ reason }) => {
      if (actor) await shop.sessions.end(actor, reason);
      actor = null;
      tell('session-ended', { reason });
      tell('session-changed', { session: null });
      return succeed({});
    },
    'session.touch': async () => succeed({}),
    'catalogue.search': async (query) => succeed(await shop.browsing.search(testStoreId, query)),
    'catalogue.vocabulary': async () => succeed(await shop.browsing.vocabulary()),
    'catalogue.product': async ({ handle }) => {
      const product = await shop.browsing.product(handle);
      if (!product.ok) return product;
      const stock = await shop.stock.here(
        testStoreId,
        product.value.variants.map((variant) => variant.sku),
      );
      const bundle = await shop.browsing.bundle(await browsing(), handle);
      return succeed({
        product: product.value,
        stock: [...stock],
        completeTheLook: bundle.ok ? [...bundle.value.items] : [],
      });
    },
    'catalogue.variant-by-barcode': ({ barcode }) => shop.browsing.byBarcode(barcode),
    'catalogue.recommend': async ({ limit }) => {
      const items = await shop.browsing.recommend(await browsing(), { limit });
      return items.ok ? succeed([...items.value]) : items;
    },
    'stock.nearby': async ({ sku }) => succeed([...(await shop.stock.nearby(testStoreId, sku))]),
    'cart.set-line': ({ sku, quantity }) => shop.carts.setLine(here(), sku, quantity),
    'cart.apply-offer': ({ code }) => shop.carts.applyOffer(here(), code),
    'benefits.read': async () => {
      const offers = await shop.benefits.offers(here());
      const loyalty = await shop.benefits.loyalty(here());
      return succeed({
        loyalty: loyalty.ok ? loyalty.value : null,
        offers: offers.ok ? [...offers.value] : [],
      });
    },
    'orders.list': async () => {
      const orders = await shop.orders.list(here());
      return orders.ok ? succeed([...orders.value]) : orders;
    },
    'reservation.make': ({ sku, quantity }) => shop.holds.reserveForTrial(here(), sku, quantity),
    'reservation.cancel': ({ reservationId }) => shop.holds.cancel(here(), reservationId),
    'payment.create': async () => {
      test.paymentDesk.setOnline(hub !== 'unreachable');
      const made = await shop.payments.create(here());
      const seconds = Number(parameters.get('pay') ?? 0);
      const isNew = made.ok && !paying.has(made.value.paymentId);
      if (made.ok && isNew && seconds > 0) {
        paying.add(made.value.paymentId);
        setTimeout(() => test.paymentDesk.pay(made.value.paymentId), seconds * 1_000);
      }
      return made;
    },
    'payment.status': () => shop.payments.status(here()),
    'payment.cancel': () => shop.payments.cancel(here()),
    'payment.send': async () => {
      const sent = await shop.payments.send(here());
      return sent.ok ? succeed({}) : sent;
    },
    'agent.say': async ({ turnId, text }) => {
      void previewTurn({ shop, actor: here(), turnId, text, tell, changed });
      return succeed({});
    },
    'agent.answer': async ({ turnId, accepted }) => {
      const sentence = accepted ? 'Done: it waits in fitting room 3.' : 'All right, I leave it.';
      tell('agent-stepped', { turnId, step: { event: 'text', turn: 1, text: sentence } });
      tell('agent-stepped', {
        turnId,
        step: { event: 'turn-ended', turn: 1, outcome: 'answered', suggestions: ['A size up', 'My bag'] },
      });
      return succeed({});
    },
    'agent.cancel': async ({ turnId }) => {
      tell('agent-stepped', {
        turnId,
        step: { event: 'turn-ended', turn: 1, outcome: 'cancelled', suggestions: [] },
      });
      return succeed({});
    },
    'associate.call': async () => (hub === 'unreachable' ? fail('offline', 'No hub') : succeed({})),
    ...previewStaff(test, { sync, storage: storageOf(parameters.get('storage')) }, tell),
    'staff.camera-seen': async () => succeed({}),
  };

  const quiet: ReadonlySet<KioskCall> = new Set(['kiosk.state', 'session.touch', 'payment.status']);
  return {
    calls,
    async call(name, request) {
      calls.push(name);
      const answer = await handlers[name](request);
      if (!quiet.has(name) && (name.startsWith('cart') || name.startsWith('reservation'))) await changed();
      return answer;
    },
    on(name, listener) {
      const of = listeners.get(name) ?? new Set<Listener>();
      of.add(listener as Listener);
      listeners.set(name, of);
      return () => of.delete(listener as Listener);
    },
  };
}
