import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readToolCount } from '../../support/tool-counts.ts';
import { aisle, ended, eventsOf, type RunningHub, startAisle, startHub } from './run-aisle.ts';

let scratch = '';
let data = '';
let hub: RunningHub;

beforeAll(async () => {
  scratch = await mkdtemp(path.join(tmpdir(), 'aisle-cli-shop-'));
  data = path.join(scratch, 'hub');
  hub = await startHub(data);
});
afterAll(async () => {
  hub.process.kill('SIGKILL');
  await rm(scratch, { recursive: true, force: true });
});

const catalogue = [
  'Handle,Title,Type,Published,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Qty,Variant Price',
  'moon-cape,Moon cape,Cape,TRUE,Size,M,CAPE-M,5,499.10',
  'sun-cape,Sun cape,Cape,TRUE,Size,M,CAPE-S,5,cheap',
].join('\r\n');

describe('aisle hub, as a process', () => {
  it('says where it serves, in one line and nothing else', () => {
    expect(hub.lines).toHaveLength(1);
    expect(JSON.parse(hub.lines[0] ?? '')).toMatchObject({ event: 'ready', url: hub.url });
  });

  it('keeps a second one off its folder, and off a port that is taken', async () => {
    const second = await aisle(['hub', '--port', '0', '--data', data]);
    expect({ status: second.status, output: second.output }).toEqual({ status: 2, output: '' });
    expect(second.errors).toContain('in use by another hub');

    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const address = taken.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const blocked = await aisle(['start', '--port', String(port), '--data', path.join(scratch, 'start')]);
    await new Promise((resolve) => taken.close(resolve));
    expect(blocked.status).toBe(1);
    expect(blocked.errors).toContain(`Port ${port} is in use.`);
    expect(blocked.errors).not.toMatch(/^\s+at /mu);
  });

  it('shows what is imported while it runs, and keeps it through a kill', async () => {
    const file = path.join(scratch, 'capes.csv');
    await writeFile(file, `\ufeff${catalogue}\r\n`);
    const argv = ['import', 'catalogue', file, '--location', 'hyd-banjara', '--data', data, '--json'];
    const dry = await aisle([...argv, '--dry-run']);
    expect(eventsOf(dry.output).at(-1)).toMatchObject({ dryRun: true, products: 1, created: 3 });
    const done = await aisle(argv);
    expect(done.status).toBe(1);
    expect(eventsOf(done.output).at(-1)).toMatchObject({
      dryRun: false,
      products: 1,
      variants: 1,
      created: 3,
      errors: [{ row: 3, column: 'Variant Price' }],
    });
    const again = await aisle(argv);
    expect(eventsOf(again.output).at(-1)).toMatchObject({ created: 0, changed: 0, unchanged: 3 });
    await expect
      .poll(async () => (await fetch(`${hub.url}/products/moon-cape`)).status, { timeout: 10_000 })
      .toBe(200);

    process.kill(hub.pid, 'SIGKILL');
    await ended(hub.process);
    hub = await startHub(data);
    expect((await fetch(`${hub.url}/products/moon-cape`)).status).toBe(200);
    expect(await fetch(`${hub.url}/search?text=moon+cape`).then((answer) => answer.text())).toContain(
      'Moon cape',
    );
  });

  it('ends with 0 when it is asked to', async () => {
    hub.process.kill('SIGTERM');
    expect(await ended(hub.process)).toBe(0);
    const next = await startHub(data);
    next.process.kill('SIGINT');
    expect(await ended(next.process)).toBe(0);
  });
});

describe('aisle agent, as a process', () => {
  it('writes nothing but events to stdout, whatever it reads', async () => {
    const input = Buffer.concat([
      Buffer.from([0xff, 0xfe, 0x80, 0x0a]),
      Buffer.from(`${'a'.repeat(1_000_000)}\nblue kurta under 2000\nadd the first one in M\nyes\n`),
      Buffer.from('मेरा बैग\nmake it 2\n'),
    ]);
    const done = await aisle(['agent', '--data', data], input);
    expect(done.status).toBe(0);
    const events = eventsOf(done.output);
    expect(new Set(events.map(({ event }) => event))).toEqual(
      new Set(['tool-call', 'tool-result', 'text', 'card', 'confirm', 'turn-ended']),
    );
    expect(events.filter(({ event }) => event === 'turn-ended').map(({ turn }) => turn)).toEqual([
      1, 2, 3, 4, 5, 6,
    ]);
    const [asked, unanswered] = events.filter(({ event }) => event === 'confirm');
    expect(asked).toMatchObject({ turn: 4, tool: 'update_cart', arguments: { size: 'M', quantity: 1 } });
    expect(unanswered).toMatchObject({ turn: 6, tool: 'update_cart', arguments: { quantity: 2 } });
    const results = events.filter(({ event, tool }) => event === 'tool-result' && tool === 'update_cart');
    expect(results).toMatchObject([
      { ok: true, worker: 'cart', result: { pieces: 1 } },
      { ok: false, worker: 'cart', failure: { kind: 'denied' } },
    ]);
  });

  it('leaves nothing behind when its reader goes away', async () => {
    const folder = path.join(scratch, 'tmp');
    await mkdir(folder);
    const agent = startAisle(['agent', '--data', data], { TMPDIR: folder });
    agent.stderr.resume();
    agent.stdin.on('error', () => undefined);
    agent.stdin.end('show me kurtas\nshow me shirts\nmy bag\n');
    createInterface({ input: agent.stdout }).once('line', () => agent.stdout.destroy());
    expect(await ended(agent)).toBe(0);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect((await readdir(folder)).filter((name) => name.startsWith('aisle-'))).toEqual([]);
    // Its hub lets go of the folder.
    const next = await startHub(data);
    next.process.kill('SIGTERM');
    expect(await ended(next.process)).toBe(0);
  });
});

describe('aisle mcp, as a process', () => {
  it('survives garbage, and answers what follows', async () => {
    const mcp = startAisle(['mcp', '--data', data]);
    mcp.stderr.resume();
    const answers: Record<string, unknown>[] = [];
    const last = new Promise<void>((resolve) => {
      createInterface({ input: mcp.stdout }).on('line', (line) => {
        const answer = JSON.parse(line) as Record<string, unknown>;
        answers.push(answer);
        if (answer.id === 3) resolve();
      });
    });
    const send = (message: unknown) => mcp.stdin.write(`${JSON.stringify(message)}\n`);
    mcp.stdin.write('this is not JSON\n[]\n{"jsonrpc":"2.0"\n');
    const clientInfo = { name: 'test', version: '1' };
    send({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo },
    });
    send({ jsonrpc: '2.0', method: 'notifications/initialized' });
    send({ jsonrpc: '2.0', id: 2, method: 'tools/list' });
    send({
      jsonrpc: '2.0',
      id: 3,
      method: 'tools/call',
      params: { name: 'get_store_info', arguments: { name: 'Bandra' } },
    });
    await last;
    mcp.stdin.end();
    expect(await ended(mcp)).toBe(0);
    const byId = Object.fromEntries(answers.map((answer) => [String(answer.id), answer.result]));
    expect(byId['1']).toMatchObject({ protocolVersion: '2025-11-25' });
    const { tools } = byId['2'] as { tools: { annotations: Record<string, boolean> }[] };
    expect(tools).toHaveLength(readToolCount);
    expect(tools.every(({ annotations }) => annotations.readOnlyHint)).toBe(true);
    expect(byId['3']).toMatchObject({ structuredContent: { store: { storeId: 'mum-bandra' } } });
  });
});
