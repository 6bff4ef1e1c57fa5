import type { Intent } from './intent-names.ts';
import { normalise, tokensOf } from './normalise.ts';
import { type Hearing, understand } from './understand.ts';
import { merge, type Wish } from './wish.ts';

const no = normalise(
  '(?:no|nope|sorry|oops|wait|actually|nahi|nahi ji|nahi nahi|are|arre|arey|maaf karna|maaf kijiye|galti se|ruko|नहीं|नहीं जी|ना|अरे|माफ कीजिए|माफ करना|रुको|ay|uy|perdon|perdona|perdone|disculpa|disculpe|espera|espere|me equivoque|لا|عفوا|اسف|اسفه|معليش|معلش|لحظه|غلطت|سوري|استني|يا ربي)',
);
const iMeant = normalise(
  'i (?:meant|mean|said|wanted)|(?:mera |मेरा )?(?:matlab|मतलब)(?: tha| था| hai| है)?(?: ki| कि)?|maine kaha(?: tha)?|main keh raha tha|main keh rahi thi|मैंने कहा(?: था)?|मैं कह रहा था|मैं कह रही थी|(?:queria|quise|quiero) decir|me referia a|me refiero a|hablaba de|mejor dicho|decia|digo|اقصد|قصدت|كنت اقصد|كان قصدي|قصدي|اعني|يعني اقصد|انا اقصد|انا قصدي',
);
/** `I meant`, after whatever excuse: what follows takes the place of something that was said before. */
const meant = new RegExp(String.raw`^(?:${no}(?: [,.!،])? )*(?:${iMeant}) `, 'u');
/** A no that goes on: `no, the second one`. Without the comma it is a wish (`no black ones`). */
const goesOn = new RegExp(
  String.raw`^(?:(?:${no} )*${no} [,.!،] |(?:no )?wait |(?:${no} )+(?=(?:the|that|those|these|in|size) ))`,
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
