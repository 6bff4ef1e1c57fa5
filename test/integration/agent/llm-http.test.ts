import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { createLlmPlanner } from '../../../src/agent/llm/planner.ts';
import type { SalesAgentParts } from '../../../src/agent/sales-agent-parts.ts';
import { createOpenAiChatModel } from '../../../src/platform/llm/openai-chat-model.ts';
import { agentOver, callsIn, outcomeOf, textOf } from './fixture.ts';
import {
  begin,
  callsTools,
  costs,
  end,
  event,
  type ModelEndpoint,
  says,
  startModelEndpoint,
} from './model-endpoint.ts';

const open: ModelEndpoint[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((endpoint) => endpoint.close()));
});

const agentWith = (...answers: Parameters<typeof startModelEndpoint>[0]) => agentWithin({}, ...answers);

async function agentWithin(
  limits: NonNullable<SalesAgentParts['limits']>,
  ...answers: Parameters<typeof startModelEndpoint>[0]
) {
  const endpoint = await startModelEndpoint(answers);
  open.push(endpoint);
  const model = createOpenAiChatModel({
    apiKey: 'test',
    baseUrl: endpoint.baseUrl,
    model: 'scripted',
    firstPieceMs: 1_000,
    totalMs: 2_000,
    breaker: { failures: 2, halfOpenAfterMs: 60_000 },
    // A token in costs a thousandth.
    prices: { input: 1_000, output: 1_000 },
  });
  return { endpoint, model, ...(await agentOver({ llm: createLlmPlanner(model), limits })) };
}

describe('the language model over HTTP', () => {
  it('streams calls and words, and sees the results', async () => {
    const { say, endpoint, failovers, state } = await agentWith(
      callsTools(['search_catalog', '{"productType":"Shirt"}'], ['get_cart', '{}']),
      callsTools(['update_cart', '{"handle":"linen-shirt","size":"M","colour":"Blue","quantity":1}']),
      says('The linen shirt is in your bag for ₹1,599.'),
    );
    const events = await say('put a blue linen shirt in M in my bag');
    expect(callsIn(events)).toEqual(['search_catalog', 'get_cart', 'update_cart']);
    expect(textOf(events)).toBe('The linen shirt is in your bag for ₹1,599.');
    expect([...state.cart]).toEqual([['linen-shirt-blue-m', 1]]);
    expect(failovers).toEqual([]);
    expect(endpoint.requests).toHaveLength(3);
    const [first, , last] = endpoint.requests.map(
      (request) => request.messages as { role: string; content: string }[],
    );
    expect(first?.map((message) => message.role)).toEqual(['system', 'system', 'user']);
    expect(last?.at(-1)?.role).toBe('tool');
    expect(last?.at(-1)?.content).toContain('"pieces":1');
    expect(last?.[0]).toEqual(first?.[0]);
  });

  it('tells the model that the shopper said no', async () => {
    const { say, endpoint, state } = await agentWith(
      callsTools(['reserve_for_trial', '{"handle":"linen-shirt","size":"M","colour":"Blue"}']),
      says('No problem.'),
    );
    const events = await say('reserve it', { confirm: async () => false });
    expect(textOf(events)).toBe('No problem.');
    expect(state.holds).toEqual([]);
    expect(JSON.stringify(endpoint.requests[1])).toContain('declined');
  });

  it.each([
    ['are no JSON', '{"productType": Saree'],
    ['are no object', '["Saree"]'],
    ['are none of the tool', '{"kind":"Saree"}'],
  ])('mends arguments that %s when it is told, once', async (_name, wrong) => {
    const { say, endpoint, failovers } = await agentWith(
      callsTools(['search_catalog', wrong]),
      callsTools(['search_catalog', '{"productType":"Saree"}']),
      says('Here is one.'),
    );
    const events = await say('show me sarees');
    expect(textOf(events)).toBe('Here is one.');
    expect(callsIn(events)).toEqual(['search_catalog', 'search_catalog']);
    expect(JSON.stringify(endpoint.requests[1])).toContain('bad-arguments');
    expect(failovers).toEqual([]);
  });

  it('may call a tool without arguments after it has written them badly', async () => {
    const { say, failovers } = await agentWith(
      callsTools(['get_cart', '{']),
      callsTools(['get_cart', '{}']),
      says('Your bag is empty.'),
    );
    expect(textOf(await say('my bag'))).toBe('Your bag is empty.');
    expect(failovers).toEqual([]);
  });

  it('never runs a write whose arguments it could not write', async () => {
    const { say, state, failovers } = await agentWith(callsTools(['update_cart', '{"handle":"linen-shirt"']));
    await say('hello');
    expect(state.cart.size).toBe(0);
    expect(failovers).toHaveLength(1);
  });

  it.each([
    [
      'refuses with 401',
      (response) =>
        response.writeHead(401, { 'content-type': 'application/json' }).end('{"error":{"message":"no"}}'),
    ],
    ['is overloaded with 429', (response) => response.writeHead(429).end('slow down')],
    ['breaks with 500', (response) => response.writeHead(500).end('oops')],
    [
      'answers HTML',
      (response) =>
        response.writeHead(200, { 'content-type': 'text/html' }).end('<html><body>Login</body></html>'),
    ],
    ['answers nothing', (response) => response.writeHead(200, { 'content-type': 'text/event-stream' }).end()],
    ['never begins', () => undefined],
    [
      'stops in the middle without an end',
      (response) => {
        begin(response);
        event(response, { content: 'Sure, the sa' });
      },
    ],
    [
      'is cut off in the middle',
      (response) => {
        begin(response);
        event(response, { content: 'Sure, the sa' });
        response.destroy();
      },
    ],
    [
      'ends without saying why',
      (response) => {
        begin(response);
        event(response, { content: 'Sure, the sa' });
        end(response);
      },
    ],
    [
      'streams garbage',
      (response) => {
        begin(response);
        response.end('data: {"choices": [[[\n\n');
      },
    ],
    ['writes arguments that are no JSON', callsTools(['search_catalog', '{"productType": Saree'])],
    ['writes arguments that are a list', callsTools(['search_catalog', '["Saree"]'])],
    [
      'filters its own content',
      (response) => {
        begin(response);
        event(response, {}, 'content_filter');
        end(response);
      },
    ],
    [
      'sends arguments that the tool refuses, each time others',
      (response, { messages }) =>
        callsTools(['search_catalog', `{"page":${(messages as unknown[]).length}}`])(response, {}),
    ],
    ['calls a tool that is not there for ever', callsTools(['drop_tables', '{}'])],
    ['calls the same tool for ever', callsTools(['get_cart', '{}'])],
    [
      'never stops writing',
      (response) => {
        begin(response);
        for (let n = 0; n < 3000; n += 1) event(response, { content: 'word word ' });
        event(response, {}, 'stop');
        end(response);
      },
    ],
  ] satisfies readonly (readonly [string, Parameters<typeof startModelEndpoint>[0][number]])[])(
    'is replaced within the turn when it %s',
    async (_name, answer) => {
      const { say, failovers } = await agentWith(answer);
      const started = performance.now();
      const events = await say('show me sarees');
      expect(textOf(events)).toMatch(/I found 1 piece\.$/);
      expect(outcomeOf(events)).toBe('answered');
      expect(events.some((step) => step.event === 'card' && step.card.type === 'products')).toBe(true);
      expect(failovers).toHaveLength(1);
      expect(performance.now() - started).toBeLessThan(5_000);
    },
  );

  it.each([{ tokens: 1_000 }, { cost: 1_000_000 }])(
    'is asked nothing more in a turn once it has cost enough (%j); what was done stays, and the turn is answered',
    async (limits) => {
      const { say, endpoint, failovers, state } = await agentWithin(
        limits,
        costs(
          600,
          callsTools(['update_cart', '{"handle":"linen-shirt","size":"M","colour":"Blue","quantity":1}']),
        ),
        costs(600, callsTools(['get_cart', '{}'])),
      );
      const events = await say('add a linen camp shirt in M blue');
      expect(endpoint.requests).toHaveLength(2);
      expect(failovers).toEqual(['llm: spent too much']);
      expect([...state.cart]).toEqual([['linen-shirt-blue-m', 1]]);
      expect(outcomeOf(events)).toBe('answered');
      // The next turn has a budget of its own.
      await say('my bag');
      expect(endpoint.requests.length).toBeGreaterThan(2);
    },
  );

  it('has so long to plan in a turn, over all its rounds; what the shopper takes to say yes is not counted', async () => {
    const slowly =
      (answer: ReturnType<typeof callsTools>): ReturnType<typeof callsTools> =>
      async (response, request) => {
        await sleep(400);
        return answer(response, request);
      };
    const add = slowly(
      callsTools(['update_cart', '{"handle":"linen-shirt","size":"M","colour":"Blue","quantity":1}']),
    );
    const confirm = async () => {
      await sleep(1_000);
      return true;
    };
    const patient = await agentWithin({ planningMs: 1_500 }, add, slowly(says('Done.')));
    expect(textOf(await patient.say('add it', { confirm }))).toBe('Done.');
    expect(patient.failovers).toEqual([]);
    const hasty = await agentWithin({ planningMs: 600 }, add, slowly(callsTools(['get_cart', '{}'])));
    const events = await hasty.say('add a linen camp shirt in M blue');
    expect(hasty.failovers).toEqual(['llm: took too long']);
    expect(outcomeOf(events)).toBe('answered');
    expect([...hasty.state.cart]).toEqual([['linen-shirt-blue-m', 1]]);
  });

  it.each([
    ['is busy', (response) => response.writeHead(503).end('busy')],
    ['has too many at once', (response) => response.writeHead(429).end('slow down')],
    ['breaks the line off', (response) => response.destroy()],
  ] satisfies readonly (readonly [string, Parameters<typeof startModelEndpoint>[0][number]])[])(
    'is asked once more, and no planner is changed, when it %s',
    async (_name, hiccup) => {
      const { say, endpoint, failovers } = await agentWith(hiccup, says('Here I am.'));
      expect(textOf(await say('hello'))).toBe('Here I am.');
      expect(endpoint.requests).toHaveLength(2);
      expect(failovers).toEqual([]);
    },
  );

  it('is not asked again when it refuses, or has begun to speak', async () => {
    const refusing = await agentWith((response) => response.writeHead(401).end());
    await refusing.say('show me sarees');
    expect(refusing.endpoint.requests).toHaveLength(1);
    const cutOff = await agentWith((response) => {
      begin(response);
      event(response, { content: 'Sure, the sa' });
      setTimeout(() => response.destroy(), 50);
    });
    await cutOff.say('show me sarees');
    expect(cutOff.endpoint.requests).toHaveLength(1);
  });

  it('is left alone after failures in a row: the circuit opens', async () => {
    const { say, endpoint, agent } = await agentWith((response) => response.writeHead(500).end());
    await say('show me sarees');
    expect(agent.planner()).toBe('llm');
    await say('show me sarees');
    expect(agent.planner()).toBe('offline');
    const asked = endpoint.requests.length;
    expect(textOf(await say('show me shirts'))).toContain('I found 2 pieces.');
    expect(endpoint.requests).toHaveLength(asked);
  });

  it('is not reachable at all: the offline planner answers', async () => {
    const { say, endpoint } = await agentWith(says('never heard'));
    await endpoint.close();
    expect(textOf(await say('show me sarees'))).toContain('I found 1 piece.');
  });

  it('stops when the shopper cancels', async () => {
    const { say } = await agentWith((response) => {
      begin(response);
      event(response, { content: 'Let me think. ' });
    });
    const abort = new AbortController();
    setTimeout(() => abort.abort(), 100);
    const started = performance.now();
    const events = await say('show me sarees', { signal: abort.signal });
    expect(outcomeOf(events)).toBe('cancelled');
    expect(performance.now() - started).toBeLessThan(900);
  });
});
