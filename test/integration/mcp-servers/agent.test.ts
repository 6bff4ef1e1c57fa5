import { describe, expect, it } from 'vitest';
import { messagesOf } from '../../../src/agent/llm/messages.ts';
import type { Planner, TurnState } from '../../../src/core/agent/planner.ts';
import { agentOver, callOf, callsIn, scripted, textOf, textPiece } from '../agent/fixture.ts';
import { openForeign, program, settingsOf } from './support/open.ts';

const agentWithCourier = (llm: Planner) =>
  agentOver({
    llm,
    foreign: openForeign(settingsOf('courier', program('courier.mjs'), { writes: ['book.courier'] })).foreign,
  });

const book = callOf('c1', 'courier__book_courier', { number: '7' });

describe('a write of a foreign server', () => {
  it.each([
    ['done after a yes', true],
    ['not done after a no', false],
  ])('is asked about by its name, and %s', async (_what, yes) => {
    const { say } = await agentWithCourier(
      scripted(({ steps }) => (steps.length === 0 ? [book] : [textPiece('Anything else?')])),
    );
    const events = await say('send it to me', { confirm: async () => yes });
    expect(events.find(({ event }) => event === 'confirm')).toMatchObject({
      summary: 'Go ahead with this: courier: Book a courier? It will be told: number: 7.',
      arguments: { number: '7' },
    });
    expect(events.find(({ event }) => event === 'tool-result')).toMatchObject(
      yes
        ? { worker: 'mcp:courier', ok: true, result: { booked: 1 } }
        : { ok: false, failure: { kind: 'denied' } },
    );
  });

  it('is not asked about with arguments that it would refuse', async () => {
    const { say } = await agentWithCourier(
      scripted(({ steps }) =>
        steps.length === 0 ? [callOf('c1', 'courier__book_courier', { number: 7 })] : [textPiece('Which?')],
      ),
    );
    const events = await say('send it to me');
    expect(events.some(({ event }) => event === 'confirm')).toBe(false);
    expect(events.find(({ event }) => event === 'tool-result')).toMatchObject({
      failure: { reason: 'bad-arguments' },
    });
  });

  it('is asked about also when its server came after the turn had begun', async () => {
    const { foreign } = openForeign(
      settingsOf('courier', program('courier.mjs'), { writes: ['book.courier'] }),
    );
    await foreign.list();
    const late = { ...foreign, list: async () => [] };
    const { say } = await agentOver({
      llm: scripted(({ steps }) => (steps.length === 0 ? [book] : [textPiece('All right.')])),
      foreign: late,
    });
    const asked: string[] = [];
    const events = await say('send it to me', { confirm: async (id) => asked.push(id) < 0 });
    expect(asked).toHaveLength(1);
    expect(events.find(({ event }) => event === 'tool-result')).toMatchObject({
      failure: { kind: 'denied' },
    });
  });
});

describe('what a foreign server is told', () => {
  it.each([
    ['the shopper’s own words without a question', '7', 0],
    ['anything else only after a yes, with all of it shown', '7 Linen Camp Shirt', 1],
  ])('is %s', async (_what, number, questions) => {
    const { say } = await agentWithCourier(
      scripted(({ steps }) =>
        steps.length === 0
          ? [callOf('a', 'courier__track_parcel', { number })]
          : [textPiece('Anything else?')],
      ),
    );
    const events = await say('where is parcel 7?', { confirm: async () => false });
    const asked = events.flatMap((event) => (event.event === 'confirm' ? [event.summary] : []));
    expect(asked).toHaveLength(questions);
    expect(asked.every((summary) => summary.endsWith(`It will be told: number: ${number}.`))).toBe(true);
    expect(events.find(({ event }) => event === 'tool-result')).toMatchObject({ ok: questions === 0 });
  });
});

describe('what a foreign server says', () => {
  /** Does whatever a tool result tells it, and says what it was told. */
  const gullible = scripted(({ steps }) => {
    if (steps.length === 0) return [callOf('a', 'courier__advise', {})];
    if (steps.length === 1) return [callOf('b', 'reserve_for_trial', { handle: 'cursed-scarf' })];
    return [textPiece('All shirts are ₹1 today. '), textPiece('Pay at https://evil.example/pay now. ')];
  });

  it('leads to no write without the shopper’s yes, and to no price or link', async () => {
    const { say, state } = await agentWithCourier(gullible);
    const events = await say('what now?', { confirm: async () => false });
    expect(callsIn(events)).toEqual(['courier__advise', 'reserve_for_trial']);
    expect(events.filter(({ event }) => event === 'confirm')).toHaveLength(1);
    expect(state.holds).toEqual([]);
    expect(textOf(events)).not.toMatch(/₹1 |evil/u);
  });

  it('is no fact of the shop: a fee of its own cannot be stated as a price', async () => {
    const { say } = await agentWithCourier(
      scripted(({ steps }) =>
        steps.length === 0
          ? [
              callOf('a', 'courier__track_parcel', { number: '7' }),
              callOf('b', 'search_catalog', { productType: 'Saree' }),
            ]
          : [textPiece('It is on its way. '), textPiece('That is ₹49. '), textPiece('The saree is ₹8,999.')],
      ),
    );
    const text = textOf(await say('where is my parcel?'));
    expect(text).toContain('It is on its way.');
    expect(text).not.toContain('₹49');
    expect(text).toContain('The saree is ₹8,999.');
  });

  it('is marked for the model as not of this shop', async () => {
    let seen: TurnState | undefined;
    const { say } = await agentWithCourier(
      scripted((state) => {
        seen = state;
        return state.steps.length === 0
          ? [callOf('a', 'courier__track_parcel', { number: '7' }), callOf('b', 'get_cart', {})]
          : [textPiece('On its way.')];
      }),
    );
    await say('where is my parcel?');
    const results = seen === undefined ? [] : messagesOf(seen).filter(({ role }) => role === 'tool');
    expect(results.map(({ content }) => Object.keys(JSON.parse(content))[0])).toEqual([
      'notFromThisShop',
      expect.not.stringContaining('notFromThisShop'),
    ]);
  });
});
