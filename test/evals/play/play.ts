import { createOfflinePlanner } from '../../../src/agent/offline/planner.ts';
import { createSalesAgent } from '../../../src/agent/sales-agent.ts';
import type { Card } from '../../../src/contracts/card.ts';
import type { ReservationView } from '../../../src/contracts/reservation.ts';
import type { Planner } from '../../../src/core/agent/planner.ts';
import type { ToolDescription } from '../../../src/core/agent/tool-catalogue.ts';
import { createMcpToolCatalogue } from '../../../src/platform/mcp/tool-catalogue.ts';
import { createWorkers } from '../../../src/workers/all.ts';
import type { Dialogue, Turn } from '../form.ts';
import { type OpenedShop, openShop } from '../shop/open-shop.ts';
import type { ShopState } from '../shop/state.ts';
import type { ShopTemplate } from '../shop/templates.ts';
import { begin } from './begin.ts';
import { type Before, listsOf } from './pointers.ts';

export interface MadeCall {
  readonly tool: string;
  readonly arguments: Readonly<Record<string, unknown>>;
  /** Undefined: it did not go well, or was declined. */
  readonly result: unknown;
}

export interface PlayedTurn {
  readonly turn: Turn;
  readonly before: Before;
  readonly calls: readonly MadeCall[];
  readonly text: string;
  readonly outcome: string;
}

export interface Played {
  readonly turns: readonly PlayedTurn[];
  readonly tools: readonly ToolDescription[];
  readonly began: ShopState;
  readonly ended: ShopState;
  /** Why a planner was left in the middle of a turn. */
  readonly failovers: readonly string[];
}

/** An opened shop at the beginning of a dialogue. */
export async function openFor(
  dialogue: Dialogue,
  template: ShopTemplate,
  customerId: string | undefined,
): Promise<OpenedShop> {
  const opened = await openShop(template, { language: dialogue.language, customerId });
  try {
    await begin(dialogue, opened);
    return opened;
  } catch (error) {
    await opened.close();
    throw error;
  }
}

/** Plays a dialogue over an opened shop, to its end whatever happens. `llm`: the planner that is asked first. */
export async function play(dialogue: Dialogue, opened: OpenedShop, llm?: Planner): Promise<Played> {
  const { shop, actor, environment } = opened;
  const catalogue = await createMcpToolCatalogue(createWorkers(shop));
  const failovers: string[] = [];
  const agent = createSalesAgent({
    shop,
    catalogue,
    planners: { llm, offline: createOfflinePlanner(catalogue.spoken) },
    environment,
    onFailover: (reason) => failovers.push(reason),
  });
  const tools = await catalogue.list();
  const began = await opened.state();
  const cards: Card[] = [];
  const turns: PlayedTurn[] = [];
  try {
    for (const turn of dialogue.turns) {
      if (turn.hub !== undefined) opened.cut(turn.hub === 'away');
      const before = await beforeOf(opened, cards);
      const calls: MadeCall[] = [];
      let text = '';
      let outcome = 'failed';
      const answers = [turn.confirm].flat();
      const events = agent.turn({
        actor,
        utterance: turn.say,
        signal: new AbortController().signal,
        confirm: async () => (answers.length > 1 ? answers.shift() : answers[0]) ?? false,
      });
      for await (const event of events) {
        if (event.event === 'tool-call') {
          calls.push({ tool: event.tool, arguments: event.arguments, result: undefined });
        } else if (event.event === 'tool-result' && event.ok) {
          const index = calls.findIndex((call) => call.tool === event.tool && call.result === undefined);
          const call = calls[index];
          if (call) calls[index] = { ...call, result: event.result };
        } else if (event.event === 'card') cards.push(event.card);
        else if (event.event === 'text') text += event.text;
        else if (event.event === 'turn-ended') outcome = event.outcome;
      }
      turns.push({ turn, before, calls, text, outcome });
    }
  } finally {
    await catalogue.close();
  }
  return { turns, tools, began, ended: await opened.state(), failovers };
}

async function beforeOf({ shop, actor }: OpenedShop, cards: readonly Card[]): Promise<Before> {
  const session = await shop.sessions.view(actor);
  if (!session.ok) throw new Error(session.failure.message);
  const { cart, reservations } = session.value;
  const held: readonly ReservationView[] = reservations.filter(({ kind }) => kind === 'trial');
  return { shown: listsOf(cards), cart, held };
}
