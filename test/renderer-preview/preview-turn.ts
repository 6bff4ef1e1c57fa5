import type { AgentEvent } from '../../src/contracts/agent-event.ts';
import type { KioskEvent, KioskEventPayload } from '../../src/contracts/kiosk-ipc.ts';
import type { Actor, Shop } from '../../src/core/shop.ts';

export interface PreviewTurn {
  readonly shop: Shop;
  readonly actor: Actor;
  readonly turnId: string;
  readonly text: string;
  readonly tell: <E extends KioskEvent>(name: E, payload: KioskEventPayload<E>) => void;
  readonly changed: () => Promise<void>;
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A turn that shows every step a screen must draw: work, streamed words, cards, and for 'hold' a question, for 'outfit' a plan. */
export async function previewTurn({ shop, actor, turnId, text, tell, changed }: PreviewTurn): Promise<void> {
  const step = (event: AgentEvent): void => tell('agent-stepped', { turnId, step: event });
  await shop.sessions.addMessage(actor, { role: 'shopper', text, cards: [], channel: 'kiosk' });
  await changed();
  if (/outfit/i.test(text)) return previewPlan({ shop, actor, text }, step, changed);
  const call = { turn: 1, worker: 'recommendation', tool: 'search_catalog' };
  step({ event: 'tool-call', ...call, arguments: { text } });
  await pause(500);
  const found = await shop.browsing.search(actor.storeId, { text: 'kurta', limit: 3 });
  step({ event: 'tool-result', ...call, ok: true });
  for (const word of 'Three that are here today, from light to festive.'.split(/(?<= )/)) {
    step({ event: 'text', turn: 1, text: word });
    await pause(30);
  }
  step({ event: 'card', turn: 1, card: { type: 'products', title: 'Kurtas', items: found.items } });
  if (/hold/i.test(text)) {
    step({
      event: 'confirm',
      turn: 1,
      confirmationId: 'one',
      tool: 'reserve_for_trial',
      arguments: {},
      summary: 'Shall I have the indigo kurta in M brought to a fitting room for 20 minutes?',
    });
    return;
  }
  step({
    event: 'turn-ended',
    turn: 1,
    outcome: 'answered',
    suggestions: ['A size up', 'Something lighter', 'Shoes to go with it'],
  });
}

/** Proposed; with `done` in the words, done. */
async function previewPlan(
  { shop, actor, text }: Pick<PreviewTurn, 'shop' | 'actor' | 'text'>,
  step: (event: AgentEvent) => void,
  changed: () => Promise<void>,
): Promise<void> {
  const wish = { occasion: 'festive', budget: 1_500_000, department: 'women', size: 'M' };
  const made = await shop.plans.outfit(actor, wish);
  if (!made.ok) throw new Error(made.failure.message);
  if (/done/i.test(text)) await shop.plans.proceed(actor, made.value.planId);
  await changed();
  const plan = await shop.plans.current(actor);
  if (!plan.ok || plan.value === null) throw new Error('The plan is gone');
  step({ event: 'text', turn: 1, text: 'An outfit for the festive evening, all of it here in your M.' });
  step({ event: 'card', turn: 1, card: { type: 'plan', plan: plan.value } });
  step({
    event: 'turn-ended',
    turn: 1,
    outcome: 'answered',
    suggestions: ['Go on with the plan', 'Cancel the plan'],
  });
}
