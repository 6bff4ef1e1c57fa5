import { Client, InMemoryTransport } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { succeed } from '../../../src/contracts/result.ts';
import { defineTool, type Worker } from '../../../src/core/agent/tool.ts';
import type { ToolCatalogue } from '../../../src/core/agent/tool-catalogue.ts';
import { createMcpToolCatalogue } from '../../../src/platform/mcp/tool-catalogue.ts';
import { callKey, createToolServer } from '../../../src/platform/mcp/tool-server.ts';
import { createWorkers } from '../../../src/workers/all.ts';
import { createFakeShop, type FakeShopState, fakeActor } from '../../../src/workers/testing/fake-shop.ts';
import { contextOf } from './fixture.ts';

const address = { street: '12 MG Road', city: 'Pune', postalCode: '411001' };
const piece = { handle: 'linen-shirt', size: 'M', colour: 'Blue' };

/** Arguments with which each tool succeeds, in an order in which all of them do. */
const working: readonly (readonly [
  tool: string,
  given: Record<string, unknown> | ((state: FakeShopState) => Record<string, unknown>),
  card: string | undefined,
])[] = [
  ['search_catalog', { productType: 'Shirt', colour: 'Blue', maximumPrice: 200_000 }, 'products'],
  ['get_product', { handle: 'linen-shirt' }, 'products'],
  ['recommend_products', { occasion: 'Wedding' }, 'products'],
  ['suggest_bundle', { handle: 'indigo-kurta' }, 'bundle'],
  ['find_similar', { handle: 'linen-shirt' }, 'products'],
  ['compare_products', { handles: ['linen-shirt', 'office-shirt'] }, 'products'],
  ['find_size', { handle: 'linen-shirt', chest: 38, unit: 'in' }, 'stock'],
  ['find_stock', { handle: 'linen-shirt', colour: 'Blue' }, 'stock'],
  ['locate_item', piece, 'stock'],
  ['find_stock_nearby', piece, 'nearby'],
  ['get_store_info', {}, 'store'],
  ['notify_when_available', { handle: 'linen-shirt', size: 'XL', colour: 'Black' }, undefined],
  ['stop_notifying', piece, undefined],
  ['continue_on_phone', {}, 'phone-link'],
  ['call_associate', { reason: 'help' }, undefined],
  ['get_cart', {}, 'cart'],
  ['update_cart', { ...piece, quantity: 2 }, 'cart'],
  ['get_fulfillment_options', {}, 'fulfilment'],
  ['set_fulfillment', { method: 'ship-home' }, 'cart'],
  ['list_offers', {}, 'offers'],
  ['find_best_offer', {}, 'offers'],
  ['apply_offer', { code: 'festive500' }, 'cart'],
  ['remove_offer', {}, 'cart'],
  ['get_loyalty_status', {}, 'loyalty'],
  ['redeem_points', { points: 'most' }, 'cart'],
  ['create_payment_link', {}, 'payment'],
  ['get_payment_status', {}, 'payment'],
  ['cancel_payment', {}, 'payment'],
  ['reserve_for_trial', piece, 'reservations'],
  ['extend_reservation', {}, 'reservations'],
  ['request_other_size', { number: 1, size: 'L' }, 'reservations'],
  ['plan_size_swap', ({ holds }) => ({ reservationId: holds[0]?.reservationId, size: 'L' }), 'plan'],
  ['list_reservations', {}, 'reservations'],
  ['cancel_reservation', { number: 1 }, 'reservations'],
  ['plan_outfit', { budget: 900_000, department: 'men', size: 'M' }, 'plan'],
  ['drop_plan', ({ plan }) => ({ planId: plan?.planId }), 'plan'],
  [
    'plan_return_and_buy',
    { sku: 'office-shirt-white-s', orderNumber: 'MG-10431', buySku: 'linen-shirt-blue-m' },
    'plan',
  ],
  ['plan_reservation_elsewhere', { sku: 'linen-shirt-blue-m' }, 'plan'],
  ['continue_plan', ({ plan }) => ({ planId: plan?.planId }), 'plan'],
  ['get_plan', {}, 'plan'],
  ['get_gift_wrap_options', {}, undefined],
  ['add_gift_wrap', {}, 'cart'],
  ['remove_gift_wrap', {}, 'cart'],
  ['list_orders', {}, 'orders'],
  ['get_order', { orderNumber: 'MG-10482' }, 'orders'],
  ['track_order', { orderNumber: 'MG-10482' }, 'orders'],
  ['get_store_policy', {}, undefined],
  ['change_order_address', { orderNumber: 'MG-10477', address }, 'orders'],
  [
    'change_order_items',
    { orderNumber: 'MG-10477', items: [{ sku: 'indigo-kurta-indigo-m', size: 'L' }] },
    'orders',
  ],
  ['change_order_payment', { orderNumber: 'MG-10477' }, 'orders'],
  ['cancel_order', { orderNumber: 'MG-10477', reason: 'ordered-by-mistake' }, 'orders'],
  ['start_return', { orderNumber: 'MG-10431', refund: 'gift-card' }, 'orders'],
  [
    'start_exchange',
    { orderNumber: 'MG-10418', items: [{ sku: 'wrap-dress-green-m', size: 'L' }] },
    'orders',
  ],
  ['submit_feedback', { orderNumber: 'MG-10418', rating: 5, text: 'Lovely' }, undefined],
  ['change_customer_address', { address }, undefined],
];

describe('every worker over MCP', () => {
  const { shop, state } = createFakeShop();
  const workers = createWorkers(shop);
  let catalogue: ToolCatalogue;
  beforeAll(async () => {
    catalogue = await createMcpToolCatalogue(workers);
  });
  afterAll(() => catalogue.close());

  it('lists the tools of all ten', async () => {
    const listed = await catalogue.list();
    expect(listed.map((tool) => tool.name).sort()).toEqual(working.map(([tool]) => tool).sort());
    expect(new Set(listed.map((tool) => tool.worker)).size).toBe(10);
    expect(listed.filter((tool) => tool.effect === 'write').map((tool) => tool.name)).toEqual([
      'notify_when_available',
      'stop_notifying',
      'call_associate',
      'continue_on_phone',
      'update_cart',
      'create_payment_link',
      'cancel_payment',
      'apply_offer',
      'remove_offer',
      'redeem_points',
      'reserve_for_trial',
      'extend_reservation',
      'request_other_size',
      'cancel_reservation',
      'set_fulfillment',
      'cancel_order',
      'change_order_address',
      'change_order_items',
      'change_order_payment',
      'start_return',
      'start_exchange',
      'submit_feedback',
      'change_customer_address',
      'add_gift_wrap',
      'remove_gift_wrap',
      'continue_plan',
      'drop_plan',
    ]);
  });

  it.each(working)('%s succeeds within its own output schema', async (name, given, card) => {
    const known = typeof given === 'function' ? given(state) : given;
    const outcome = await catalogue.call(name, known, contextOf(name));
    expect(outcome.result).toMatchObject({ ok: true });
    expect(outcome.card?.type).toBe(card);
    const tool = workers.flatMap((worker) => worker.tools).find((candidate) => candidate.name === name);
    expect(tool?.output.safeParse(outcome.result.ok ? outcome.result.value : undefined).success).toBe(true);
  });

  it.each([
    ['update_cart', { ...piece, quantity: -1 }, 'invalid'],
    ['update_cart', { ...piece, quantity: 1e9 }, 'invalid'],
    ['update_cart', { ...piece, quantity: 1.5 }, 'invalid'],
    ['update_cart', { quantity: 1 }, 'invalid'],
    ['update_cart', { ...piece, quantity: 1, sessionId: 'another' }, 'invalid'],
    ['reserve_for_trial', { ...piece, quantity: 0 }, 'invalid'],
    ['reserve_for_trial', { handle: 'linen-shirt' }, 'invalid'],
    ['reserve_for_trial', { ...piece, size: 'XXXXL' }, 'not-found'],
    ['find_stock', { handle: 'linen-shirt', size: '99' }, 'not-found'],
    ['find_stock', {}, 'invalid'],
    ['get_product', { handle: 'no-such-thing' }, 'not-found'],
    ['apply_offer', { code: 'NOPE' }, 'not-found'],
    ['cancel_reservation', { number: 77 }, 'not-found'],
    ['track_order', { orderNumber: 'XX-1' }, 'not-found'],
    ['get_store_info', { storeId: 'moon' }, 'not-found'],
    ['no_such_tool', {}, 'not-found'],
  ])('%s with %j fails as %s and says what to do', async (name, given, kind) => {
    const { result } = await catalogue.call(name, given, contextOf(`${name}-bad`));
    expect(result).toMatchObject({ ok: false, failure: { kind } });
    expect(result.ok ? '' : result.failure.message).toMatch(/\w+ .*\./);
  });

  it('names the sizes and colours that exist', async () => {
    const { result } = await catalogue.call(
      'find_stock',
      { handle: 'linen-shirt', size: 'XXXXL' },
      contextOf(),
    );
    expect(result).toMatchObject({
      ok: false,
      failure: { details: { sizes: ['S', 'M', 'L', 'XL'], colours: ['Blue', 'White', 'Black'] } },
    });
  });

  it('does a write with the same key once', async () => {
    const before = await catalogue.call('list_reservations', {}, contextOf());
    const [first, second] = await Promise.all([
      catalogue.call('reserve_for_trial', piece, contextOf('same')),
      catalogue.call('reserve_for_trial', piece, contextOf('same')),
    ]);
    expect(second).toEqual(first);
    const after = await catalogue.call('list_reservations', {}, contextOf());
    const count = ({ result }: typeof after) =>
      result.ok && Array.isArray(result.value.reservations) ? result.value.reservations.length : -1;
    expect(count(after)).toBe(count(before) + 1);
  });

  it('refuses to pay an empty bag', async () => {
    const empty = await createMcpToolCatalogue(createWorkers(createFakeShop().shop));
    const { result } = await empty.call('create_payment_link', {}, contextOf());
    expect(result).toMatchObject({ ok: false, failure: { kind: 'invalid', reason: 'cart-empty' } });
    await empty.close();
  });
});

describe('a worker that misbehaves', () => {
  const empty = z.strictObject({});
  const workerOf = (
    name: string,
    run: () => Promise<never> | Promise<ReturnType<typeof succeed>>,
  ): Worker => ({
    name,
    title: name,
    tools: [
      defineTool({
        name: `${name}_tool`,
        description: name,
        effect: 'read',
        input: empty,
        output: z.object({ fine: z.boolean() }),
        run: async () => (await run()) as never,
      }),
    ],
  });

  it('costs its own tools only', async () => {
    const crashes: string[] = [];
    const catalogue = await createMcpToolCatalogue(
      [
        workerOf('crashing', async () => {
          throw new Error('secret: card 4111');
        }),
        workerOf('lying', async () => succeed({ fine: 'perhaps' })),
        workerOf('hanging', () => new Promise<never>(() => undefined)),
        workerOf('healthy', async () => succeed({ fine: true })),
      ],
      { timeoutMs: 100, onCrash: (tool) => crashes.push(tool) },
    );
    const call = async (name: string) => (await catalogue.call(name, {}, contextOf())).result;
    const crashed = await call('crashing_tool');
    expect(crashed).toMatchObject({ ok: false, failure: { kind: 'internal' } });
    expect(JSON.stringify(crashed)).not.toContain('4111');
    expect(await call('lying_tool')).toMatchObject({ ok: false, failure: { kind: 'internal' } });
    expect(await call('hanging_tool')).toMatchObject({ ok: false, failure: { kind: 'timeout' } });
    expect(await call('healthy_tool')).toEqual({ ok: true, value: { fine: true } });
    expect(crashes).toEqual(['crashing_tool', 'lying_tool']);
    await catalogue.close();
  });
});

describe('identity', () => {
  it('cannot be forged through the message: a call of nobody is denied, another key changes nothing', async () => {
    const { shop } = createFakeShop();
    const [worker] = createWorkers(shop).filter((candidate) => candidate.name === 'cart');
    const seen: unknown[] = [];
    const server = createToolServer({
      name: 'cart',
      title: 'Cart',
      tools: worker?.tools ?? [],
      writes: true,
      contextOf: (callId) => {
        seen.push(callId);
        return callId === 'mine' ? contextOf() : undefined;
      },
    });
    const client = new Client({ name: 'stranger', version: '1' });
    const [left, right] = InMemoryTransport.createLinkedPair();
    await Promise.all([server.connect(right), client.connect(left)]);
    const denied = await client.callTool({
      name: 'get_cart',
      arguments: {},
      _meta: { [callKey]: 'guess', actor: { ...fakeActor, sessionId: 'victim' } },
    });
    expect(denied).toMatchObject({ isError: true });
    expect(JSON.stringify(denied.content)).toContain('denied');
    expect(seen).toEqual(['guess']);
    const { tools } = await client.listTools();
    expect(tools.map(({ name, annotations }) => ({ name, annotations }))).toEqual([
      {
        name: 'get_cart',
        annotations: {
          readOnlyHint: true,
          destructiveHint: false,
          idempotentHint: true,
          openWorldHint: false,
        },
      },
      {
        name: 'update_cart',
        annotations: {
          readOnlyHint: false,
          destructiveHint: false,
          idempotentHint: true,
          openWorldHint: false,
        },
      },
    ]);
    await client.close();
  });
});
