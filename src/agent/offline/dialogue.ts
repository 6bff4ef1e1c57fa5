import type { ChatMessage } from '../../contracts/session.ts';
import { readAddress } from './address.ts';
import { corrected, correctionIn } from './corrections.ts';
import type { Intent } from './intent-names.ts';
import { type Hearing, type Understanding, understand } from './understand.ts';
import { merge, namesPiece, type Wish } from './wish.ts';
import { reasonIn } from './words/order-words.ts';

const writes: ReadonlySet<Intent | undefined> = new Set([
  'add',
  'reserve',
  'remove',
  'quantity',
  'cancel-reservation',
  'extend',
  'notify',
  'continue-phone',
  'stop-notify',
  'bigger-size',
  'smaller-size',
  'other-size',
  'apply-offer',
  'worker',
  'cancel-order',
  'order-address',
  'customer-address',
  'feedback',
  'order-payment',
  'order-items',
  'exchange',
  'return',
]);

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
  const addressed = left === 0 ? undefined : addressAnswer(utterance, history, hearing, left);
  if (addressed !== undefined) return [addressed];
  const { wishes }: Understanding = understand(utterance, hearing.vocabulary, hearing.digits, hearing.speech);
  const [fragment, ...others] = wishes;
  const index = history.findLastIndex((message) => message.role === 'shopper');
  const before = history[index];
  if (left > 0 && before !== undefined) {
    const correction = correctionIn(utterance, hearing);
    const meant = correction && wishesOf(before.text, history.slice(0, index), hearing, left - 1).at(-1);
    if (correction && meant) return corrected(meant, correction);
  }
  if (left > 0 && before !== undefined && fragment?.intent === 'again') {
    return wishesOf(before.text, history.slice(0, index), hearing, left - 1);
  }
  const reasoned = left === 0 ? undefined : reasonAnswer(utterance, wishes, history, hearing, left);
  if (reasoned !== undefined) return [reasoned];
  if (left === 0 || fragment === undefined || others.length > 0) return wishes;
  if (
    before !== undefined &&
    fragment.intent === 'store' &&
    fragment.pointing &&
    fragment.strange.length === 0
  ) {
    // `What time does that one open?`
    const last = wishesOf(before.text, history.slice(0, index), hearing, left - 1).at(-1);
    if (last?.intent === 'store') return [merge(last, fragment)];
  }
  if (before !== undefined && isTakenBack(fragment)) {
    const last = wishesOf(before.text, history.slice(0, index), hearing, left - 1).at(-1);
    const intent = last?.intent === undefined ? undefined : takenBackBy[last.intent];
    if (intent !== undefined) return [{ ...fragment, intent }];
  }
  if (before !== undefined && fragment.sizeStep !== undefined && fragment.intent === undefined) {
    const last = wishesOf(before.text, history.slice(0, index), hearing, left - 1).at(-1);
    // `And one a size up`.
    if (last?.intent === 'add' || last?.intent === 'reserve') {
      return [{ ...fragment, intent: last.intent, pointing: true }];
    }
  }
  if (before === undefined) return wishes;
  const asked = isAsked(history);
  if (!isFragment(fragment, asked)) return wishes;
  const earlier = wishesOf(before.text, history.slice(0, index), hearing, left - 1);
  if (asked) {
    const open = earlier.findIndex((wish) => writes.has(wish.intent));
    const [first, ...rest] = open < 0 ? earlier.slice(-1) : earlier.slice(open);
    const elsewhere = first?.intent === 'compare' && fragment.ordinals.length < 2;
    if (first !== undefined && !elsewhere && !isBareCourtesy(first))
      return [answered(first, fragment), ...rest];
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
  return [{ ...merge(base, fragment), intent: 'search', words: [...base.words, ...fragment.words] }];
}

/** `Take it off again`, `cancel that`: said of what was done last. */
const takenBackBy: Partial<Readonly<Record<Intent, Intent>>> = {
  'apply-offer': 'remove-offer',
  'apply-best': 'remove-offer',
  'redeem-points': 'keep-points',
  pay: 'cancel-payment',
  notify: 'stop-notify',
  track: 'cancel-order',
  'order-contents': 'cancel-order',
};
const isTakenBack = (wish: Wish): boolean =>
  (wish.intent === 'remove' || wish.intent === 'cancel-reservation') &&
  !namesPiece(wish) &&
  wish.number === undefined &&
  wish.colour === undefined;

const isAsked = (history: readonly ChatMessage[]): boolean =>
  /[?؟]\s*$/u.test(history.at(-1)?.text.trim() ?? '') && history.at(-1)?.role === 'agent';

/** What an answer to `Why is it to be cancelled?` may be heard as. */
const excuses: ReadonlySet<Intent | undefined> = new Set([
  undefined,
  'no',
  'yes',
  'cheaper',
  'search',
  'more',
  'take',
  'bigger-size',
  'smaller-size',
  'details',
  'nearby',
  'recommend',
  'track',
]);

function reasonAnswer(
  utterance: string,
  wishes: readonly Wish[],
  history: readonly ChatMessage[],
  hearing: Hearing,
  left: number,
): Wish | undefined {
  const index = history.findLastIndex((message) => message.role === 'shopper');
  const before = history[index];
  if (before === undefined || !isAsked(history) || wishes.some(({ code }) => code !== undefined))
    return undefined;
  const given = reasonIn(utterance) !== undefined;
  if (!given && !wishes.every((wish) => excuses.has(wish.intent) && wish.number === undefined))
    return undefined;
  const asked = wishesOf(before.text, history.slice(0, index), hearing, left - 1).at(-1);
  return asked?.intent === 'cancel-order' ? { ...asked, givesReason: true } : undefined;
}

/** An address in answer to the question for it is of as many clauses as it has commas, and none of them is a wish. */
function addressAnswer(
  utterance: string,
  history: readonly ChatMessage[],
  hearing: Hearing,
  left: number,
): Wish | undefined {
  const index = history.findLastIndex((message) => message.role === 'shopper');
  const before = history[index];
  if (before === undefined || readAddress(utterance) === undefined) return undefined;
  const asked = wishesOf(before.text, history.slice(0, index), hearing, left - 1).at(-1);
  return asked?.intent === 'order-address' || asked?.intent === 'customer-address' ? asked : undefined;
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

/** `Make it a 10`, `I need it in L`, in answer to a question. */
const answering: ReadonlySet<Intent | undefined> = new Set([
  'bag-change',
  'other-size',
  'take',
  'stock',
  'find-size',
]);

/** `Any check ones`, `in blue`: of what was looked for before, not another garment. */
const narrowsOnly = (wish: Wish): boolean =>
  wish.productType === undefined && (wish.words.length === 0 || wish.heard.includes('one'));

function isFragment(wish: Wish, asked: boolean): boolean {
  if (wish.intent === 'cheaper' || wish.intent === 'more') return true;
  if (asked && answering.has(wish.intent) && (wish.size ?? wish.colour ?? wish.number) !== undefined)
    return !namesPiece(wish);
  // `Something for a wedding` begins anew; `something in red` narrows.
  if (wish.fresh && wish.occasion !== undefined) return false;
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
    wish.number !== undefined ||
    (asked && (wish.code !== undefined || wish.quantity !== undefined || wish.lot));
  if (wish.intent === undefined)
    return asked
      ? details || namesPiece(wish) || wish.pointing
      : (details || wish.words.length > 0) && narrowsOnly(wish);
  return wish.intent === 'search' && (details || wish.words.length > 0) && narrowsOnly(wish);
}
