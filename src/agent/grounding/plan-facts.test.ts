import { expect, it } from 'vitest';
import type { ToolStep, TurnState } from '../../core/agent/planner.ts';
import { factsOf } from './facts.ts';
import { turnAfter } from './testing/shown-shop.ts';

const piece = { sku: 'kurta-m', title: 'Indigo kurta', size: 'M', colour: 'Indigo', unitPrice: 249_900 };
const hold = { type: 'hold', piece, quantity: 1, reservationId: 'one' };
const back = { type: 'return', piece, refund: 249_900, route: 'original' };

function eventsAfter(state: string, steps: readonly object[], tool = 'continue_plan') {
  const base = turnAfter([]);
  const step: ToolStep = {
    callId: 'c0',
    tool,
    arguments: {},
    result: { ok: true, value: { outcome: state, plan: { state, steps, currency: 'INR' } } },
    card: undefined,
  };
  const effect = tool === 'get_plan' ? ('read' as const) : ('write' as const);
  const tools = [{ worker: 'workflows', name: tool, description: '', effect, inputSchema: {} }];
  const turn: TurnState = { ...base, steps: [step], tools };
  // The bag of that turn is empty, and may be said to be.
  return [...factsOf(turn).events].filter((event) => event !== 'empty').sort();
}

it('a plan that is done may be said to be', () => {
  expect(eventsAfter('done', [{ ...hold, state: 'done' }])).toEqual(['done', 'held']);
  expect(eventsAfter('done', [{ ...back, state: 'done' }])).toEqual(['done', 'refund']);
});

it('one that is proposed, cut off or taken back may not', () => {
  expect(eventsAfter('proposed', [{ ...hold, state: 'waiting' }], 'get_plan')).toEqual([]);
  expect(eventsAfter('proposed', [{ ...back, state: 'waiting' }], 'get_plan')).toEqual([]);
  expect(eventsAfter('running', [{ ...hold, state: 'doing' }])).toEqual([]);
  expect(eventsAfter('undone', [{ ...hold, state: 'undone' }])).toEqual(['cancelled']);
});
