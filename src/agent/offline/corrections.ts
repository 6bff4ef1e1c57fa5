import type { Intent } from './intent-names.ts';
import { tokensOf } from './normalise.ts';
import { type Hearing, understand } from './understand.ts';
import { merge, type Wish } from './wish.ts';

const no = String.raw`(?:no|nope|sorry|oops|wait|actually|nahi|nahin|नहीं|perdon|لا|عفوا)`;
/** `I meant`, after whatever excuse: what follows takes the place of something that was said before. */
const meant = new RegExp(
  String.raw`^(?:${no}(?: [,.!،])? )*(?:i (?:meant|mean|said|wanted)|(?:mera |मेरा )?(?:matlab|मतलब)(?: tha| था)?|(?:queria|quise) decir|me referia a|digo|اقصد|قصدت|كنت اقصد) `.normalize(
    'NFC',
  ),
  'u',
);
/** A no that goes on: `no, the second one`. Without the comma it is a wish (`no black ones`). */
const goesOn = new RegExp(
  String.raw`^(?:(?:${no} )*${no} [,.!،] |(?:no )?wait |(?:${no} )+(?=(?:the|that|those|these|in|size) ))`.normalize(
    'NFC',
  ),
  'u',
);
/** `No, I meant keep it`: the wish before is taken back, not changed. */
const keeps = /^(?:(?:to )?(?:keep|leave)|dont|do not|not) /u;

/** What a correction puts in the place of what was said before; undefined when an utterance is none. */
export function correctionIn(utterance: string, { vocabulary, digits, speech }: Hearing): Wish | undefined {
  const text = tokensOf(utterance).join(' ');
  const said = meant.exec(text) ?? goesOn.exec(text);
  if (said === null) return undefined;
  if (keeps.test(text.slice(said[0].length))) return undefined;
  const [wish, ...others] = understand(text.slice(said[0].length), vocabulary, digits, speech).wishes;
  if (wish === undefined || others.length > 0) return undefined;
  // `No, show me jackets` is a wish of its own.
  const fresh = wish.intent !== undefined && !changing.has(wish.intent) && !meant.test(text);
  return fresh || !saysAnything(wish) ? undefined : wish;
}

/** `Make it XL`. */
const changing: ReadonlySet<Intent> = new Set(['bag-change', 'other-size']);

const saysAnything = (wish: Wish): boolean =>
  [wish.productType, wish.department, wish.colour, wish.size, wish.fabric, wish.occasion, wish.ordinal].some(
    (value) => value !== undefined,
  ) ||
  wish.price.minimum !== undefined ||
  wish.price.maximum !== undefined;

/** The wish before, with the correction in it. A garment that was put in the bag in the wrong size or colour goes out again. */
export function corrected(before: Wish, correction: Wish): readonly Wish[] {
  const intent = before.intent === undefined ? correction.intent : before.intent;
  const words = correction.productType === undefined ? before.words : correction.words;
  const merged: Wish = { ...merge(before, correction), intent, words };
  const swaps =
    before.intent === 'add' &&
    correction.productType === undefined &&
    correction.ordinal === undefined &&
    (before.size ?? before.colour) !== undefined;
  const { ordinal: _place, quantity: _quantity, ...wrong } = before;
  return swaps ? [merged, { ...wrong, intent: 'remove', pointing: true, undoes: true }] : [merged];
}
