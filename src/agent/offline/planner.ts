import { currencyDigits } from '../../contracts/money.ts';
import { isActive } from '../../contracts/reservation.ts';
import type { Planner, PlannerOutput, ToolStep, TurnState } from '../../core/agent/planner.ts';
import type { ToolCatalogue } from '../../core/agent/tool-catalogue.ts';
import { textsOf } from '../texts.ts';
import { wishesOf } from './dialogue.ts';
import type { GoalRoom, PlannedCall, Reply } from './goal.ts';
import { goalOf } from './goals/table.ts';
import { commandOnYes, learnSpeech, type Speech } from './speech.ts';
import { merge, namesPiece, type Wish } from './wish.ts';

/**
 * The planner that needs no model and no network. It keeps nothing between calls: each time it replays the goals of the
 * turn against the steps done so far and asks for the first call that is not among them. So it can also take over a turn
 * that another planner began.
 */
export function createOfflinePlanner(spoken: ToolCatalogue['spoken'] = new Map()): Planner {
  const speech = learnSpeech(spoken);
  return { name: 'offline', next: (state) => next(state, speech) };
}

async function* next(state: TurnState, speech: Speech): AsyncGenerator<PlannerOutput> {
  const texts = textsOf(state.session.language);
  const digits = currencyDigits(state.session.cart.currency);
  const wishes = wishesOf(state.utterance, state.history, {
    vocabulary: state.vocabulary,
    digits,
    speech,
  }).map((wish) => heardRightly(agreedTo(wish, state, speech), state));
  const spoken = spokenOptions(state, digits, speech);
  const unused = state.steps.filter(({ malformed }) => !malformed);
  const used: ToolStep[] = [];
  const replies: Reply[] = [];
  for (const wish of wishes) {
    const goal = goalOf(wish, { state: { ...state, steps: [...used] }, texts, spoken });
    let progress = goal.next();
    while (progress.done !== true) {
      const step = take(unused, progress.value, state);
      if (step === undefined) {
        yield { type: 'call', call: { callId: `offline-${state.steps.length + 1}`, ...progress.value } };
        return;
      }
      used.push(step);
      progress = goal.next(step.result);
    }
    replies.push(progress.value);
    if (progress.value.asks === true) break;
  }
  const said = replies.map((reply) => reply.text).filter((text) => text !== '');
  yield { type: 'text', text: said.join(' ') };
  const suggestions = replies.at(-1)?.suggestions ?? [];
  if (suggestions.length > 0) yield { type: 'suggestions', suggestions };
}

/** A bare yes to a card that a worker listens for one to. */
function agreedTo(wish: Wish, { history }: TurnState, speech: Speech): Wish {
  const last = history.findLast(({ role }) => role !== 'shopper');
  if (takesOffer(wish) && last?.cards.some(({ type }) => type === 'offers'))
    return { ...wish, intent: 'apply-best' };
  if (wish.intent !== 'yes') return wish;
  const [command] = (last?.cards ?? []).flatMap(({ type }) => commandOnYes(type, speech) ?? []);
  return command === undefined ? wish : { ...wish, intent: 'worker', command };
}

/** `Yes`, `use that one`, said of offers that were shown. */
const takesOffer = (wish: Wish): boolean =>
  wish.code === undefined &&
  !namesPiece(wish) &&
  (wish.intent === 'yes' ||
    wish.intent === 'apply-offer' ||
    ((wish.intent === 'add' || wish.intent === 'take') && wish.pointing));

/** Without the command where it is about a piece on trial that is in the bag too, and there is none. */
function heardRightly(wish: Wish, { session }: TurnState): Wish {
  const { command, parts: _, beside: __, text: ___, otherwise, ...said } = wish;
  if (command === undefined || otherwise === undefined) return wish;
  const bagged = new Set(session.cart.lines.map(({ sku }) => sku));
  const trials = session.reservations.filter((row) => row.kind === 'trial' && isActive(row));
  if (trials.some(({ sku }) => bagged.has(sku))) return wish;
  // `Swap it` is said of what was bought, too; not in a fitting room.
  const inRoom = trials.length > 0 && otherwise.intent === 'exchange' && otherwise.code === undefined;
  return { ...merge(otherwise, said), intent: inRoom ? 'other-size' : otherwise.intent };
}

/** From the shopper's last words before these, when they named any. */
function spokenOptions(state: TurnState, digits: number, speech: Speech): GoalRoom['spoken'] {
  const index = state.history.findLastIndex((message) => message.role === 'shopper');
  const before = state.history[index];
  if (before === undefined) return {};
  const hearing = { vocabulary: state.vocabulary, digits, speech };
  const last = wishesOf(before.text, state.history.slice(0, index), hearing).at(-1);
  return { size: last?.size, colour: last?.colour };
}

/**
 * The step that answers a call. A read must be the same; a write of the same tool that was done (or declined) in this
 * turn counts whatever words another planner chose for it: nothing is ever written twice.
 */
function take(unused: ToolStep[], call: PlannedCall, state: TurnState): ToolStep | undefined {
  const write = state.tools.some((tool) => tool.name === call.tool && tool.effect === 'write');
  const own = JSON.stringify(call.arguments);
  let index = unused.findIndex((step) => step.tool === call.tool && JSON.stringify(step.arguments) === own);
  if (index < 0 && write) {
    index = unused.findIndex(
      (step) =>
        step.tool === call.tool &&
        !step.callId.startsWith('offline-') &&
        (step.result.ok || step.result.failure.kind === 'denied' || step.result.failure.kind === 'timeout'),
    );
  }
  // What was read may be used again; what was written was written once.
  return index < 0 ? undefined : write ? unused.splice(index, 1)[0] : unused[index];
}
