import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { contextOf } from '../agent/fixture.ts';
import {
  expectShopWorks,
  foreignNames,
  openShopWith,
  program,
  serveHttp,
  settingsOf,
} from './support/open.ts';

const courierTools = {
  tools: ['track_parcel', 'book.courier', 'erase_all', 'update_cart', 'echo'],
  writes: ['book.courier'],
};

describe.each([
  ['stdio', async () => program('courier.mjs')],
  ['Streamable HTTP', async () => serveHttp()],
])('a foreign server over %s', (_name, reach) => {
  it('offers what is allowed, under its own name, and answers', async () => {
    const opened = await openShopWith(settingsOf('courier', await reach(), courierTools));
    const { catalogue, call, troubles } = opened;
    expect(await foreignNames(catalogue)).toEqual([
      'courier__track_parcel',
      'courier__book_courier',
      'courier__update_cart',
      'courier__echo',
    ]);
    expect(troubles).toEqual([
      'courier: offers 4 of its tools; left out: erase_all (does not say that it only reads, and is not in writes)',
    ]);
    expect(await call('courier__track_parcel', { number: '7' })).toEqual({
      ok: true,
      value: { state: 'on its way', fee: 4_900 },
    });
    await expectShopWorks(opened);
  });

  it('is sent what the model wrote, and nothing of the session', async () => {
    const { catalogue, call } = await openShopWith(settingsOf('courier', await reach(), courierTools));
    await catalogue.list();
    const result = await call('courier__echo', { number: '7' }, 'secret-key');
    expect(result).toMatchObject({
      ok: true,
      value: { params: { name: 'echo', arguments: { number: '7' } } },
    });
    const { actor, idempotencyKey } = contextOf('secret-key');
    for (const word of [actor.sessionId, actor.storeId, idempotencyKey]) {
      expect(JSON.stringify(result)).not.toContain(word);
    }
  });
});

describe('what a model reads of a foreign tool', () => {
  it('is short, says where it is from, and has nothing that is not seen', async () => {
    const { catalogue } = await openShopWith(settingsOf('courier', program('courier.mjs'), courierTools));
    const tool = (await catalogue.list()).find(({ name }) => name === 'courier__track_parcel');
    expect(tool).toMatchObject({ worker: 'mcp:courier', effect: 'read', title: 'courier: Track a parcel' });
    expect(tool?.description).toMatch(/^\[courier, not this shop\] Where a parcel is\. Very/u);
    expect(tool?.description).not.toMatch(/\p{C}/u);
    expect(tool?.description.length).toBeLessThan(340);
  });
});

describe('the list of tools in the settings', () => {
  it('offers nothing when it is empty, and says what it names in vain', async () => {
    const { catalogue, troubles } = await openShopWith(
      settingsOf('one', program('courier.mjs'), { tools: [] }),
      settingsOf('two', program('courier.mjs'), { tools: ['track_parcel', 'fly'] }),
    );
    expect(await foreignNames(catalogue)).toEqual(['two__track_parcel']);
    expect([...troubles].sort()).toEqual([
      'one: offers nothing',
      'two: offers 1 of its tools; left out: fly (not there)',
    ]);
  });

  it('never lets a foreign tool stand in for the shop’s own', async () => {
    const { call, catalogue, state } = await openShopWith(
      settingsOf('courier', program('courier.mjs'), courierTools),
    );
    await catalogue.list();
    const given = { handle: 'linen-shirt', size: 'M', colour: 'Blue', quantity: 1 };
    expect(await call('update_cart', given)).toMatchObject({ ok: true });
    expect([...state.cart]).toEqual([['linen-shirt-blue-m', 1]]);
    expect(await call('courier__update_cart')).toMatchObject({ ok: false });
    expect(await call('nobody__update_cart')).toMatchObject({ ok: false, failure: { kind: 'not-found' } });
  });
});

describe('a program', () => {
  it('gets the environment that it needs and what it is given, nothing else of ours', async () => {
    process.env.AISLE_TEST_SECRET = 'of the shop';
    const { catalogue, call } = await openShopWith(
      settingsOf('courier', { ...program('courier.mjs'), env: { COURIER_KEY: 'k-123' } }, courierTools),
    );
    await catalogue.list();
    const result = await call('courier__echo');
    delete process.env.AISLE_TEST_SECRET;
    expect(result).toMatchObject({ ok: true, value: { secret: 'k-123' } });
    expect(JSON.stringify(result)).toContain('"PATH"');
    expect(JSON.stringify(result)).not.toContain('AISLE');
  });

  it('ends with all that it has started, when the agent is closed', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'aisle-mcp-'));
    const file = path.join(folder, 'signs-of-life');
    const [script = ''] = program('courier.mjs').args;
    const beating = '(while :; do echo >> "$0"; sleep 0.05; done) & exec "$1" "$2"';
    const { catalogue } = await openShopWith(
      settingsOf('courier', {
        command: 'sh',
        args: ['-c', beating, file, process.execPath, script],
        env: {},
      }),
    );
    expect(await foreignNames(catalogue)).not.toEqual([]);
    await vi.waitFor(() => expect(statSync(file).size).toBeGreaterThan(2), 5_000);
    await catalogue.close();
    const size = statSync(file).size;
    await sleep(500);
    expect(statSync(file).size).toBe(size);
    rmSync(folder, { recursive: true });
  });
});
