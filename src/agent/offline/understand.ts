import type { Vocabulary } from '../../contracts/catalogue.ts';
import type { Intent } from './intent-names.ts';
import { intentOf, patternWords } from './intents.ts';
import { type Lexicon, lexiconOf, type Meaning } from './lexicon.ts';
import { tokensOf } from './normalise.ts';
import { type PriceRange, takePrices } from './prices.ts';
import { isSizeStep, markSizeSteps, sizeStepOf } from './size-steps.ts';
import {
  commandOf,
  type FreeText,
  type HeardCommand,
  noSpeech,
  type Speech,
  takeText,
  wholeCommandOf,
} from './speech.ts';
import { nearest } from './spelling.ts';
import {
  fillers,
  negations,
  negationsAfter,
  numberWords,
  ordinals,
  plurals,
  pronouns,
  separators,
  wholeLot,
} from './words/small-words.ts';

/** One wish out of an utterance, in the shop's own words. */
export interface Wish {
  readonly intent: Intent | undefined;
  /** Whose words the intent `worker` was said in. */
  readonly command?: HeardCommand;
  /** What was said after a lead of the command; empty when nothing was. */
  readonly text?: string;
  /** Words beside those of the command. */
  readonly beside?: readonly string[];
  /** What was said without the command, which is only one where a piece on trial is in the bag too. */
  readonly otherwise?: Wish;
  /** What its pattern kept, by name. */
  readonly parts?: Readonly<Record<string, Wish>>;
  readonly productType?: string;
  readonly department?: string;
  readonly colour?: string;
  readonly excludeColours: readonly string[];
  /** Fabrics, patterns, garments, occasions that are not wanted. */
  readonly exclude: readonly string[];
  readonly size?: string;
  /** `a size up` is 1, `a smaller size` −1: from the size that was last spoken of. */
  readonly sizeStep?: 1 | -1;
  readonly fabric?: string;
  readonly occasion?: string;
  readonly price: PriceRange;
  /** 1 for the first, −1 for the last; of several, the one said last. */
  readonly ordinal?: number;
  /** All that were said, in that order. */
  readonly ordinals: readonly number[];
  readonly quantity?: number;
  /** `it`, `that` and the like. */
  readonly pointing: boolean;
  /** `something`: begins anew rather than narrows what was searched before. */
  readonly fresh: boolean;
  /** `both`, `everything`. */
  readonly lot: boolean;
  /** Words left over that may name something. */
  readonly words: readonly string[];
  /** An order number or a coupon as typed, in capitals. */
  readonly code?: string;
  /** A bare number that may be a size, a quantity or a reservation. */
  readonly number?: number;
}

/** What words are understood by. */
export interface Hearing {
  readonly vocabulary: Vocabulary;
  /** Of the currency. */
  readonly digits: number;
  readonly speech: Speech;
}

export interface Understanding {
  readonly wishes: readonly Wish[];
}

/** Wishes that act on a piece: a second piece after `and` is meant for the same. */
const onPieces: ReadonlySet<Intent> = new Set(['add', 'reserve', 'remove', 'locate', 'stock', 'worker']);
const onSizes: ReadonlySet<Intent | undefined> = new Set(['bigger-size', 'smaller-size', 'other-size']);
const courtesies: ReadonlySet<Intent> = new Set(['greet', 'thanks', 'bye', 'yes', 'no']);

export function understand(
  utterance: string,
  vocabulary: Vocabulary,
  digits: number,
  speech = noSpeech,
): Understanding {
  const lexicon = lexiconOf(vocabulary);
  const free = takeText(utterance, speech);
  const marked = tokensOf(markSizeSteps(tokensOf(free?.rest ?? utterance).join(' ')))
    .map((token) => correct(withoutArticle(token, lexicon), lexicon, speech))
    .join(' ')
    .replace(/(?<= |^)(?:anything|everything|all) (?:but|except) /gu, 'not ');
  const { rest, range } = takePrices(marked, digits);
  const whole = wholeCommandOf(rest, speech);
  if (whole !== undefined) return { wishes: [{ ...wholeWish(whole, lexicon), price: range }] };
  const drafts: Wish[] = [];
  const clauses = clausesOf(rest);
  for (const clause of clauses.length === 0 ? [''] : clauses) {
    const wish = withText(wishOf(clause, lexicon, speech, range), free);
    const before = drafts.at(-1);
    const separate = wish.intent !== undefined && wish.intent !== 'search';
    if (before !== undefined && leadsTo(before, wish)) {
      drafts[drafts.length - 1] = { ...merge(before, wish), intent: wish.intent, ...commandIn(wish) };
    } else if (before !== undefined && onSizes.has(before.intent) && onSizes.has(wish.intent)) {
      // `It is too small, bring me L`: the second says how.
      drafts[drafts.length - 1] = { ...merge(before, wish), intent: wish.size ? wish.intent : before.intent };
    } else if (before === undefined || separate) drafts.push(wish);
    else if (namesPiece(wish) && namesPiece(before) && continues(before)) {
      drafts.push({ ...wish, intent: before.intent, ...commandIn(before) });
    } else drafts[drafts.length - 1] = merge(before, wish);
  }
  const serious = drafts.filter((wish) => wish.intent === undefined || !courtesies.has(wish.intent));
  const wishes = withoutReasons(serious.length > 0 ? serious : drafts.slice(0, 1)).filter(
    (wish, index, all) => all.length === 1 || index === 0 || wish.intent !== undefined || namesPiece(wish),
  );
  return {
    wishes: carryOptions(wishes).map((wish, index) => (index === 0 ? { ...wish, price: range } : wish)),
  };
}

const commandIn = ({ command, text }: Wish): Pick<Wish, 'command' | 'text'> => ({
  ...(command !== undefined && { command }),
  ...(text !== undefined && { text }),
});

const withText = (wish: Wish, free: FreeText | undefined): Wish =>
  free !== undefined && wish.command === free.command ? { ...wish, text: free.text } : wish;
/** `Cancel my order, I found it cheaper`: what follows says why, and is no wish of its own. */
const withoutReasons = (wishes: readonly Wish[]): readonly Wish[] =>
  wishes[0]?.intent === 'cancel-order'
    ? wishes.filter(({ intent }, index) => index === 0 || (intent !== undefined && !reasons.has(intent)))
    : wishes;
const reasons: ReadonlySet<Intent> = new Set([
  'search',
  'cheaper',
  'more',
  'recommend',
  'details',
  'nearby',
  'no',
]);

/** `Find a dress in M and reserve it`: the size holds for both. */
function carryOptions(wishes: readonly Wish[]): readonly Wish[] {
  return wishes.map((wish, index) => {
    const before = wishes[index - 1];
    if (before === undefined || !wish.pointing || namesPiece(wish)) return wish;
    const size = wish.size ?? before.size;
    const colour = wish.colour ?? before.colour;
    return { ...wish, ...(size === undefined ? {} : { size }), ...(colour === undefined ? {} : { colour }) };
  });
}

/** `The first one in S, add it`: what comes before only says which. */
const leadsTo = (before: Wish, wish: Wish): boolean =>
  before.intent === undefined &&
  before.ordinal !== undefined &&
  wish.intent !== undefined &&
  onPieces.has(wish.intent) &&
  !namesPiece(wish);

const continues = (wish: Wish): boolean =>
  wish.intent === undefined || wish.intent === 'search' || onPieces.has(wish.intent);

export const namesPiece = (wish: Wish): boolean =>
  wish.productType !== undefined || wish.ordinal !== undefined || wish.words.length > 0;

/** Later words win; exclusions and loose words add up. */
export function merge(before: Wish, after: Wish): Wish {
  const excludeColours = [...new Set([...before.excludeColours, ...after.excludeColours])];
  const merged: Wish = {
    ...before,
    ...after,
    intent: before.intent ?? after.intent,
    excludeColours,
    exclude: [...new Set([...before.exclude, ...after.exclude])],
    price: { ...before.price, ...after.price },
    pointing: before.pointing || after.pointing,
    lot: before.lot || after.lot,
    words: [...new Set([...before.words, ...after.words])],
    ordinals: [...new Set([...before.ordinals, ...after.ordinals])],
  };
  if (merged.colour === undefined || !excludeColours.includes(merged.colour)) return merged;
  const { colour: _excluded, ...rest } = merged;
  return rest;
}

/** Arabic writes article and prepositions with the word: `for parties` is one word. */
function withoutArticle(token: string, { phrases, knownWords }: Lexicon): string {
  if (knownWords.has(token)) return token;
  const bare = /^(?:وال|بال|كال|لل|ال|[لبو])(\p{Script=Arabic}{3,})$/u.exec(token)?.[1];
  return bare !== undefined && phrases.has(bare) ? bare : token;
}

function correct(token: string, lexicon: Lexicon, speech: Speech): string {
  if (isSizeStep(token)) return token;
  if (lexicon.knownWords.has(token) || speech.words.has(token) || !/^\p{L}/u.test(token)) return token;
  return (
    nearest(token, lexicon.shopWords, (word) => lexicon.phrases.get(word)?.value ?? word) ??
    (token.length >= 6 ? (nearest(token, patternWords) ?? nearest(token, speech.words)) : undefined) ??
    token
  );
}

function clausesOf(text: string): readonly string[] {
  const breaks = new RegExp(` (?:${separators.join('|')}) | ?[,;.!?؟،।]+ ?`, 'u');
  return ` ${text} `
    .split(breaks)
    .map((clause) => clause.trim().replace(/ +/gu, ' '))
    .filter((clause) => clause !== '');
}

function wholeWish(
  { command, kept }: NonNullable<ReturnType<typeof wholeCommandOf>>,
  lexicon: Lexicon,
): Wish {
  const parts = Object.entries(kept).map(
    ([name, said]) => [name, besideCommand(said.trim().split(' '), lexicon)] as const,
  );
  return { ...wishIn('', lexicon, undefined), intent: 'worker', command, parts: Object.fromEntries(parts) };
}

function wishOf(clause: string, lexicon: Lexicon, speech: Speech, price: PriceRange): Wish {
  const all = clause.split(' ');
  const heard = commandOf(clause, speech, ({ command, words }) => {
    if (command.onlyWith === undefined) return true;
    const wish = besideCommand(
      all.filter((token) => !words.has(token)),
      lexicon,
    );
    return command.onlyWith.some((name) => detailOf(command, name, { ...wish, price }) !== undefined);
  });
  if (heard === undefined) return wishIn(clause, lexicon, intentOf(clause));
  const beside = all.filter((token) => !heard.words.has(token));
  return {
    ...besideCommand(beside, lexicon),
    intent: 'worker',
    command: heard.command,
    ...(needsBaggedTrial(heard.command) && { otherwise: wishIn(clause, lexicon, intentOf(clause)) }),
    pointing: all.some((token) => pronouns.has(token) || heard.pointing.has(token)),
    lot: all.some((token) => wholeLot.has(token) || plurals.has(token)),
  };
}

const needsBaggedTrial = ({ arguments: named = {} }: HeardCommand): boolean =>
  Object.values(named).some((argument) => argument.said === 'on-trial' && argument.inBag === true);

/** What was said of an argument that is a detail. */
export function detailOf(command: HeardCommand, name: string, wish: Wish): string | number | undefined {
  const argument = command.arguments?.[name];
  if (argument?.said !== 'detail') return undefined;
  switch (argument.detail) {
    case 'budget':
      return wish.price.maximum;
    case 'size':
      return wish.size ?? (wish.number === undefined ? undefined : String(wish.number));
    case 'occasion':
    case 'department':
      return wish[argument.detail];
  }
}

/** What the words beside a worker's command say: which piece, how many. */
export function besideCommand(beside: readonly string[], lexicon: Lexicon): Wish {
  return { ...wishIn(beside.join(' '), lexicon, undefined), beside };
}

function wishIn(
  clause: string,
  lexicon: Lexicon,
  found: { readonly intent: Intent; readonly matched: string } | undefined,
): Wish {
  const tokens = clause.split(' ').filter((token) => token !== '');
  const intentWords = new Set(found?.matched.split(' ').filter((word) => patternWords.has(word)) ?? []);
  const slots: Partial<Record<Meaning['slot'], string>> = {};
  const excludeColours: string[] = [];
  const exclude: string[] = [];
  const words: string[] = [];
  const said: number[] = [];
  let quantity: number | undefined;
  let number: number | undefined;
  let code: string | undefined;
  let excluding = false;
  for (let index = 0; index < tokens.length; ) {
    const token = tokens[index] ?? '';
    const entry = longest(tokens, index, lexicon);
    if (entry !== undefined && !isMisread(entry, tokens, index, intentWords, lexicon)) {
      const next = tokens[index + entry.length] ?? '';
      if (
        entry.meaning.slot === 'colour' &&
        (excluding || negated(tokens, index) || negationsAfter.has(next))
      ) {
        excludeColours.push(entry.meaning.value);
        excluding = true;
      } else if (
        excludable.has(entry.meaning.slot) &&
        (found === undefined || searching.has(found.intent)) &&
        (excluding || negated(tokens, index) || negationsAfter.has(next))
      ) {
        exclude.push(entry.meaning.value);
        excluding = true;
      } else if (
        entry.meaning.slot === 'word' ||
        entry.meaning.slot === 'pattern' ||
        entry.meaning.slot === 'brand'
      ) {
        words.push(entry.meaning.value);
        excluding = false;
      } else {
        slots[entry.meaning.slot] ??= entry.meaning.value;
        excluding = false;
      }
      index += entry.length;
      continue;
    }
    if (token !== 'or' && token !== 'ya' && token !== 'o' && token !== 'nor') excluding = false;
    if (/^[a-z]{2,}-?\d{2,}$/u.test(token) || /^[a-z]{1,6}-\d{3,}$/u.test(token)) code = token.toUpperCase();
    else if (ordinals[token] !== undefined) said.push(ordinals[token]);
    else if (/^[-−]\d+$/u.test(token)) quantity = Number(token.replace('−', '-'));
    else if (/^\d{1,15}$/u.test(token)) {
      const sized = sizeLeads.has(tokens[index - 1] ?? '') ? lexicon.phrases.get(`size ${token}`) : undefined;
      if (sized !== undefined) slots.size ??= sized.value;
      else if (sizeWords.has(tokens[index - 1] ?? '')) slots.size ??= token;
      else if (Number(token) > largestSize || counted.has(tokens[index + 1] ?? '')) quantity = Number(token);
      else number = Number(token);
    } else if (sizeWords.has(tokens[index - 1] ?? '') && /^(?:x+|\d+x)[sl]$/u.test(token)) {
      slots.size ??= token.toUpperCase();
    } else if (numberWords[token] !== undefined && !isLittleWord(tokens, index)) {
      quantity = numberWords[token];
    } else if (
      !fillers.has(token) &&
      !patternWords.has(token) &&
      !pronouns.has(token) &&
      !wholeLot.has(token) &&
      !isSizeStep(token)
    ) {
      words.push(token);
    }
    index += 1;
  }
  const ordinal = said.at(-1);
  const sizeStep = sizeStepOf(tokens);
  return {
    intent: found?.intent,
    ...(slots.productType === undefined ? {} : { productType: slots.productType }),
    ...(slots.department === undefined ? {} : { department: slots.department }),
    ...(slots.colour === undefined ? {} : { colour: slots.colour }),
    ...(slots.size === undefined ? {} : { size: slots.size }),
    ...(sizeStep === undefined ? {} : { sizeStep }),
    ...(slots.fabric === undefined ? {} : { fabric: slots.fabric }),
    ...(slots.occasion === undefined ? {} : { occasion: slots.occasion }),
    ...(ordinal === undefined ? {} : { ordinal }),
    ordinals: said,
    ...(quantity === undefined ? {} : { quantity }),
    ...(number === undefined ? {} : { number }),
    ...(code === undefined ? {} : { code }),
    excludeColours,
    exclude,
    price: {},
    pointing: tokens.some((token) => pronouns.has(token)),
    fresh: tokens.some((token) => freshWords.has(token)),
    lot: tokens.some((token) => wholeLot.has(token)),
    words,
  };
}

/** `one` points, and `do` and `दो` after another verb ask for something to be done: none of them counts pieces there. */
function isLittleWord(tokens: readonly string[], index: number): boolean {
  const token = tokens[index] ?? '';
  return (
    token === 'one' ||
    token === 'do' ||
    token === 'ek' ||
    (token === 'दो' && index > 0 && index === tokens.length - 1)
  );
}

function longest(
  tokens: readonly string[],
  index: number,
  lexicon: Lexicon,
): { readonly meaning: Meaning; readonly length: number } | undefined {
  for (let length = Math.min(4, tokens.length - index); length > 0; length -= 1) {
    const meaning = lexicon.phrases.get(tokens.slice(index, index + length).join(' '));
    if (meaning !== undefined) return { meaning, length };
  }
  return undefined;
}

const negated = (tokens: readonly string[], index: number): boolean =>
  [1, 2].some((back) => {
    const before = tokens[index - back];
    const between = back === 1 ? undefined : tokens[index - 1];
    return before !== undefined && negations.has(before) && (between === undefined || fillers.has(between));
  });

const excludable: ReadonlySet<Meaning['slot']> = new Set([
  'fabric',
  'pattern',
  'productType',
  'occasion',
  'word',
]);
/** `I do not want the shirt` takes the shirt out of the bag instead. */
const searching: ReadonlySet<Intent> = new Set(['search', 'recommend', 'cheaper', 'more', 'stock', 'no']);
/** A larger number is a quantity, however impossible. */
const largestSize = 99_999;
/** What follows is a size, known or not. */
const sizeWords = new Set(['size', 'talla', 'numero', 'مقاس', 'بمقاس', 'साइज़', 'साइज']);

/** After a number: it counts pieces. */
const counted = new Set(['of', 'more', 'x', 'pieces', 'units', 'pcs']);
const bagLeads = new Set(['my', 'your', 'the', 'to', 'in', 'into', 'mera', 'mere']);
const bagTails = new Set(['mein', 'me', 'main']);
const freshWords = new Set(['something', 'anything', 'kuch', 'kuchh', 'कुछ', 'algo', 'شيء', 'شيءا']);

const sizeLeads = new Set([
  'size',
  'in',
  'uk',
  'eu',
  'waist',
  'talla',
  'numero',
  'مقاس',
  'بمقاس',
  'साइज़',
  'साइज',
  'mein',
  'me',
]);

/** `bag` the garment against `my bag`, and the number of a size against any other number. */
function isMisread(
  entry: { readonly meaning: Meaning; readonly length: number },
  tokens: readonly string[],
  index: number,
  intentWords: ReadonlySet<string>,
  { phrases }: Lexicon,
): boolean {
  const token = tokens[index] ?? '';
  if (entry.length > 1) return false;
  // A boyfriend shirt is a cut for women.
  if (token === 'boyfriend' && phrases.get(tokens[index + 1] ?? '')?.slot === 'productType') return true;
  if (entry.meaning.slot === 'size' && /^\d+$/u.test(token)) {
    const before = tokens[index - 1];
    return !(
      tokens.length === 1 ||
      (before !== undefined && sizeLeads.has(before)) ||
      intentWords.has('size')
    );
  }
  // `Too small` is a complaint, and no size.
  if (entry.meaning.slot === 'size') return token.length > 3 && intentWords.has(token);
  if (token === 'bag' && (bagLeads.has(tokens[index - 1] ?? '') || bagTails.has(tokens[index + 1] ?? '')))
    return true;
  return intentWords.has(token) && (token === 'bag' || token === 'try' || token === 'work');
}
