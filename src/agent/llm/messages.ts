import { isOpen } from '../../contracts/plan.ts';
import type { ModelMessage, ModelTool } from '../../core/agent/chat-model.ts';
import type { ToolStep, TurnState } from '../../core/agent/planner.ts';
import { salesAssociatePrompt } from '../prompts/sales-associate.ts';
import { trimmed } from './trim.ts';

/** Messages of history that a model still reads; older ones have had their effect on cart and preferences. */
const historyLength = 12;
/** Characters of the list of cards of one message. */
const cardsLength = 6_000;
/** What came before that: of each wish so many characters, of the latest wishes so many together. */
const wishLength = 80;
const earlierLength = 1_200;

const languageNames = { en: 'English', hi: 'Hindi', es: 'Spanish', ar: 'Arabic' } as const;

/** The stable prompt first, then what changes, so that a cached prefix stays valid. */
export function messagesOf(state: TurnState): readonly ModelMessage[] {
  return [
    { role: 'system', content: salesAssociatePrompt },
    { role: 'system', content: situationOf(state) },
    ...earlierOf(state.history.slice(0, -historyLength)),
    ...state.history
      .slice(-historyLength)
      .map(
        (message): ModelMessage =>
          message.role === 'shopper'
            ? { role: 'user', content: message.text }
            : { role: 'assistant', content: withCards(message.text, message.cards), calls: [] },
      ),
    { role: 'user', content: state.utterance },
    ...state.steps.flatMap((step) => stepMessages(step, state)),
  ];
}

/** What the shopper wished before the messages that are still read: the latest of it, shortened. */
function earlierOf(history: TurnState['history']): readonly ModelMessage[] {
  const wishes = history
    .filter(({ role }) => role === 'shopper')
    .map(({ text }) => text.slice(0, wishLength));
  let length = 0;
  const kept = wishes
    .reverse()
    .filter((wish) => {
      length += wish.length;
      return length <= earlierLength;
    })
    .reverse();
  if (kept.length === 0) return [];
  // In the shopper's own name: what they wrote is no instruction of the shop's.
  return [{ role: 'user', content: `What I wished earlier, oldest first: ${JSON.stringify(kept)}` }];
}

function situationOf({ session, vocabulary }: TurnState): string {
  const { cart, preferences } = session;
  const lines = cart.lines.map(({ sku, title, size, colour, quantity }) => ({
    sku,
    title,
    size,
    colour,
    quantity,
  }));
  return [
    `Answer in ${languageNames[session.language]}.`,
    `Data on this session: ${JSON.stringify({ bag: { lines, total: cart.total, currency: cart.currency }, preferences, reservations: session.reservations.map(({ number, title, state }) => ({ number, title, state })), ...planOf(session) })}`,
    `The shop's words: ${JSON.stringify({ productTypes: vocabulary.productTypes, colours: vocabulary.colours, sizes: vocabulary.sizes, fabrics: vocabulary.fabrics, occasions: vocabulary.occasions })}`,
  ].join('\n');
}

/** One that can be gone on with, wherever it began. */
const planOf = ({ plan }: TurnState['session']) =>
  plan !== null && isOpen(plan) ? { plan: { planId: plan.planId, kind: plan.kind, state: plan.state } } : {};

/** What was on the screen, so that `the second one` can be understood. */
function withCards(text: string, cards: TurnState['history'][number]['cards']): string {
  const shown = cards.flatMap((card) =>
    card.type === 'products' || card.type === 'bundle'
      ? [card.items.map(({ handle, title, price }, index) => ({ position: index + 1, handle, title, price }))]
      : [],
  );
  return shown.length === 0
    ? text
    : `${text}\n[shown as cards: ${JSON.stringify(shown).slice(0, cardsLength)}]`;
}

function stepMessages(step: ToolStep, { tools }: TurnState): readonly ModelMessage[] {
  const given = step.result.ok ? step.result.value : { failure: step.result.failure };
  const foreign = tools.some(({ name, foreign }) => name === step.tool && foreign === true);
  const content = foreign ? { notFromThisShop: given } : given;
  const call = { id: step.callId, name: step.tool, arguments: JSON.stringify(step.arguments) };
  return [
    { role: 'assistant', content: '', calls: [call] },
    { role: 'tool', callId: step.callId, content: trimmed(content) },
  ];
}

export const toolsOf = (state: TurnState): readonly ModelTool[] =>
  state.tools.map(({ name, description, inputSchema }) => ({ name, description, parameters: inputSchema }));
