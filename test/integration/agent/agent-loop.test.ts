import { describe, expect, it } from 'vitest';
import { agentEvent } from '../../../src/contracts/agent-event.ts';
import { PlannerUnavailable } from '../../../src/core/agent/planner.ts';
import { agentOver, callOf, callsIn, outcomeOf, scripted, textOf, textPiece } from './fixture.ts';

const reserve = callOf('c1', 'reserve_for_trial', { handle: 'linen-shirt', size: 'M', colour: 'Blue' });

describe('consent', () => {
  it('asks before a write, in words made from the shop’s data, and does it after a yes', async () => {
    const { say, state } = await agentOver();
    await say('show me linen shirts for men');
    const events = await say('add it in M');
    expect(events.map((event) => event.event)).toEqual([
      'tool-call',
      'tool-result',
      'tool-call',
      'confirm',
      'tool-result',
      'text',
      'card',
      'turn-ended',
    ]);
    expect(events.find((event) => event.event === 'confirm')).toMatchObject({
      tool: 'update_cart',
      summary: 'Have 1 × Linen Camp Shirt (M, Blue) in your bag, ₹1,599?',
    });
    expect([...state.cart]).toEqual([['linen-shirt-blue-m', 1]]);
    expect(events.every((event) => agentEvent.safeParse(event).success)).toBe(true);
  });

  it.each([
    ['no', async () => false],
    ['a broken answer', () => Promise.reject(new Error('gone'))],
  ])('does nothing after %s', async (_name, confirm) => {
    const { say, state } = await agentOver();
    await say('show me linen shirts');
    const events = await say('reserve it in M', { confirm });
    expect(state.holds).toEqual([]);
    expect(textOf(events)).toBe('All right, I left it as it was.');
    expect(outcomeOf(events)).toBe('answered');
  });

  it('holds for one call only, also where a model counts its calls anew in each answer', async () => {
    const shirts = (colour: string) =>
      callOf('call-0', 'update_cart', { handle: 'linen-shirt', size: 'M', colour, quantity: 1 });
    const { say, state } = await agentOver({
      llm: scripted(({ steps }) =>
        steps.length === 0 ? [shirts('Blue')] : steps.length === 1 ? [shirts('White')] : [textPiece('Done.')],
      ),
    });
    const asked: string[] = [];
    const confirm = async (id: string) => asked.push(id) < 2;
    const events = await say('one of each', { confirm });
    expect(new Set(asked).size).toBe(2);
    expect(events.flatMap((event) => (event.event === 'tool-result' ? [event.ok] : []))).toEqual([
      true,
      false,
    ]);
    expect(state.cart.size).toBe(1);
  });

  it('does not ask about a write that cannot be described', async () => {
    const { say, state } = await agentOver({
      llm: scripted((turn) =>
        turn.steps.length === 0
          ? [callOf('c1', 'update_cart', { handle: 'linen-shirt', quantity: 1e9 })]
          : [textPiece('How many would you like?')],
      ),
    });
    const events = await say('a billion shirts');
    expect(events.some((event) => event.event === 'confirm')).toBe(false);
    expect(state.cart.size).toBe(0);
  });
});

describe('a turn', () => {
  it('is recorded with what was shown, for every channel after this one', async () => {
    const { say, state } = await agentOver();
    await say('show me sarees');
    expect(
      state.messages.map(({ role, text, cards }) => ({ role, text, cards: cards.map((card) => card.type) })),
    ).toEqual([
      { role: 'shopper', text: 'show me sarees', cards: [] },
      { role: 'agent', text: 'I found 1 piece.', cards: ['products'] },
    ]);
  });

  it('refuses a second one of the same session while the first runs', async () => {
    const { say } = await agentOver();
    await say('show me linen shirts');
    let second: readonly unknown[] = [];
    const first = await say('reserve it in M', {
      confirm: async () => {
        second = await say('my bag');
        return true;
      },
    });
    expect(second).toMatchObject([{ event: 'text' }, { event: 'turn-ended', outcome: 'failed' }]);
    expect(outcomeOf(first)).toBe('answered');
  });

  it('ends as cancelled when the shopper cancels at the question', async () => {
    const { say, state } = await agentOver();
    await say('show me linen shirts');
    const abort = new AbortController();
    const events = await say('reserve it in M', {
      signal: abort.signal,
      confirm: () => {
        abort.abort();
        return new Promise(() => undefined);
      },
    });
    expect(outcomeOf(events)).toBe('cancelled');
    expect(state.holds).toEqual([]);
  });

  it('takes no utterance that is longer than anyone speaks', async () => {
    const { say, state } = await agentOver();
    const events = await say('shirt '.repeat(1000));
    expect(outcomeOf(events)).toBe('failed');
    expect(textOf(events)).toContain('1000');
    expect(state.messages).toEqual([]);
  });

  it('runs reads that are given together at the same time', async () => {
    const { say } = await agentOver({
      llm: scripted((turn) =>
        turn.steps.length === 0
          ? [callOf('a', 'get_cart', {}), callOf('b', 'list_offers', {})]
          : [textPiece('Here you are.')],
      ),
    });
    const events = await say('bag and offers');
    expect(events.slice(0, 4).map((event) => event.event)).toEqual([
      'tool-call',
      'tool-call',
      'tool-result',
      'tool-result',
    ]);
  });
});

describe('a model that goes wrong', () => {
  it.each([
    [
      'is unavailable',
      () => {
        throw new PlannerUnavailable({ kind: 'offline', message: 'gone' });
      },
    ],
    [
      'crashes',
      () => {
        throw new TypeError('bug');
      },
    ],
    ['says nothing', () => []],
    ['repeats itself for ever', () => [callOf('x', 'get_cart', {})]],
    ['invents tools for ever', () => [callOf('x', 'launch_rocket', {})]],
    [
      'calls and calls',
      (() => {
        let n = 0;
        return () => {
          n += 1;
          return [callOf(`x${n}`, 'search_catalog', { text: `shirt${n}` })];
        };
      })(),
    ],
  ] as const)('is replaced when it %s', async (_name, round) => {
    const { say, failovers, agent } = await agentOver({ llm: scripted(() => round()) });
    expect(agent.planner()).toBe('llm');
    const events = await say('show me sarees');
    expect(textOf(events)).toContain('I found 1 piece.');
    expect(outcomeOf(events)).toBe('answered');
    expect(failovers).toHaveLength(1);
  });

  it('keeps what was done before: a write is never done twice', async () => {
    const { say, state } = await agentOver({
      llm: scripted((turn) => {
        if (turn.steps.length === 0) return [reserve];
        throw new PlannerUnavailable({ kind: 'timeout', message: 'slow' });
      }),
    });
    const events = await say('reserve the linen shirt in M');
    expect(state.holds).toHaveLength(1);
    expect(events.filter((event) => event.event === 'confirm')).toHaveLength(1);
    expect(textOf(events)).toContain('is held for you, number 1');
  });

  it('cannot show a price, a discount or a link that no tool gave', async () => {
    const { say } = await agentOver({
      llm: scripted((turn) =>
        turn.steps.length === 0
          ? [callOf('a', 'search_catalog', { productType: 'Saree' })]
          : [
              textPiece('Lovely choice. The saree is only ₹4,999 today! '),
              textPiece('It is 40% off at https://evil.example/pay. '),
              textPiece('The real price is ₹8,999.'),
            ],
      ),
    });
    const text = textOf(await say('show me sarees'));
    expect(text).toBe('Lovely choice. From our shelves: Banarasi Saree at ₹8,999. The real price is ₹8,999.');
  });

  it('cannot do what product text tells it without the shopper’s yes', async () => {
    const { say, state } = await agentOver({
      llm: scripted((turn) =>
        turn.steps.length === 0
          ? [callOf('a', 'get_product', { handle: 'cursed-scarf' })]
          : turn.steps.length === 1
            ? [callOf('b', 'reserve_for_trial', { handle: 'cursed-scarf' })]
            : [textPiece('It costs ₹1. '), textPiece('Anything else?')],
      ),
    });
    const events = await say('tell me about the scarf', { confirm: async () => false });
    expect(state.holds).toEqual([]);
    expect(textOf(events)).not.toContain('₹1.');
  });

  it('is not obeyed by the offline planner either', async () => {
    const { say, state } = await agentOver();
    const events = await say('tell me about the merino scarf');
    expect(callsIn(events)).not.toContain('reserve_for_trial');
    expect(state.holds).toEqual([]);
  });
});

describe('who it is for', () => {
  it('looks in the shopper’s own department first, and in all where that has nothing or another is named', async () => {
    const { say, state } = await agentOver();
    state.preferences = { department: 'women', sizes: {}, colours: [] };
    const departments = async (words: string) =>
      (await say(words)).flatMap((event) =>
        event.event === 'tool-call' ? [event.arguments.department ?? 'all'] : [],
      );
    expect(await departments('show me kurtas')).toEqual(['women']);
    expect(await departments('show me linen shirts')).toEqual(['women', 'all']);
    expect(await departments('linen shirts for my husband')).toEqual(['men']);
  });
});
