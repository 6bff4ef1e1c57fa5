import type { CallToolResult, Client, JsonSchemaType } from '@modelcontextprotocol/client';
import { AjvJsonSchemaValidator } from '@modelcontextprotocol/server/validators/ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browser, type RunningHub, runHub } from '../hub/running-hub.ts';
import { connect, makeKey, type ProtocolVersion, protocols } from './clients.ts';

let hub: RunningHub;
/** Keys of clients that only look, of ones that also change something, and of one in another shop. */
let keys: { readonly [client in 'reader' | 'buyer' | 'other' | 'shared' | 'elsewhere']: string };
beforeAll(async () => {
  hub = await runHub();
  const [reader, buyer, other, shared, elsewhere] = await Promise.all([
    makeKey(hub.folder),
    makeKey(hub.folder, '--writes'),
    makeKey(hub.folder, '--writes'),
    makeKey(hub.folder, '--writes'),
    makeKey(hub.folder, '--store', 'blr-indiranagar'),
  ]);
  keys = { reader, buyer, other, shared, elsewhere };
});
afterAll(() => hub.stop());

const writes = [
  'add_gift_wrap',
  'apply_offer',
  'call_associate',
  'cancel_order',
  'cancel_payment',
  'cancel_reservation',
  'change_customer_address',
  'change_order_address',
  'change_order_items',
  'change_order_payment',
  'continue_on_phone',
  'continue_plan',
  'create_payment_link',
  'drop_plan',
  'extend_reservation',
  'notify_when_available',
  'redeem_points',
  'remove_gift_wrap',
  'remove_offer',
  'request_other_size',
  'reserve_for_trial',
  'set_fulfillment',
  'start_exchange',
  'start_return',
  'stop_notifying',
  'submit_feedback',
  'update_cart',
];
const kurta = { handle: 'indigo-block-print-kurta', size: 'M' };

const call = (client: Client, name: string, given: Record<string, unknown> = {}): Promise<CallToolResult> =>
  client.callTool({ name, arguments: given });

async function structured(client: Client, name: string, given: Record<string, unknown> = {}) {
  const { structuredContent, isError, content } = await call(client, name, given);
  expect([name, isError ?? false, content]).toEqual([name, false, content]);
  expect(content).toEqual([{ type: 'text', text: JSON.stringify(structuredContent) }]);
  return structuredContent as Record<string, unknown>;
}
const pieces = async (client: Client) => (await structured(client, 'get_cart')).pieces;

describe.each(protocols)('a client of %s', (protocol) => {
  const client = (name: keyof typeof keys) => connect(hub.url, keys[name], protocol);

  it('is answered in its own version', async () => {
    const reader = await client('reader');
    expect(reader.getNegotiatedProtocolVersion()).toBe(protocol);
    expect(reader.getServerVersion()).toMatchObject({ name: 'aisle-shop' });
    await reader.close();
  });

  it('sees what its key is good for, with all that a host wants to know of a tool', async () => {
    const reader = await client('reader');
    const writer = await client('buyer');
    const [readable, writable] = [(await reader.listTools()).tools, (await writer.listTools()).tools];
    expect(readable.every(({ annotations }) => annotations?.readOnlyHint === true)).toBe(true);
    expect(readable.length).toBe(writable.length - writes.length);
    const more = writable.filter(({ name }) => !readable.some((tool) => tool.name === name));
    expect(more.map(({ name }) => name).sort()).toEqual(writes);
    for (const { inputSchema, outputSchema, annotations } of writable) {
      expect(inputSchema).toMatchObject({ type: 'object' });
      expect(outputSchema).toMatchObject({ type: 'object' });
      expect(Object.keys(annotations ?? {})).toHaveLength(4);
    }
    await Promise.all([reader.close(), writer.close()]);
  });

  it('looks with a key that reads; what it would change is refused and stays as it is', async () => {
    const reader = await client('reader');
    expect(await structured(reader, 'search_catalog', { text: 'kurta' })).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ productType: 'Kurta' })]),
    });
    const refused = await call(reader, 'update_cart', { ...kurta, quantity: 1 });
    expect(refused).toMatchObject({ isError: true });
    expect(JSON.stringify(refused.content)).toContain('may only look');
    expect(await pieces(reader)).toBe(0);
    await reader.close();
  });

  it('gets from every tool what its output schema says', async () => {
    const writer = await client('buyer');
    const { tools } = await writer.listTools();
    const validator = new AjvJsonSchemaValidator();
    const left = new Set(tools.map(({ name }) => name));
    const checked = async (name: string, given: Record<string, unknown> = {}) => {
      const value = await structured(writer, name, given);
      const schema = tools.find((tool) => tool.name === name)?.outputSchema as JsonSchemaType;
      expect(validator.getValidator(schema)(value)).toMatchObject({ valid: true });
      left.delete(name);
      return value;
    };
    await checked('search_catalog', { text: 'kurta' });
    await checked('get_product', { handle: kurta.handle });
    await checked('recommend_products', {});
    await checked('suggest_bundle', { handle: kurta.handle });
    const { items } = await checked('find_similar', { handle: kurta.handle });
    const [alike] = items as { handle: string; sku: string }[];
    await checked('compare_products', { handles: [kurta.handle, alike?.handle] });
    expect(await checked('find_size', { handle: kurta.handle, chest: 36, unit: 'in' })).toMatchObject({
      size: 'M',
      sure: 'very',
      missing: ['hips'],
    });
    await checked('find_stock', { handle: kurta.handle });
    await checked('locate_item', kurta);
    await checked('find_stock_nearby', kurta);
    await checked('get_store_info');
    expect(await checked('update_cart', { ...kurta, quantity: 1 })).toMatchObject({ pieces: 1 });
    await checked('get_fulfillment_options');
    expect(await checked('set_fulfillment', { method: 'pick-up' })).toMatchObject({
      fulfilment: { method: 'pick-up', fee: 0 },
    });
    const { options } = await checked('get_gift_wrap_options');
    expect((options as unknown[]).length).toBe(3);
    await checked('add_gift_wrap', { message: 'For Asha' });
    await checked('remove_gift_wrap');
    expect(await checked('stop_notifying', kurta)).toMatchObject({ stopped: ['WKU01-INDI-M'] });
    expect(await checked('continue_on_phone')).toMatchObject({ sent: false });
    await checked('list_offers');
    await checked('find_best_offer');
    expect(await checked('apply_offer', { code: 'FIRST10' })).toMatchObject({ offer: { code: 'FIRST10' } });
    await checked('remove_offer');
    await checked('get_cart');
    const { number, reservationId, sku } = await checked('reserve_for_trial', kurta);
    await checked('extend_reservation', { number });
    const larger = await checked('request_other_size', { number, size: 'L' });
    expect(larger).toMatchObject({ size: 'L', replaces: reservationId });
    expect(await checked('plan_size_swap', { reservationId, size: 'S' })).toMatchObject({
      outcome: 'proposed',
    });
    expect(await checked('plan_reservation_elsewhere', { sku })).toMatchObject({
      steps: [{ type: 'elsewhere' }],
    });
    const { planId } = await checked('get_plan');
    expect(await checked('continue_plan', { planId })).toMatchObject({ outcome: 'done' });
    const look = await checked('plan_outfit', { department: 'women', size: 'M' });
    expect(await checked('drop_plan', { planId: look.planId })).toMatchObject({ outcome: 'undone' });
    await checked('list_reservations');
    // By their ids, as another shop has numbers of its own. There are only two pieces, and the next client wants one as well.
    for (const held of [reservationId, larger.reservationId]) {
      await checked('cancel_reservation', { reservationId: held });
    }
    await checked('create_payment_link');
    expect(await checked('cancel_payment')).toMatchObject({ state: 'cancelled' });
    await checked('add_gift_wrap', { message: 'For Asha' });
    const { url } = await checked('create_payment_link');
    await browser(hub.url).post(`${new URL(String(url)).pathname}/pay`, {});
    expect(await checked('get_payment_status')).toMatchObject({ state: 'paid' });
    const { orders } = await checked('list_orders');
    const [bought] = orders as { number: string }[];
    expect(await checked('get_order', { orderNumber: bought?.number })).toMatchObject({
      notes: [{ worker: 'gift-wrap', text: 'For Asha' }],
    });
    await checked('track_order');
    expect(await checked('get_store_policy')).toMatchObject({ returns: { days: 30 } });
    const orderNumber = bought?.number;
    await checked('submit_feedback', { orderNumber, rating: 4 });
    const address = { street: '12 MG Road', city: 'Pune', postalCode: '411001' };
    await checked('change_order_address', { orderNumber, address });
    const { order } = await checked('change_order_items', {
      orderNumber,
      items: [{ sku: (orders as { lines: { sku: string }[] }[])[0]?.lines[0]?.sku, size: 'L' }],
    });
    expect(order).toMatchObject({ revision: 2 });
    expect(await checked('change_order_payment', { orderNumber })).toMatchObject({
      payment: { state: 'open', orderNumber },
    });
    expect(await checked('cancel_order', { orderNumber, reason: 'other' })).toMatchObject({
      order: { state: 'cancelled' },
    });

    // Points belong to a customer who has signed in, and a key's guest is none; nor does it stand in a shop.
    for (const [name, given, reason] of [
      ['get_loyalty_status', {}, 'not-signed-in'],
      ['redeem_points', { points: 'most' }, 'not-signed-in'],
      ['call_associate', { reason: 'help' }, 'no-associate-here'],
      ['change_customer_address', { address }, 'not-signed-in'],
      ['start_return', { orderNumber }, 'order-not-delivered'],
      ['plan_return_and_buy', { orderNumber, sku: alike?.sku, buySku: alike?.sku }, 'order-'],
      ['start_exchange', { orderNumber, items: [{ sku: kurta.handle }] }, 'not-in-order'],
      ['notify_when_available', kurta, 'in-stock'],
    ] as const) {
      const refused = await call(writer, name, given);
      expect(JSON.stringify(refused.content)).toContain(reason);
      left.delete(name);
    }
    expect([...left]).toEqual([]);
    await writer.close();
  });

  it('sees nothing of a client with another key, whatever it says of itself', async () => {
    const [one, other] = await Promise.all([client('buyer'), client('other')]);
    await structured(one, 'update_cart', { ...kurta, quantity: 2 });
    expect(await pieces(one)).toBe(2);
    expect(await pieces(other)).toBe(0);
    const { structuredContent } = await other.callTool({
      name: 'get_cart',
      arguments: {},
      _meta: { 'aisle/call': '1', actor: { sessionId: 'another' } },
    });
    expect(structuredContent).toMatchObject({ pieces: 0 });
    const forged = await call(other, 'get_cart', { sessionId: 'another' });
    expect(JSON.stringify(forged.content)).toContain('bad-arguments');
    await Promise.all([one.close(), other.close()]);
  });

  it('is in the shop of its key', async () => {
    const elsewhere = await client('elsewhere');
    expect(await structured(elsewhere, 'get_store_info')).toMatchObject({
      store: { storeId: 'blr-indiranagar' },
    });
    await elsewhere.close();
  });
});

it('keeps the sessions of one key apart where the protocol has sessions; where it has none, the key is one guest', async () => {
  const client = (protocol: ProtocolVersion) => connect(hub.url, keys.shared, protocol);
  const [one, other] = await Promise.all([client('2025-11-25'), client('2025-11-25')]);
  await structured(one, 'update_cart', { ...kurta, quantity: 2 });
  expect(await pieces(other)).toBe(0);
  const [modern, again] = await Promise.all([client('2026-07-28'), client('2026-07-28')]);
  expect(await pieces(modern)).toBe(0);
  await structured(modern, 'update_cart', { ...kurta, quantity: 3 });
  expect(await pieces(again)).toBe(3);
  expect(await pieces(one)).toBe(2);
  await Promise.all([one, other, modern, again].map((connected) => connected.close()));
});
