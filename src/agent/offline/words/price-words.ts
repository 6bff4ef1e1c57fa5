import { normalise } from '../normalise.ts';
import { hundreds, tens, thousands, units, wholes } from './number-words.ts';

/** A list with commas as the alternatives of a pattern, the longest first. */
export const alternatives = (list: string): string =>
  list
    .trim()
    .split(/\s*,\s*/u)
    .map((words) => normalise(words).replace(/[.*+^$|\\]/gu, String.raw`\$&`))
    .sort((left, right) => right.length - left.length)
    .join('|');

export const priceUnits =
  'rupees, rupee, rs, inr, bucks, रुपये, रुपए, रुपया, रूपए, रूपये, रु, rupaye, rupias, rupia, روبيه, روبيات, روبيا';

/** Before the amount. */
export const priceLeads = {
  between: 'between, from, entre, desde, de, بين, من, مابين, ما بين, entre los, entre las',
  maximum: `
    under, below, less than, nothing over, nothing above, not over, not above, no higher than, upto, up to, within, max, maximum, at most, not more than, no more than, cheaper than, <, budget, my budget,
    budget is, budget of, my budget is, my budget of, mera budget, budget hai, mera budget hai, mere paas, बजट, मेरा बजट, बजट है,
    menos de, a menos de, por menos de, hasta, por debajo de, debajo de, maximo, maximo de, un maximo de, como maximo, como mucho, bajo,
    no mas de, que no pase de, que no pasen de, que no pase los, que no supere, que no supere los, que no superen, inferior a,
    presupuesto, presupuesto de, presupuesto es, presupuesto es de, presupuesto es de unos, tope, tope de, no llegue a, mas barato que, mas barata que, que cueste menos de, que valga menos de,
    اقل من, باقل من, تحت, حتي, حدود, بحدود, في حدود, ما يتجاوز, ما تتجاوز, ما يتعدي, ما تتعدي, لا يتجاوز, لا تتجاوز, لا يزيد عن, لا تزيد عن,
    ما يزيد عن, ما تزيد عن, ما يعدي, ما تعدي, ميزانيتي, بميزانيه, ميزانيه, ميزانيتي حوالي, ارخص من, اقصي شي, اقصي حد, لحد, لغايه,
    ليس اكثر من, ما اكثر من, ليس اكتر من, لا يفوق, بسعر اقل من, سعره اقل من, سعرها اقل من, دون
  `,
  minimum: `
    over, above, more than, at least, starting at, starting from, from, >, minimum, mas de, desde, por encima de, encima de, a partir de,
    minimo, minimo de, superior a, al menos, como minimo, mas caro que, اكثر من, اكتر من, فوق, اعلي من, اغلي من, علي الاقل, ابتداء من, بدايه من, مش اقل من, ليس اقل من
  `,
  around: `
    around, about, approx, approximately, roughly, near, lagbhag, takreeban, karib, kareeb, करीब, लगभग, तकरीबन, alrededor de, cerca de,
    unos, unas, mas o menos, aproximadamente, sobre los, sobre las, en torno a, como de, como unos, حوالي, نحو, بحوالي, تقريبا, في حوالي, قرابه
  `,
} as const;

export const betweenWords =
  'and, to, till, y, a, hasta, aur, se, और, से, و, الي, ل, لين, لحد, حتي, y los, y las, a los, e';

/** After it. */
export const priceTails = {
  between: 'ke beech, ke bich, ke beech mein, ke darmiyaan, के बीच, के बीच में, के दरमियान',
  maximum: `
    se kam, se kam ka, se kam ki, se kam ke, ke andar, ke andar andar, ke niche, ke neeche, se niche, se neeche, ke under, tak, tak ka,
    tak ki, tak ke, ke bheetar, se sasta, se sasti, se saste, se zyada nahi, से कम, के अंदर, के अन्दर, के नीचे, से नीचे, तक, के भीतर, से सस्ता, से सस्ती,
    से सस्ते, से ज्यादा नहीं, or less, or under, max, budget, ka budget, ka hai budget, का बजट, बजट, o menos, como maximo, como mucho, maximo, de presupuesto, para abajo,
    او اقل, واقل, وتحت, كحد اقصي, بالكثير, ميزانيتي, كحد اعلي, فما دون, و اقل, و تحت
  `,
  minimum: `
    se zyada, se upar, se uupar, se mehnga, se mehngi, se adhik, से ज्यादा, से ऊपर, से उपर, से अधिक, से महंगा, से महंगी, or more, and above, o mas, para arriba, en adelante,
    como minimo, واكثر, او اكثر, وفوق, فما فوق, كحد ادني, و فوق, و اكثر
  `,
  around: `
    ke aas paas, ke aspaas, ke aaspaas, ke karib, ke kareeb, ke lagbhag, ke aas pass, के आसपास, के आस पास, के करीब, के लगभग, mas o menos, aproximadamente, aprox, تقريبا, بالتقريب
  `,
} as const;

const leadsAndTails = [...Object.values(priceLeads), ...Object.values(priceTails)];
/** Words that stand beside an amount: none of them is a mistyped garment. */
export const priceWords: ReadonlySet<string> = new Set(
  [
    ...leadsAndTails,
    betweenWords,
    priceUnits,
    ...[units, tens, wholes, hundreds, thousands].map((list) => [...list.keys()].join(' ')),
    'bucks zyada',
  ]
    .flatMap((list) => normalise(list).split(/[\s,]+/u))
    .filter((word) => word.length > 1),
);
