import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ToolContext } from '../../src/core/agent/tool.ts';
import type { ToolCatalogue } from '../../src/core/agent/tool-catalogue.ts';
import type { Actor } from '../../src/core/shop.ts';
import { createCatalogueWriter } from '../../src/platform/hub-store/catalogue-writer.ts';
import { createMcpToolCatalogue } from '../../src/platform/mcp/tool-catalogue.ts';
import { shop as shopPlace } from '../../src/platform/store/testing/samples.ts';
import { createWorkers } from '../../src/workers/all.ts';
import type { Call } from './support/injection-case.ts';
import { openWorld, type World } from './support/world.ts';
import { givenOf, orderWrites, writes } from './support/writes.ts';

let world: World;
let catalogue: ToolCatalogue;
let floorReads = 0;

/** The shop, telling of each time that someone reaches for what only associates do. */
const watched = (shop: World['shop']): World['shop'] =>
  new Proxy(shop, {
    get: (target, name) => {
      if (name === 'floor') floorReads += 1;
      return Reflect.get(target, name);
    },
  });

beforeAll(async () => {
  world = await openWorld({ products: [], offers: [], stores: [] });
  const elsewhere = { ...shopPlace, storeId: 'second-shop', name: 'Second shop' };
  await createCatalogueWriter(world.hub).write(
    async (catalogue) => {
      await catalogue.putStore(elsewhere);
      const { storeId } = elsewhere;
      await catalogue.putStock({ storeId, sku: 'silk-scarf-One-Red', onHand: 4, location: 'Rail A1' });
    },
    { dryRun: false },
  );
  catalogue = await createMcpToolCatalogue(createWorkers(watched(world.shop)));
});
afterAll(async () => {
  await catalogue.close();
  await world.close();
});

const contextOf = (actor: Actor, idempotencyKey: string): ToolContext => ({
  actor,
  idempotencyKey,
  signal: new AbortController().signal,
});

const run = async (at: ToolCatalogue, [tool, given]: Call, actor: Actor, key: string) =>
  (await at.call(tool, given, contextOf(actor, key))).result;

/** What a session has: what a write may change and an undoing must bring back. */
async function stateOf(actor: Actor) {
  const view = await world.shop.sessions.view(actor);
  if (!view.ok) throw new Error(view.failure.message);
  const { cart, reservations, payment } = view.value;
  const held = reservations.filter(({ kind, state }) => kind === 'trial' && state === 'requested');
  return {
    lines: cart.lines.map(({ sku, quantity }) => [sku, quantity]),
    offer: cart.offer?.code ?? null,
    way: cart.fulfilment?.method ?? null,
    held: held.map(({ sku, quantity }) => [sku, quantity]),
    open: payment?.state === 'open',
  };
}

async function prepared(write: (typeof writes)[string]): Promise<{ actor: Actor; given: Call[1] }> {
  const actor = await world.guest();
  const values: Readonly<Record<string, unknown>>[] = [];
  for (const [index, call] of write.before.entries()) {
    const result = await run(catalogue, call, actor, `before-${index}`);
    if (!result.ok) throw new Error(`${call[0]}: ${result.failure.message}`);
    values.push(result.value);
  }
  return { actor, given: givenOf(write, values) };
}

it('names how every write is taken back', async () => {
  const listed = (await catalogue.list()).filter(({ effect }) => effect === 'write').map(({ name }) => name);
  // A new write needs a row in support/writes.ts: how to call it, and what takes it back.
  expect(listed.filter((name) => !(name in writes) && !orderWrites.includes(name))).toEqual([]);
});

it.each(Object.entries(writes))(
  '%s has its effect once under one key, also after a restart',
  async (name, write) => {
    const { actor, given } = await prepared(write);
    const first = await run(catalogue, [name, given], actor, 'key');
    expect(first.ok).toBe(write.refused !== true);
    const after = world.rows();
    expect(await run(catalogue, [name, given], actor, 'key')).toEqual(first);
    expect(world.rows()).toEqual(after);
    // What remembers keys in this process is gone after a restart; the shop itself must not do it twice.
    const state = await stateOf(actor);
    const restarted = await createMcpToolCatalogue(createWorkers(world.shop));
    await run(restarted, [name, given], actor, 'key');
    await restarted.close();
    expect(await stateOf(actor)).toEqual(state);
  },
);

it.each(
  Object.entries(writes).flatMap(([name, write]) =>
    write.undo === null ? [] : [{ name, write, undo: write.undo }],
  ),
)('$name is taken back by $undo.0', async ({ name, write, undo }) => {
  const { actor, given } = await prepared(write);
  const before = await stateOf(actor);
  expect(await run(catalogue, [name, given], actor, 'key')).toMatchObject({ ok: true });
  expect(await stateOf(actor)).not.toEqual(before);
  expect(await run(catalogue, undo, actor, 'undo')).toMatchObject({ ok: true });
  expect(await stateOf(actor)).toEqual(before);
});

it('has no tool that takes an argument beyond its own, such as whose session it is', async () => {
  const actor = await world.guest();
  for (const { name, inputSchema } of await catalogue.list()) {
    expect({ name, more: inputSchema.additionalProperties }).toEqual({ name, more: false });
    expect(
      await run(catalogue, [name, { sessionId: world.other.actor.sessionId }], actor, name),
    ).toMatchObject({
      ok: false,
      failure: { reason: 'bad-arguments' },
    });
  }
});

it('has no tool that reaches what only associates do', async () => {
  const actor = await world.guest();
  for (const { name } of await catalogue.list()) {
    const write = writes[name];
    const given = write === undefined ? {} : givenOf(write, []);
    await run(catalogue, [name, given], actor, `floor-${name}`);
    await catalogue.consent(name, given, contextOf(actor, 'floor'));
  }
  expect(floorReads).toBe(0);
});
