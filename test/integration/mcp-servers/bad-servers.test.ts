import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
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

const misbehaving = (way: string, ...more: readonly string[]) =>
  settingsOf(way, program('misbehave.mjs', way, ...more));

const named = (troubles: readonly string[], text: string) => troubles.some((line) => line.includes(text));

describe('a foreign program that goes wrong costs its own tools only', () => {
  it('when it dies at the start, or is not there', async () => {
    const gone = settingsOf('gone', { command: '/no/such/program', args: [], env: {} });
    const opened = await openShopWith(misbehaving('exit'), gone);
    expect(await foreignNames(opened.catalogue)).toEqual([]);
    expect(opened.troubles).toContain(
      'exit: ended with status 3; its tools are away until it can be reached again',
    );
    expect(opened.troubles).toContain(
      'gone: cannot be started (ENOENT); its tools are away until it can be reached again',
    );
    expect(await opened.call('exit__ask')).toMatchObject({ ok: false, failure: { kind: 'offline' } });
    await expectShopWorks(opened);
  });

  it('when it never answers: the first list waits for a moment, and no call for it', async () => {
    const opened = await openShopWith(misbehaving('silent'));
    expect(await foreignNames(opened.catalogue)).toEqual([]);
    await expectShopWorks(opened);
  });

  it('when it hangs in calls: they end in time, and after some it is left alone', async () => {
    const opened = await openShopWith(misbehaving('hang'));
    await opened.catalogue.list();
    const hanging = opened.call('hang__ask');
    await expectShopWorks(opened);
    expect(await hanging).toMatchObject({ ok: false, failure: { kind: 'timeout' } });
    expect(await opened.call('hang__ask')).toMatchObject({ ok: false, failure: { kind: 'timeout' } });
    expect(await opened.call('hang__ask')).toMatchObject({ ok: false, failure: { kind: 'offline' } });
    expect(await foreignNames(opened.catalogue)).toEqual([]);
    expect(named(opened.troubles, 'left alone')).toBe(true);
  });

  it('when the shopper leaves in the middle of a call', async () => {
    const { catalogue } = await openShopWith(misbehaving('hang'));
    await catalogue.list();
    const leaving = new AbortController();
    const call = catalogue.call('hang__ask', {}, contextOf('key', leaving.signal));
    leaving.abort();
    expect((await call).result).toMatchObject({ ok: false, failure: { reason: 'cancelled' } });
    expect(await foreignNames(catalogue)).toEqual(['hang__ask']);
  });

  it('when what it began to write in one call gets too long in the next', async () => {
    const opened = await openShopWith(misbehaving('creep'));
    await opened.catalogue.list();
    expect(await opened.call('creep__ask')).toMatchObject({ ok: false, failure: { kind: 'timeout' } });
    expect(await opened.call('creep__ask')).toMatchObject({ ok: false, failure: { kind: 'offline' } });
    expect(named(opened.troubles, 'writes without end')).toBe(true);
    await expectShopWorks(opened);
  });

  it('when it answers without end', async () => {
    const opened = await openShopWith(misbehaving('flood'));
    await opened.catalogue.list();
    expect(await opened.call('flood__ask')).toMatchObject({ ok: false, failure: { kind: 'offline' } });
    await expectShopWorks(opened);
    await vi.waitFor(() => expect(named(opened.troubles, 'writes without end')).toBe(true), 5_000);
  });

  it('when one answer is longer than a result may be', async () => {
    const opened = await openShopWith(misbehaving('long'));
    await opened.catalogue.list();
    expect(await opened.call('long__ask')).toMatchObject({ ok: false, failure: { kind: 'invalid' } });
    await expectShopWorks(opened);
  });

  it.each(['notify', 'noise'])('when it floods unasked: %s', async (way) => {
    const opened = await openShopWith(misbehaving(way));
    await opened.catalogue.list();
    await vi.waitFor(() => expect(named(opened.troubles, 'writes without end')).toBe(true), 10_000);
    await expectShopWorks(opened);
  });

  it.each(['garbage', 'complain', 'old'])('not even those for oddities that harm nobody: %s', async (way) => {
    const opened = await openShopWith(misbehaving(way));
    expect(await foreignNames(opened.catalogue)).toEqual([`${way}__ask`]);
    expect(await opened.call(`${way}__ask`)).toEqual({ ok: true, value: { text: 'fine' } });
    await expectShopWorks(opened);
  });

  it('when it lists five thousand tools: a model is given some', async () => {
    const opened = await openShopWith(misbehaving('many'), {
      ...misbehaving('many'),
      name: 'chosen',
      tools: ['tool_4999'],
    });
    const names = await foreignNames(opened.catalogue);
    expect(names.filter((name) => name.startsWith('many__'))).toHaveLength(32);
    expect(names).toContain('chosen__tool_4999');
    expect(await opened.call('chosen__tool_4999')).toMatchObject({ ok: true });
    await expectShopWorks(opened);
  });

  it('when it dies in a call, and then comes back', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'aisle-mcp-'));
    const opened = await openShopWith(misbehaving('die', path.join(folder, 'mark')));
    await opened.catalogue.list();
    expect(await opened.call('die__ask')).toMatchObject({ ok: false, failure: { kind: 'offline' } });
    await expectShopWorks(opened);
    await vi.waitFor(
      async () => expect(await opened.call('die__ask')).toEqual({ ok: true, value: { text: 'back' } }),
      { timeout: 20_000, interval: 100 },
    );
    rmSync(folder, { recursive: true });
  });

  it('when it dies in a write: the outcome is unknown, and the same write is not tried again', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'aisle-mcp-'));
    const settings = { ...misbehaving('die', path.join(folder, 'mark')), writes: ['ask'] };
    const { catalogue, call } = await openShopWith(settings);
    await catalogue.list();
    expect(await call('die__ask', {}, 'once')).toMatchObject({ ok: false, failure: { kind: 'timeout' } });
    await vi.waitFor(async () => expect(await foreignNames(catalogue)).toEqual(['die__ask']), {
      timeout: 20_000,
      interval: 100,
    });
    expect(await call('die__ask', {}, 'once')).toMatchObject({ ok: false, failure: { kind: 'timeout' } });
    expect(await call('die__ask', {}, 'another')).toEqual({ ok: true, value: { text: 'back' } });
    rmSync(folder, { recursive: true });
  });

  it('when the schemas of its tools would take years: they cost the shop a moment', async () => {
    const opened = await openShopWith(misbehaving('bombs'));
    expect(await foreignNames(opened.catalogue)).toEqual(['bombs__fine']);
    expect(opened.troubles[0]).toContain('its input schema is none');
    await expectShopWorks(opened);
  });

  it('when it lies about schemas and effects', async () => {
    const tools = ['no_schema', 'bomb', 'wrong_output', 'bad_output', 'slow_output', 'deep_output'];
    const opened = await openShopWith({
      ...misbehaving('lie'),
      tools: [...tools, 'secretly_writes'],
    });
    expect(await foreignNames(opened.catalogue)).toEqual(
      ['wrong_output', 'bad_output', 'slow_output', 'deep_output'].map((name) => `lie__${name}`),
    );
    expect(opened.troubles[0]).toContain('no_schema (its input schema is none)');
    for (const name of tools) {
      expect(await opened.call(`lie__${name}`)).toMatchObject({ ok: false });
      await expectShopWorks(opened);
    }
    expect(await opened.call('lie__not_allowed')).toMatchObject({ ok: false });
    expect(await opened.call('lie__secretly_writes')).toMatchObject({ ok: false });
  });
});

describe('a foreign server over HTTP that goes wrong costs its own tools only', () => {
  it.each([
    ['refuses', async () => new Response('no', { status: 500 })],
    [
      'answers something else',
      async () => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
    ],
    ['never answers', () => new Promise<Response>(() => undefined)],
    ['sends away', async () => Response.redirect('http://127.0.0.1:9/elsewhere', 307)],
    [
      'floods with JSON',
      async () => new Response(endless('['), { headers: { 'content-type': 'application/json' } }),
    ],
    [
      'floods with events',
      async () =>
        new Response(endless('data: {"jsonrpc":"2.0","method":"notifications/message"}\n\n'), {
          headers: { 'content-type': 'text/event-stream' },
        }),
    ],
  ] as const)('when it %s', async (_name, answer) => {
    const opened = await openShopWith(settingsOf('web', await serveHttp(answer)));
    expect(await foreignNames(opened.catalogue)).toEqual([]);
    await expectShopWorks(opened);
  });

  it.each([
    ['application/json', '['],
    ['text/event-stream', 'data: {"jsonrpc":"2.0","method":"notifications/message"}\n\n'],
  ])('when a call is answered without end, as %s', async (type, text) => {
    const reach = await serveHttp(async (request, courier) =>
      (await request.clone().text()).includes('tools/call')
        ? new Response(endless(text), { headers: { 'content-type': type } })
        : courier(request),
    );
    const opened = await openShopWith(settingsOf('courier', reach, { tools: ['track_parcel'] }));
    expect(await foreignNames(opened.catalogue)).toEqual(['courier__track_parcel']);
    expect(await opened.call('courier__track_parcel', { number: '7' })).toMatchObject({
      ok: false,
      failure: { kind: 'offline' },
    });
    await expectShopWorks(opened);
  });

  it('when it is gone in between', async () => {
    const reach = await serveHttp();
    const opened = await openShopWith(settingsOf('courier', reach, { tools: ['track_parcel'] }));
    await opened.catalogue.list();
    const { port } = reach.url;
    reach.server.closeAllConnections();
    await new Promise((resolve) => reach.server.close(resolve));
    const call = () => opened.call('courier__track_parcel', { number: '7' });
    expect(await call()).toMatchObject({ ok: false, failure: { kind: 'offline' } });
    await expectShopWorks(opened);
    reach.server.listen(Number(port), '127.0.0.1');
    await vi.waitFor(async () => expect(await call()).toMatchObject({ ok: true }), {
      timeout: 20_000,
      interval: 100,
    });
  });
});

function endless(text: string): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text.repeat(1_000));
  return new ReadableStream({ pull: (controller) => controller.enqueue(bytes) });
}
