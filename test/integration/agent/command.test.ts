import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { OpenShop } from '../../../src/cli/agent/open-shop.ts';
import { runAgent } from '../../../src/cli/agent/run-agent.ts';
import { runMcp } from '../../../src/cli/mcp/run-mcp.ts';
import { agentEvent } from '../../../src/contracts/agent-event.ts';
import { fail, succeed } from '../../../src/contracts/result.ts';
import { createFakeShop, type FakeShopState, fakeActor } from '../../../src/workers/testing/fake-shop.ts';
import { readToolCount, toolCount } from '../../support/tool-counts.ts';
import { counter } from './fixture.ts';

function harness() {
  const { shop, state } = createFakeShop();
  let closed = 0;
  const open: OpenShop = async ({ language }) =>
    succeed({
      shop,
      actor: { ...fakeActor, language },
      environment: { now: () => 0, newId: counter() },
      close: async () => {
        closed += 1;
      },
    });
  const input = new PassThrough();
  const output = new PassThrough();
  const errors = new PassThrough();
  const streams = { input, output, errors, environment: {} };
  return { open, streams, input, output, errors, state, closed: () => closed };
}

const linesOf = (stream: PassThrough): readonly string[] =>
  String(stream.read() ?? '')
    .split('\n')
    .filter((line) => line !== '');

async function talk(lines: string, argv: readonly string[] = []) {
  const { open, streams, input, output, state, closed } = harness();
  input.end(lines);
  const status = await runAgent(argv, streams, open);
  const events = linesOf(output).map((line) => agentEvent.parse(JSON.parse(line)));
  return { status, events, state: state as FakeShopState, closed: closed() };
}

describe('aisle agent', () => {
  it('writes one event a line, one turn after the other, and ends with the input', async () => {
    const { status, events, closed } = await talk('show me sarees\n\n   \nmy bag\n');
    expect(status).toBe(0);
    expect(closed).toBe(1);
    expect(events.filter((event) => event.event === 'turn-ended').map((event) => event.turn)).toEqual([1, 2]);
    expect(events.flatMap((event) => (event.event === 'tool-call' ? [event.tool] : []))).toEqual([
      'search_catalog',
      'get_cart',
    ]);
  });

  it.each([
    ['yes', 1, 3],
    ['YES ', 1, 3],
    ['no', 0, 3],
    // No consent, but words that deserve an answer of their own.
    ['show me sarees', 0, 4],
  ])('takes the line after a confirm as its answer: %s', async (answer, holds, turns) => {
    const { state, events } = await talk(`linen shirts\nreserve it in M\n${answer}\nmy bag\n`);
    expect(state.holds).toHaveLength(holds);
    expect(events.filter((event) => event.event === 'turn-ended')).toHaveLength(turns);
  });

  it('takes the end of the input for a no', async () => {
    const { state, status, events } = await talk('linen shirts\nreserve it in M\n');
    expect(status).toBe(0);
    expect(state.holds).toEqual([]);
    expect(events.at(-1)).toMatchObject({ event: 'turn-ended', outcome: 'answered' });
  });

  it('goes on after a line that is too long, and after control characters', async () => {
    const { events } = await talk(`${'x'.repeat(200_000)}\nshow me\u0000 sarees\n`);
    expect(events.filter((event) => event.event === 'turn-ended').map((event) => event.outcome)).toEqual([
      'failed',
      'answered',
    ]);
  });

  it('answers in the language asked for', async () => {
    const { events } = await talk('साड़ी दिखाओ\n', ['--language', 'hi']);
    expect(events.find((event) => event.event === 'text')).toMatchObject({ text: 'मुझे 1 पीस मिला।' });
  });

  it('says what is wrong with its options', async () => {
    const { open, streams } = harness();
    await expect(runAgent(['--language', 'fr'], streams, open)).rejects.toThrow(
      '--language must be one of en, hi, es, ar',
    );
  });

  it('says why a shop cannot be opened', async () => {
    const { streams, errors } = harness();
    const status = await runAgent(['--store', 'moon'], streams, async () =>
      fail('not-found', 'There is no shop moon.'),
    );
    expect(status).toBe(2);
    expect(linesOf(errors)).toEqual(['aisle agent: There is no shop moon.']);
  });
});

const modern = {
  'io.modelcontextprotocol/protocolVersion': '2026-07-28',
  'io.modelcontextprotocol/clientInfo': { name: 't', version: '1' },
  'io.modelcontextprotocol/clientCapabilities': {},
};

async function serve(argv: readonly string[], messages: readonly object[], answers: number) {
  const { open, streams, input, output, state, errors } = harness();
  const running = runMcp(argv, streams, open);
  const got: Record<string, unknown>[] = [];
  let held = '';
  const done = new Promise<void>((resolve) => {
    output.on('data', (chunk) => {
      const parts = `${held}${String(chunk)}`.split('\n');
      held = parts.pop() ?? '';
      got.push(...parts.map((part) => JSON.parse(part) as Record<string, unknown>));
      if (got.length >= answers) resolve();
    });
  });
  for (const message of messages) input.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  await done;
  input.end();
  return { status: await running, got, state, errors: linesOf(errors) };
}

const initialize = {
  id: 1,
  method: 'initialize',
  params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 't', version: '1' } },
};

describe('aisle mcp', () => {
  it('serves a client of 2025-11-25: read tools, and no writes', async () => {
    const { status, got, state } = await serve(
      [],
      [
        initialize,
        { method: 'notifications/initialized' },
        { id: 2, method: 'tools/list' },
        {
          id: 3,
          method: 'tools/call',
          params: { name: 'search_catalog', arguments: { productType: 'Saree' } },
        },
        {
          id: 4,
          method: 'tools/call',
          params: { name: 'reserve_for_trial', arguments: { handle: 'banarasi-saree', colour: 'Red' } },
        },
      ],
      4,
    );
    expect(status).toBe(0);
    const byId = new Map(got.map((message) => [message.id, message.result as Record<string, unknown>]));
    expect(byId.get(1)).toMatchObject({ protocolVersion: '2025-11-25' });
    const tools = byId.get(2)?.tools as {
      name: string;
      outputSchema: unknown;
      annotations: { readOnlyHint: boolean };
    }[];
    expect(tools).toHaveLength(readToolCount);
    expect(tools.every((tool) => tool.annotations.readOnlyHint && tool.outputSchema !== undefined)).toBe(
      true,
    );
    const found = byId.get(3) as { content: { text: string }[]; structuredContent: object };
    expect(JSON.parse(found.content[0]?.text ?? '')).toEqual(found.structuredContent);
    expect(byId.get(4)).toMatchObject({ isError: true });
    expect(state.holds).toEqual([]);
  });

  it('serves a client of 2026-07-28, and writes with --writes', async () => {
    const { got, state } = await serve(
      ['--writes'],
      [
        { id: 1, method: 'tools/list', params: { _meta: modern } },
        {
          id: 2,
          method: 'tools/call',
          params: {
            name: 'update_cart',
            arguments: { handle: 'linen-shirt', size: 'M', colour: 'Blue', quantity: 2 },
            _meta: modern,
          },
        },
      ],
      2,
    );
    const byId = new Map(got.map((message) => [message.id, message.result as Record<string, unknown>]));
    expect(byId.get(1)?.tools).toHaveLength(toolCount);
    expect(byId.get(2)).toMatchObject({ structuredContent: { pieces: 2 } });
    expect([...state.cart]).toEqual([['linen-shirt-blue-m', 2]]);
  });

  it('survives lines that are no protocol', async () => {
    const { status, got } = await serve(
      [],
      [initialize, { id: 2, method: 'no/such' }, { id: 3, method: 'ping' }],
      3,
    );
    expect(status).toBe(0);
    expect(got.map((message) => message.id).sort()).toEqual([1, 2, 3]);
  });
});
