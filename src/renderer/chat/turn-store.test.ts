import { expect, it } from 'vitest';
import type { AgentEvent } from '../../contracts/agent-event.ts';
import { applyStep, type Turn } from './turn-store.ts';

const start: Turn = {
  turnId: '019a0000-0000-7000-8000-000000000001',
  said: 'hold the kurta',
  baseline: 0,
  text: '',
  cards: [],
  working: null,
  confirmation: null,
  outcome: 'running',
  suggestions: [],
};
const call = { turn: 1, worker: 'fulfilment', tool: 'reserve_for_trial' };

it('shows work, joins words, asks before a write, and ends with the next wishes', () => {
  const steps: readonly AgentEvent[] = [
    { event: 'tool-call', ...call, arguments: {} },
    { event: 'confirm', turn: 1, confirmationId: 'a', tool: call.tool, arguments: {}, summary: 'Shall I?' },
    { event: 'tool-result', ...call, ok: true },
    { event: 'text', turn: 1, text: 'It waits ' },
    { event: 'text', turn: 1, text: 'in room 3.' },
    { event: 'turn-ended', turn: 1, outcome: 'answered', suggestions: ['My bag'] },
  ];
  const seen: Turn[] = [];
  steps.reduce((turn, step) => {
    const next = applyStep(turn, step);
    seen.push(next);
    return next;
  }, start);
  expect(
    seen.map(({ working, confirmation, text }) => [working, confirmation?.summary ?? null, text]),
  ).toEqual([
    ['fulfilment', null, ''],
    ['fulfilment', 'Shall I?', ''],
    [null, null, ''],
    [null, null, 'It waits '],
    [null, null, 'It waits in room 3.'],
    [null, null, 'It waits in room 3.'],
  ]);
  expect(seen.at(-1)).toEqual({
    ...start,
    text: 'It waits in room 3.',
    outcome: 'answered',
    suggestions: ['My bag'],
  });
});
