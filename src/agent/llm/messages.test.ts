import { expect, test } from 'vitest';
import type { ChatMessage } from '../../contracts/session.ts';
import type { TurnState } from '../../core/agent/planner.ts';
import { messagesOf } from './messages.ts';

const said = (count: number, text = (n: number) => `wish ${n}`): readonly ChatMessage[] =>
  Array.from({ length: count }, (_, n) => ({
    messageId: `${n}`,
    role: n % 2 === 0 ? ('shopper' as const) : ('agent' as const),
    text: text(n),
    cards: [],
    channel: 'kiosk' as const,
    at: '2026-11-22T10:00:00.000Z',
  }));
const stateWith = (history: readonly ChatMessage[]) =>
  ({
    utterance: 'now',
    history,
    steps: [],
    tools: [],
    vocabulary: { productTypes: [], colours: [], sizes: [], fabrics: [], occasions: [] },
    session: {
      language: 'en',
      preferences: {},
      plan: null,
      reservations: [],
      cart: { lines: [], total: 0, currency: 'INR' },
    },
  }) as unknown as TurnState;

test('the last twelve messages are read as they were said', () => {
  const messages = messagesOf(stateWith(said(12)));
  expect(messages.map(({ role }) => role)).toEqual([
    'system',
    'system',
    ...Array.from({ length: 6 }, () => ['user', 'assistant']).flat(),
    'user',
  ]);
});

test('of what came before, the latest wishes are left, each shortened, in the name of the shopper', () => {
  const messages = messagesOf(stateWith(said(200, (n) => `${n} ${'x'.repeat(500)}`)));
  expect(messages).toHaveLength(2 + 1 + 12 + 1);
  const [prompt, , earlier] = messages;
  expect(prompt).toEqual(messagesOf(stateWith([]))[0]);
  expect(earlier?.role).toBe('user');
  const text = earlier && 'content' in earlier ? earlier.content : '';
  expect(text.length).toBeLessThan(1_500);
  expect(text).toContain('"186 xxx');
  expect(text).not.toContain('"0 xxx');
});
