import type { Facts } from './facts.ts';
import type { Figure } from './roles.ts';

/** In minor units. */
export const minor = (value: number, { digits }: Facts): number => Math.round(value * 10 ** digits);

const sumWords =
  /(?<!\p{L})(?:together|altogether|total|both|sum|all (?:two|three)|in all|for (?:two|three|both)|each|कुल|मिलाकर|दोनों|तीनों|juntos|juntas|total|ambos|ambas|suma|los dos|las dos|معا|المجموع|مجموع|كلاهما|الاثنان|اجمالي)(?!\p{L})/u;
/** Of two prices. */
const comparedWords =
  /(?<!\p{L})(?:more|less|cheaper|dearer|difference|कम|ज्यादा|सस्त[ाीे]|महंग[ाीे]|अंतर|फर्क|mas|menos|diferencia|barat\p{L}*|car[oa]|اقل|اكثر|ارخص|اغلي|فرق|الفرق)(?!\p{L})/u;
/** Of an offer, or a price that was. */
export const savedWords =
  /(?<!\p{L})(?:sav(?:e|es|ed|ing|ings)|off|reduced|discount|offer|coupon|code|voucher|was|were|instead of|mrp|before|above|over|minimum|बचत|बच|बचेंगे|छूट|ऑफर|कूपन|कोड|पहले|ऊपर|ahorr\p{L}*|descuento|oferta|cupon|codigo|rebaja|antes|mas de|a partir de|minimo|توفر|وفر|يوفر|خصم|عرض|العرض|قسيمه|كود|كان|كانت|بدلا|فوق|اكثر من)(?!\p{L})/u;

/** Whether a sum of money is a price that a tool gave, or follows from such prices by a rule that the sentence names. */
export function isAmount(figure: Figure, plain: string, facts: Facts): boolean {
  const { values, currency } = figure;
  if (currency === '') return values.some((value) => facts.amounts.has(value));
  if (currency !== undefined && currency !== facts.currency) return false;
  const amounts = values.map((value) => minor(value, facts));
  if (amounts.some((amount) => facts.amounts.has(amount))) return true;
  if (amounts.includes(0) && facts.events.has('empty') && sumWords.test(plain)) return true;
  const { terms, savings } = facts;
  if (savedWords.test(plain) && amounts.some((amount) => terms.has(amount) || savings.has(amount)))
    return true;
  if (comparedWords.test(plain) && amounts.some((amount) => isDifference(amount, facts))) return true;
  if (sumWords.test(plain) && amounts.some((amount) => isSum(amount, facts))) return true;
  return isLimit(figure, plain, facts);
}

const isDifference = (amount: number, { listed }: Facts): boolean =>
  listed.some((one) => listed.some((other) => one - other === amount && amount > 0));

/** Of two or three pieces that were listed last, or of up to three of the same. */
function isSum(amount: number, { listed }: Facts): boolean {
  const prices = listed.slice(0, 12);
  return prices.some(
    (first, at) =>
      [2, 3].some((times) => first * times === amount) ||
      prices
        .slice(at + 1)
        .some(
          (second, next) =>
            first + second === amount ||
            prices.slice(at + next + 2).some((third) => first + second + third === amount),
        ),
  );
}

const upTo =
  /(?<!\p{L})(?:under|below|less than|within|up ?to|at most|budget(?: is| of| was)?|maximum|no more than|menos de|hasta|por debajo de|presupuesto(?: de| es)?|maximo|اقل من|تحت|حتي|حدود|ميزانيتك|ميزانيه)[\s:]*(?:of |is |de )?(?:₹|rs\.?|inr|\$|€|£)?\s*$/u;
const upToBehind =
  /^[\s]*(?:₹|rs\.?|रुपये|रुपए|rupees?|rupias?|روبيه)?\s*(?:से कम|के अंदर|तक|के भीतर|के बजट|se kam|ke andar|tak|budget|or less|o menos|او اقل)/u;
const atLeast =
  /(?<!\p{L})(?:over|above|more than|at least|from|between|mas de|desde|entre|اكثر من|فوق|بين|من)\s*(?:₹|rs\.?|inr|\$|€|£)?\s*$/u;

/** The shopper's own bound, said as one; nothing that was listed last lies on the wrong side of it. */
function isLimit({ values, start, end }: Figure, plain: string, facts: Facts): boolean {
  const said = values.find((value) => facts.said.numbers.has(value));
  if (said === undefined) return false;
  const bound = minor(said, facts);
  const [left, right] = [plain.slice(Math.max(0, start - 40), start), plain.slice(end, end + 24)];
  if (upTo.test(left) || upToBehind.test(right)) return facts.listed.every((price) => price <= bound);
  if (atLeast.test(left)) return facts.listed.every((price) => price >= bound);
  // The far end of `between 500 and 1500`.
  return /(?:between|from|entre|desde|بين|من)\s[^.!?]{0,24}(?:and|to|y|a|hasta|و|الي)\s*(?:₹|rs\.?)?\s*$/u.test(
    left,
  )
    ? facts.listed.every((price) => price <= bound)
    : false;
}
