import type { Vocabulary } from '../../contracts/catalogue.ts';
import { combined } from './combine.ts';
import { wholeWish, wishOf } from './command-wish.ts';
import { comparedIn } from './compared.ts';
import { patternWords } from './intents.ts';
import { type Lexicon, lexiconOf } from './lexicon.ts';
import { negated } from './negation.ts';
import { tokensOf } from './normalise.ts';
import { takePrices } from './prices.ts';
import { isSizeStep, markSizeSteps } from './size-steps.ts';
import { type FreeText, noSpeech, type Speech, takeText, wholeCommandOf } from './speech.ts';
import { nearest } from './spelling.ts';
import type { Wish } from './wish.ts';
import { separators } from './words/small-words.ts';

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

export function understand(
  utterance: string,
  vocabulary: Vocabulary,
  digits: number,
  speech = noSpeech,
): Understanding {
  const lexicon = lexiconOf(vocabulary);
  const free = takeText(utterance, speech);
  const plain = tokensOf(free?.rest ?? utterance)
    .flatMap((token) => withoutAnd(token, lexicon))
    .flatMap((token) => partsOf(token, lexicon))
    .join(' ');
  const marked = tokensOf(markSizeSteps(plain))
    .map((token) => correct(withoutArticle(token, lexicon), lexicon, speech))
    .join(' ')
    .replace(
      /(?<= |^)(?:anything|everything|all|(?:any|every|each|all)(?: (?:colours?|colors?|shades?|fabrics?|kind|one))?) (?:but|except|besides|apart from|other than) (?:for )?/gu,
      'not ',
    );
  const kept = neitherNor(marked, lexicon);
  const { rest, range } = takePrices(kept, digits);
  const whole = wholeCommandOf(rest, speech);
  if (whole !== undefined) return { wishes: [{ ...wholeWish(whole, lexicon), price: range }] };
  const compared = comparedIn(rest, lexicon);
  if (compared !== undefined) return { wishes: [{ ...compared, price: range }] };
  const clauses = clausesOf(rest);
  const read = (clauses.length === 0 ? [''] : clauses).map((clause) =>
    withText(wishOf(clause, lexicon, speech, range), free),
  );
  return { wishes: combined(read).map((wish, index) => (index === 0 ? { ...wish, price: range } : wish)) };
}

const withText = (wish: Wish, free: FreeText | undefined): Wish =>
  free !== undefined && wish.command === free.command ? { ...wish, text: free.text } : wish;
/** `Block-print` is in titles as two words. */
function partsOf(token: string, { knownWords, titleWords }: Lexicon): readonly string[] {
  const parts = token.split('-');
  return parts.length > 1 && !knownWords.has(token) && parts.every((part) => titleWords.has(part))
    ? parts
    : [token];
}

/** Arabic writes `and` with the word after it. */
function withoutAnd(token: string, { knownWords, phrases }: Lexicon): readonly string[] {
  const rest = /^و(\p{Script=Arabic}{3,})$/u.exec(token)?.[1];
  if (rest === undefined || knownWords.has(token)) return [token];
  const bare = rest.replace(/^(?:ال|بال|لل|[بل])/u, '');
  return knownWords.has(rest) || phrases.has(rest) || phrases.has(bare) ? ['و', rest] : [token];
}

/** Arabic writes article and prepositions with the word: `for parties` is one word. */
function withoutArticle(token: string, { phrases, knownWords }: Lexicon): string {
  if (knownWords.has(token)) return token;
  const bare = /^(?:وال|بال|كال|لل|ال|[لبو])(\p{Script=Arabic}{3,})$/u.exec(token)?.[1];
  return bare !== undefined && phrases.has(bare) ? bare : token;
}

function correct(token: string, lexicon: Lexicon, speech: Speech): string {
  // A size that there is not is no other size.
  if (isSizeStep(token) || /^x+[sl]$/u.test(token)) return token;
  if (lexicon.knownWords.has(token) || speech.words.has(token) || !/^\p{L}/u.test(token)) return token;
  return (
    nearest(token, lexicon.shopWords, (word) => lexicon.phrases.get(word)?.value ?? word) ??
    (token.length >= 6 ? (nearest(token, patternWords) ?? nearest(token, speech.words)) : undefined) ??
    token
  );
}

/** `Except black and white ones`: neither is wanted, and that is no second wish. */
function neitherNor(text: string, { phrases }: Lexicon): string {
  const tokens = text.split(' ');
  return tokens
    .map((token, index) => {
      const [left, right] = [tokens[index - 1] ?? '', tokens[index + 1] ?? ''];
      const slot = phrases.get(left)?.slot;
      const alike = slot !== undefined && slot === phrases.get(right)?.slot;
      return joining.has(token) && alike && negated(tokens, index - 1, 1) ? 'or' : token;
    })
    .join(' ');
}
const joining = new Set(['and', 'aur', 'y', 'और']);

const breaks = new RegExp(`(?<=\\S) (?:${separators.join('|')}) | ?[,;.!?؟،।]+ ?`, 'u');

function clausesOf(text: string): readonly string[] {
  return `${text} `
    .split(breaks)
    .map((clause) => clause.trim().replace(/ +/gu, ' '))
    .filter((clause) => clause !== '');
}
