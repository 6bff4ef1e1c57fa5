import type { Vocabulary } from '../../contracts/catalogue.ts';
import type { ChatMessage } from '../../contracts/session.ts';
import type { Intent } from './intent-names.ts';
import type { Speech } from './speech.ts';
import { merge, namesPiece, type Understanding, understand, type Wish } from './understand.ts';

const writes: ReadonlySet<Intent | undefined> = new Set([
  'add',
  'reserve',
  'remove',
  'quantity',
  'cancel-reservation',
  'extend',
  'bigger-size',
  'smaller-size',
  'other-size',
  'apply-offer',
  'worker',
]);
/** What words are understood by. */
export interface Hearing {
  readonly vocabulary: Vocabulary;
  /** Of the currency. */
  readonly digits: number;
  readonly speech: Speech;
}

/** How far back an answer may belong to a question: further, nobody remembers either. */
const depth = 4;

/**
 * What an utterance means after what was said before: `M` answers `Which size?`, `in blue` narrows the search before it.
 * Worked out anew from the recorded words each time, so that it holds on every channel and after a restart.
 */
export function wishesOf(
  utterance: string,
  history: readonly ChatMessage[],
  hearing: Hearing,
  left = depth,
): readonly Wish[] {
  const { wishes }: Understanding = understand(utterance, hearing.vocabulary, hearing.digits, hearing.speech);
  const [fragment, ...others] = wishes;
  if (left === 0 || fragment === undefined || others.length > 0) return wishes;
  const index = history.findLastIndex((message) => message.role === 'shopper');
  const before = history[index];
  if (before === undefined) return wishes;
  const asked = /[?؟]\s*$/u.test(history.at(-1)?.text.trim() ?? '') && history.at(-1)?.role === 'agent';
  if (!isFragment(fragment, asked)) return wishes;
  const earlier = wishesOf(before.text, history.slice(0, index), hearing, left - 1);
  if (asked) {
    const open = earlier.findIndex((wish) => writes.has(wish.intent));
    const [first, ...rest] = open < 0 ? earlier.slice(-1) : earlier.slice(open);
    if (first !== undefined && !isBareCourtesy(first)) return [answered(first, fragment), ...rest];
  }
  const last = earlier.at(-1);
  const searching =
    last !== undefined &&
    (last.intent === 'search' || last.intent === undefined || last.intent === 'cheaper');
  if (!searching || fragment.productType !== undefined || fragment.ordinal !== undefined) return wishes;
  if (fragment.intent === 'cheaper') return [{ ...merge(last, fragment), intent: 'cheaper' }];
  if (fragment.intent === 'more') return [{ ...merge(last, fragment), intent: 'more' }];
  const { colour: oldColour, ...uncoloured } = last;
  const coloured: Wish = fragment.excludeColours.includes(oldColour ?? '') ? { ...uncoloured } : last;
  const base = withoutExcluded(coloured, fragment.exclude);
  return [{ ...merge(base, fragment), intent: 'search', words: base.words }];
}

/** `Not cotton` takes back the cotton that was asked for before. */
function withoutExcluded(wish: Wish, exclude: readonly string[]): Wish {
  const { fabric, occasion, productType, ...rest } = wish;
  const kept = (value: string | undefined) =>
    value !== undefined && !exclude.includes(value) ? value : undefined;
  const [keptFabric, keptOccasion, keptType] = [kept(fabric), kept(occasion), kept(productType)];
  return {
    ...rest,
    ...(keptFabric === undefined ? {} : { fabric: keptFabric }),
    ...(keptOccasion === undefined ? {} : { occasion: keptOccasion }),
    ...(keptType === undefined ? {} : { productType: keptType }),
  };
}

/** The words of an answer may name another piece than the question's words did. */
function answered(question: Wish, answer: Wish): Wish {
  const merged = merge(question, { ...answer, intent: question.intent });
  const number = answer.number;
  const size = answer.size ?? (number === undefined ? undefined : String(number));
  const named = namesPiece(answer);
  return {
    ...merged,
    intent: question.intent,
    words: named && answer.words.length > 0 ? answer.words : question.words,
    ...(size === undefined ? {} : { size }),
  };
}

const isBareCourtesy = (wish: Wish): boolean =>
  wish.intent === 'greet' || wish.intent === 'thanks' || wish.intent === 'yes' || wish.intent === 'no';

function isFragment(wish: Wish, asked: boolean): boolean {
  if (wish.intent === 'cheaper' || wish.intent === 'more') return true;
  if (wish.fresh) return false;
  const details =
    wish.size !== undefined ||
    wish.colour !== undefined ||
    wish.excludeColours.length > 0 ||
    wish.exclude.length > 0 ||
    wish.fabric !== undefined ||
    wish.occasion !== undefined ||
    wish.department !== undefined ||
    wish.price.minimum !== undefined ||
    wish.price.maximum !== undefined ||
    wish.number !== undefined;
  if (wish.intent === undefined)
    return asked
      ? details || namesPiece(wish) || wish.pointing
      : details && wish.productType === undefined && wish.words.length === 0;
  return wish.intent === 'search' && details && wish.productType === undefined && wish.words.length === 0;
}
