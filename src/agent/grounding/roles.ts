import { type Numeral, numeralsIn } from './numerals.ts';

/** What a number is said to be, from the words beside it. */
export type Role =
  | 'money'
  | 'percent'
  | 'time'
  | 'day'
  | 'minutes'
  | 'hours'
  | 'days'
  | 'distance'
  | 'points'
  | 'stock'
  | 'pieces'
  | 'room'
  | 'number'
  | 'size'
  | 'code'
  /** Said to be so much, of nothing that is named: `it is only 500`. */
  | 'claimed'
  | 'plain';

export interface Figure extends Numeral {
  readonly role: Role;
  /** ISO 4217, where a sign or word says which. */
  readonly currency?: string;
}

const currencyWords: readonly (readonly [currency: string, words: string])[] = [
  ['INR', '₹|rs|inr|rupees?|rupaye|rupaiye|rupay|रु|रुपये|रुपए|रुपय|रुपया|रुपयों|रुपयो|rupias?|روبيه|روبيات|/-|/='],
  ['USD', '\\$|usd|dollars?|dolar|dolares|डॉलर|دولار|دولارات'],
  ['EUR', '€|eur|euros?|यूरो|يورو'],
  ['GBP', '£|gbp|pounds?|libras?|पाउंड'],
  ['AED', 'aed|dirhams?|درهم|دراهم'],
  ['SAR', 'sar|riyals?|ريال'],
  ['', 'paise|paisa|पैसे|पैसा|bucks|¥|₩|₽|₺|₿|btc|usdt|فلس|centimos?|centavos?|cents?'],
];

const wordEnd = '(?![\\p{L}\\p{M}])';
const wordStart = '(?<![\\p{L}\\p{M}])';
const behind = (words: string) => new RegExp(`^[\\s-]*(?:${words})${wordEnd}`, 'u');
const before = (words: string, filler = '') => new RegExp(`${wordStart}(?:${words})[.:#\\s]*${filler}$`, 'u');

const currencies = currencyWords.map(([currency, words]) => ({
  currency,
  behind: behind(words),
  before: before(words, '-?\\s*'),
}));

const unitRoles: readonly (readonly [Role, RegExp])[] = [
  [
    'percent',
    behind(
      '%|percent|per cent|pct|percentage|प्रतिशत|फीसदी|परसेंट|por ?ciento|في المئه|في المائه|بالمئه|بالمائه|في الميه|بالميه',
    ),
  ],
  ['time', behind("am|pm|a\\.m\\.?|p\\.m\\.?|o'clock|बजे|صباحا|مساء|ظهرا|baje|de la (?:manana|tarde|noche)")],
  ['minutes', behind('minutes?|mins?|मिनट|मिनटों|minutos?|دقيقه|دقائق|minute')],
  ['hours', behind('hours?|hrs?|h|घंटे|घंटा|घंटों|घण्टे|horas?|ساعه|ساعات')],
  [
    'days',
    behind(
      '(?:business |working )?days?|weeks?|months?|years?|दिन|दिनों|हफ्ते|महीने|साल|dias?|semanas?|mes(?:es)?|anos?|يوما?|ايام|اسبوع|اسابيع|شهر|اشهر',
    ),
  ],
  [
    'distance',
    behind(
      'km|kms|kilometres?|kilometers?|metres?|meters?|m|miles?|किमी|किलोमीटर|मीटर|कि\\.मी|kilometros?|metros?|كم|كيلومترا?|مترا?|km away',
    ),
  ],
  ['points', behind('(?:loyalty |reward |more )?points?|पॉइंट|पॉइंट्स|अंक|अंकों|puntos?|نقطه|نقاط')],
  [
    'stock',
    behind(
      '(?:more |units? |pieces? |of them |of these |copies |pairs? )?(?:left|remaining|in stock|available|here now)|(?:पीस |नग |यूनिट )?(?:बचे|बची|बचा|बाकी|उपलब्ध|स्टॉक)|(?:unidades? |piezas? )?(?:quedan|disponibles?|en stock|restantes?)|(?:قطع |قطعه |حبات )?(?:متبقيه|متبقي|متوفره|متوفر|باقيه|باقي)',
    ),
  ],
  [
    'pieces',
    behind(
      '(?:more )?(?:units?|pieces?|pcs|items?|copies|pairs?|×|x|पीस|नग|यूनिट|चीजें|unidades|unidad|piezas?|articulos?|prendas?|قطع|قطعه|قطعتان|وحدات|وحده|حبات|منتجات)',
    ),
  ],
];

const leadRoles: readonly (readonly [Role, RegExp])[] = [
  [
    'room',
    before(
      '(?:fitting|trial|changing|dressing)? ?room|cabin|probador|cabina|ट्रायल रूम|फिटिंग रूम|रूम|कमरा|कमरे|غرفه القياس|غرفه|غرفتك',
      '(?:(?:number|no|is|number is|numero|es|नंबर|رقم|رقمها)[.:#\\s]*)?',
    ),
  ],
  [
    'number',
    before(
      'number|no|nº|#|numero|num|token|ticket|reservation|hold|reserva|नंबर|नम्बर|संख्या|क्रमांक|आरक्षण|रिजर्वेशन|رقم|رقمه|رقمها|رقمك|الرقم|حجز|الحجز|حجزك|order|pedido|orden|ऑर्डर|طلب|طلبك|الطلب',
      '(?:(?:is|number|number is|no|es|numero|es el|है|नंबर|رقم|هو)[.:#\\s]*)*',
    ),
  ],
  [
    'size',
    before(
      'sizes?|eu|uk|us|waist|tallas?|साइज|साइज़|नाप|साइज में|كمقاس|مقاس|مقاسات|المقاس|المقاسات|بمقاس|مقاسك',
      '(?:(?:is|are|in|of|eu|uk|us|es|son|की|में|هو|هي|هنا)[.:\\s]*){0,3}',
    ),
  ],
  ['time', before('(?:opens?|open until|open till|closes?)(?: at| by)?|a las|desde las|hasta las|الساعه')],
  [
    'money',
    before(
      'costs?|costing|priced?(?: at| is)?|price of|the price|mrp|pay|pays|worth|कीमत|दाम|मूल्य|cuesta|cuestan|precio|vale|valen|pagas|pagar|سعر|سعره|سعرها|بسعر|ثمن|ثمنه|ثمنها|يكلف|تكلف|ادفع|تدفع',
      '(?:(?:is|are|only|just|now|about|you|at|es|de|solo|ahora|है|सिर्फ|केवल|बस|अब|فقط|هو|الان|me|us)[.:\\s]*){0,3}',
    ),
  ],
  [
    'stock',
    before('quedan?|hay|solo quedan|बचे हैं|متبقي|بقي|بقيت|لدينا|in stock[:]?|only have|we have|have only'),
  ],
  [
    'claimed',
    before(
      "only|just|is|are|it's|that's|now|for|at|es|son|por|solo|ahora|सिर्फ|केवल|बस|अब|मात्र|فقط|الان|هو|هي|بـ|ب|=|:|→",
      '(?:(?:only|just|now|solo|सिर्फ|केवल|फقط)\\s*)?',
    ),
  ],
];

const months =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t|tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|जनवरी|फरवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर|सितम्बर|अक्टूबर|अक्तूबर|नवंबर|नवम्बर|दिसंबर|दिसम्बर|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|يناير|فبراير|مارس|ابريل|مايو|يونيو|يوليو|اغسطس|سبتمبر|اكتوبر|نوفمبر|ديسمبر';
const monthBehind = new RegExp(`^(?:st|nd|rd|th)?,?\\s*(?:of |de |في )?(?:${months})${wordEnd}`, 'u');
const monthBefore = new RegExp(`${wordStart}(?:${months})\\s*$`, 'u');

/** Between two numbers that are counted alike: `500 to 1500`, `30, 32 or 34`. */
const between =
  /^(?:\s*(?:,|-|\/|&|to|and|or|se|aur|ya|से|और|या|y|o|u|a|hasta|الي|و|او|,\s*(?:and|or))\s*(?:₹|rs\.?|\$|€|£)?\s*)$/u;

/** Spanish for `have`, not ten. */
const imperative = /^ten (?:a mano|en cuenta|cuidado|paciencia)/u;

/** The numbers of a normalised text, each with what it is said to be. */
export function figuresIn(text: string): readonly Figure[] {
  const numerals = numeralsIn(text);
  const figures: Figure[] = [];
  for (const numeral of numerals) {
    if (imperative.test(text.slice(numeral.start))) continue;
    const figure = withRole(text, numeral);
    if (!numeral.doubtful || (figure.role !== 'plain' && figure.role !== 'claimed')) figures.push(figure);
  }
  return withNeighbours(text, figures);
}

function withRole(text: string, numeral: Numeral): Figure {
  if (numeral.code !== undefined) return { ...numeral, role: 'code' };
  const left = text.slice(Math.max(0, numeral.start - 48), numeral.start);
  const right = text.slice(numeral.end, numeral.end + 48);
  const sign =
    currencies.find(({ before: sign }) => sign.test(left)) ??
    currencies.find(({ behind: sign }) => sign.test(right));
  if (sign !== undefined) return { ...numeral, role: 'money', currency: sign.currency };
  if (/^:\d\d(?!\d)/u.test(right) || /(?<!\d)\d{1,2}:$/u.test(left)) return { ...numeral, role: 'time' };
  if (monthBehind.test(right) || monthBefore.test(left)) return { ...numeral, role: 'day' };
  const unit = unitRoles.find(([, pattern]) => pattern.test(right));
  if (unit !== undefined) return { ...numeral, role: unit[0] };
  const lead = leadRoles.find(([, pattern]) => pattern.test(left));
  return { ...numeral, role: lead?.[0] ?? 'plain' };
}

/** A number without words of its own is counted like the one that it is joined to. */
function withNeighbours(text: string, figures: readonly Figure[]): readonly Figure[] {
  const joined = [...figures];
  const take = (at: number, from: number): void => {
    const [one, other] = [joined[at], joined[from]];
    if (one === undefined || other === undefined) return;
    const open =
      one.role === 'plain' || one.role === 'claimed' || (one.role === 'time' && other.role === 'money');
    if (!open || other.role === 'plain' || other.role === 'claimed' || other.role === 'code') return;
    const gap = at > from ? text.slice(other.end, one.start) : text.slice(one.end, other.start);
    // Lists of sizes have commas; before an amount of money one ends what was counted.
    if (!between.test(gap) || (other.role !== 'size' && gap.includes(','))) return;
    joined[at] = {
      ...one,
      role: other.role,
      ...(other.currency !== undefined && { currency: other.currency }),
    };
  };
  for (let at = 1; at < joined.length; at += 1) take(at, at - 1);
  for (let at = joined.length - 2; at >= 0; at -= 1) take(at, at + 1);
  return joined;
}
