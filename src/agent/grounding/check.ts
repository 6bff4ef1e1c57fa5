import { isAmount, minor, savedWords } from './amounts.ts';
import { claims, isAsked, isDenied } from './claims.ts';
import type { Facts } from './facts.ts';
import { hasUnknownLink, phonesIn } from './links.ts';
import { isPlainName } from './names.ts';
import { normalise } from './normalise.ts';
import { type Figure, figuresIn } from './roles.ts';

/** No one says more in one sentence; what is longer is not read, and not shown. */
const longest = 2_000;
/** Counted by anyone without looking: `one question`, `both of the two`, `three ways`. */
const harmless = 3;

/**
 * Whether all figures, links and claims of a sentence come from this session's tools. What the shopper said may be
 * repeated as theirs; small numbers that count nothing of the shop are no figures.
 */
export function isGrounded(text: string, facts: Facts): boolean {
  if (text.length > longest) return false;
  if (hasUnknownLink(text, facts.links)) return false;
  const quoted = withoutNames(withoutLinks(text, facts), facts);
  const read = normalise(quoted);
  const promises = withPromises(read);
  if (phonesIn(read).some((run) => !isPhone(run, read, facts))) return false;
  const plain = phonesIn(read).reduce(
    (rest, run) => (isShopsPhone(run, facts) ? rest.replace(run, '…') : rest),
    read,
  );
  if (claims.some((claim) => isFalse(claim, plain, facts))) return false;
  if (!lettersAreSizes(quoted, plain, facts, promises)) return false;
  // A sign of money without an amount that can be read hides one.
  if (/(?<!\d\s?)[₹$€£]\s?[\p{L}|]/u.test(plain)) return false;
  return figuresIn(plain).every((figure) => isKnown(figure, plain, facts, promises));
}

const withoutLinks = (text: string, { links }: Facts): string =>
  [...links].reduce((rest, link) => rest.replaceAll(link, ' '), text);

/** Names of products and shops are not read as sentences, unless they state a price or promise something. */
const withoutNames = (text: string, { names, places }: Facts): string =>
  [...places, ...names.filter(isPlainName)]
    .filter((name) => name.length > 2)
    .sort((left, right) => right.length - left.length)
    .reduce((rest, name) => rest.replaceAll(name, '…'), text);

const isFalse = (claim: (typeof claims)[number], plain: string, { events, texts }: Facts): boolean => {
  if (claim.needs.some((event) => events.has(event)) || !claim.pattern.test(plain)) return false;
  // An offer's own words may be said as they stand: `buy two, get one`.
  if (claim.needs.length === 0 && texts.some((text) => isOffer(text, plain, claim.pattern))) return false;
  if (claim.always === true) return true;
  return clausesOf(plain).some(
    (clause) =>
      claim.pattern.test(clause) &&
      !isAsked(clause) &&
      (claim.denies === true || !isDenied(withoutMatch(clause, claim.pattern))),
  );
};

const withoutMatch = (clause: string, pattern: RegExp): string => clause.replace(pattern, ' … ');

function isOffer(text: string, plain: string, pattern: RegExp): boolean {
  const promised = pattern.exec(plain)?.[0];
  return promised !== undefined && text.startsWith('offer: ') && text.includes(promised);
}

const clausesOf = (plain: string): readonly string[] =>
  plain.split(
    /(?<!\d)[,;:.!]|[,;:.!](?!\d)| - |—|(?<=[?؟])|(?<![\p{L}])(?:but|so|and|pero|y|लेकिन|और|لكن)(?![\p{L}])/u,
  );

/** Whether it says that something is to be had: sizes that the shopper named are no stock then. */
const withPromises = (plain: string): boolean =>
  clausesOf(plain).some(
    (clause) =>
      claims.some(({ needs, pattern }) => needs.includes('here') && pattern.test(clause)) && !isAsked(clause),
  ) || /(?<!\p{L})(?:left|we have|it comes in|quedan?|tenemos|बचे|मिल|هنا|لدينا)(?!\p{L})/u.test(plain);

const isShopsPhone = (run: string, { phones }: Facts): boolean =>
  phones.some((phone) => phone.endsWith(run.replace(/\D/gu, '').slice(-10)));

function isPhone(run: string, plain: string, facts: Facts): boolean {
  const digits = run.replace(/\D/gu, '');
  const { texts } = facts;
  return (
    isShopsPhone(run, facts) ||
    texts.some((text) => text === digits || text.split(/[^\d]+/u).includes(digits)) ||
    figuresIn(plain).some(({ role, values }) => role === 'money' && values.includes(Number(digits)))
  );
}

/** `M`, `XXL`, `2XL` in capitals. Single letters only where a size is spoken of. */
function lettersAreSizes(quoted: string, plain: string, facts: Facts, promises: boolean): boolean {
  const letters = quoted
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .match(/(?<![\p{L}\p{N}&.'’-])(?:X{1,4}[SL]|[2-9]XL|[SML])(?![\p{L}\p{N}&'’-])/gu);
  const asked = /[?؟]/u.test(plain);
  return (letters ?? []).every((size) => isSize(size.toLowerCase(), facts, promises, asked));
}

const isSize = (
  size: string,
  { sizes, knownSizes, said }: Facts,
  promises: boolean,
  asked: boolean,
): boolean =>
  sizes.has(size) ||
  (!promises && new RegExp(`(?<![\\p{L}\\d])${size}(?![\\p{L}\\d])`, 'u').test(said.text)) ||
  (!promises && asked && knownSizes.has(size));

function isKnown(figure: Figure, plain: string, facts: Facts, promises: boolean): boolean {
  const { values, role, code } = figure;
  const among = (...sets: readonly ReadonlySet<number>[]): boolean =>
    values.some((value) => sets.some((set) => set.has(value)));
  const small = values.some((value) => value <= harmless && Number.isInteger(value));
  const asked = /[?؟]/u.test(plain);
  switch (role) {
    case 'money':
      return isAmount(figure, plain, facts);
    case 'percent':
      return among(facts.percents) || isQuotedPercentage(figure, plain, facts);
    case 'time':
      return isTime(figure, plain, facts);
    case 'day':
      return among(facts.days);
    case 'minutes':
      return among(facts.durations) || (small && waiting.test(plain));
    case 'hours':
      return values.some((value) => facts.durations.has(value * 60));
    case 'days':
      return values.some((value) => facts.durations.has(value * 1440));
    case 'distance':
      return values.some((value) => facts.metres.some((metres) => isDistance(value, metres)));
    case 'points':
      return among(facts.points);
    case 'stock':
      return among(facts.stock);
    case 'pieces':
      return among(facts.stock, facts.counts) || (asked && among(facts.said.numbers)) || (asked && small);
    case 'room':
      return among(facts.rooms);
    case 'number':
      return among(facts.numbers) || values.some((value) => isPartOfCode(value, facts));
    case 'size':
      return (
        values.some((value) => isSize(String(value), facts, promises, asked)) ||
        (small && among(facts.counts))
      );
    case 'code':
      if (codeWords.test(plain.slice(0, figure.start))) return facts.codes.has(code ?? '');
      return isCode(code ?? '', facts) || isSize(code ?? '', facts, promises, asked);
    case 'claimed':
      return small || isFigureOf(facts, values) || isSizeOf(values, facts) || isFramed(figure, plain, facts);
    case 'plain':
      return (
        small ||
        isFigureOf(facts, values) ||
        isSizeOf(values, facts) ||
        isQuoted(figure, plain, facts) ||
        isFramed(figure, plain, facts)
      );
  }
}

/** `Give me one minute.` */
const waiting =
  /(?<!\p{L})(?:give me|wait|just a|hold on|in a|moment|दो|दीजिए|रुक\p{L}*|dame|espera\p{L}*|un momento|انتظر\p{L}*|امهلني|لحظه|اعطني)(?![\p{L}\p{M}])/u;

const isSizeOf = (values: readonly number[], { sizes }: Facts): boolean =>
  values.some((value) => sizes.has(String(value)));

/** A number that a tool gave for anything. */
const isFigureOf = (facts: Facts, values: readonly number[]): boolean =>
  values.some(
    (value) =>
      [facts.counts, facts.stock, facts.points, facts.numbers, facts.rooms, facts.days].some((set) =>
        set.has(value),
      ) || facts.amounts.has(minor(value, facts)),
  );

const isCode = (code: string, { codes, texts, said }: Facts): boolean =>
  codes.has(code) ||
  said.text.split(/[^\p{L}\p{M}\d-]+/u).includes(code) ||
  texts.some((text) => text.split(/[^\p{L}\p{M}\d]+/u).includes(code));

/** What is to be typed in is the shop's, and no word of an offer's text or of the shopper. */
const codeWords = /(?<!\p{L})(?:code|coupon|voucher|promo|codigo|cupon|कोड|कूपन|كود|قسيمه|رمز)[\s:]*$/u;

/** The digits of an order's number, said without its letters. */
const isPartOfCode = (value: number, { codes }: Facts): boolean =>
  value > 999 && [...codes].some((known) => known.replace(/\D/gu, '') === String(value));

/** `100% cotton`, as the product's own text has it. */
function isQuotedPercentage({ start, end }: Figure, plain: string, { texts }: Facts): boolean {
  const quoted = /^\s*(?:%|percent)\s+\p{L}+/u.exec(plain.slice(end))?.[0];
  if (
    quoted === undefined ||
    savedWords.test(plain) ||
    /(?<!\p{L})(?:sale|today|price|rebate|now)(?!\p{L})/u.test(plain)
  )
    return false;
  return texts.some((text) =>
    text.replace(/\s/gu, '').includes(`${plain.slice(start, end)}${quoted}`.replace(/\s/gu, '')),
  );
}

function isTime({ values, start, end }: Figure, plain: string, { clock }: Facts): boolean {
  const [value = Number.NaN] = values;
  const minutes = /^:(\d\d)/u.exec(plain.slice(end))?.[1];
  const hour = /(\d{1,2}):$/u.exec(plain.slice(Math.max(0, start - 3), start))?.[1];
  const at = hour === undefined ? value * 60 + Number(minutes ?? 0) : Number(hour) * 60 + value;
  // `9.30 pm`
  const pointed = Math.floor(value) * 60 + Math.round((value % 1) * 100);
  return clock.has(at % 720) || clock.has(pointed % 720);
}

/** In kilometres with one decimal or none, or in metres. */
const isDistance = (value: number, metres: number): boolean =>
  value === metres || value === Math.round(metres / 100) / 10 || value === Math.round(metres / 1000);

/** A number of a product's, shop's or offer's own text, with the word beside it: `501 jeans`, `Road No. 12`. */
function isQuoted({ start, end }: Figure, plain: string, { texts }: Facts): boolean {
  const figure = plain.slice(start, end);
  const after = /^[\s-]*[\p{L}\p{M}]{3,}/u.exec(plain.slice(end))?.[0];
  const front = /[\p{L}\p{M}]{3,}[.\s-]*$/u.exec(plain.slice(0, start))?.[0];
  return texts.some(
    (text) =>
      text === figure ||
      (after !== undefined && text.includes(`${figure}${after}`)) ||
      (front !== undefined && text.includes(`${front}${figure}`)),
  );
}

const frame =
  /(?<!\p{L})(?:you (?:said|asked|mentioned|wanted|told me|wrote|need)|your (?:budget|limit|size|number|question)|looking for|search(?:ed|ing)?|understood|did you mean|dijiste|pediste|tu (?:presupuesto|talla|limite)|busca\p{L}*|quieres|आपने|आपका बजट|आपके बजट|आपकी साइज|आप चाहते|طلبت|قلت|ميزانيتك|مقاسك|تبحث|تريد)(?!\p{L})/u;

/** What the shopper said, repeated as theirs in the same clause. */
function isFramed({ values, start }: Figure, plain: string, { said }: Facts): boolean {
  if (!values.some((value) => said.numbers.has(value))) return false;
  const clause =
    plain
      .slice(0, start)
      .split(
        /[,;:.!?؟-]\s|(?<!\p{L})(?:so|then|therefore|and|hence|entonces|asi que|तो|इसलिए|لذلك|اذن|فهو|فهي)(?!\p{L})/u,
      )
      .at(-1) ?? '';
  return frame.test(clause);
}
