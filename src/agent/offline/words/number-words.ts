import { normalise } from '../normalise.ts';

const named = (lists: Readonly<Record<number, string>>): ReadonlyMap<string, number> =>
  new Map(
    Object.entries(lists).flatMap(([value, words]) =>
      words.split(' ').map((word) => [normalise(word), Number(value)] as const),
    ),
  );
const words = (list: string): ReadonlySet<string> => new Set(list.split(' ').map(normalise));

/** Below twenty, and what is said of thousands alone: one and a half, two and a half. */
export const units = named({
  1: 'one ek एक un uno una واحد',
  2: 'two do दो dos اثنين',
  3: 'three teen tin तीन tres ثلاثه ثلاث تلات تلت',
  4: 'four char chaar चार cuatro اربعه اربع',
  5: 'five paanch panch पाँच पांच cinco خمسه خمس',
  6: 'six chhe che chhah chah छह छः छे seis سته ست',
  7: 'seven saat sat सात siete سبعه سبع',
  8: 'eight aath ath आठ ocho ثمانيه ثمان تمان تمن',
  9: 'nine nau नौ nueve تسعه تسع',
  10: 'ten das दस diez عشره عشر',
  11: 'eleven gyarah ग्यारह once',
  12: 'twelve barah baarah बारह doce',
  13: 'thirteen terah तेरह trece',
  14: 'fourteen chaudah चौदह catorce',
  15: 'fifteen pandrah pandra पंद्रह पन्द्रह quince',
  16: 'sixteen solah सोलह dieciseis',
  17: 'seventeen satrah सत्रह diecisiete',
  18: 'eighteen atharah अठारह dieciocho',
  19: 'nineteen unnis उन्नीस diecinueve',
  1.5: 'dedh derh डेढ़',
  2.5: 'dhai dhaai ढाई',
});

export const tens = named({
  20: 'twenty bees bis बीस veinte عشرين',
  25: 'pachees pachis पच्चीस veinticinco',
  30: 'thirty tees तीस treinta ثلاثين تلاتين',
  35: 'paintees पैंतीस',
  40: 'forty chalis chaalis चालीस cuarenta اربعين',
  45: 'paintalis पैंतालीस',
  50: 'fifty pachas pachaas पचास cincuenta خمسين',
  60: 'sixty साठ sesenta ستين',
  70: 'seventy sattar सत्तर setenta سبعين',
  75: 'pachhattar पचहत्तर',
  80: 'eighty assi अस्सी ochenta ثمانين تمانين',
  90: 'ninety nabbe नब्बे noventa تسعين',
});

/** Hundreds and thousands in one word. */
export const wholes = named({
  100: 'cien ciento',
  200: 'doscientos doscientas ميتين مئتين مائتين مئتان',
  300: 'trescientos trescientas ثلاثميه ثلاثمئه ثلاثمائه تلتميه',
  400: 'cuatrocientos cuatrocientas اربعميه اربعمئه اربعمائه ربعميه',
  500: 'quinientos quinientas خمسميه خمسمئه خمسمائه خمسميت',
  600: 'seiscientos seiscientas ستميه ستمئه ستمائه',
  700: 'setecientos setecientas سبعميه سبعمئه سبعمائه',
  800: 'ochocientos ochocientas ثمانميه ثمانمئه ثمنميه تمنميه',
  900: 'novecientos novecientas تسعميه تسعمئه تسعمائه',
  2000: 'الفين الفان',
});

export const hundreds = words('hundred sau sou सौ ميه مئه مائه');
export const thousands = words('thousand hazaar हज़ार हजार mil الف الاف تالاف الالاف');

/** Within a number: `two hundred and fifty`. Where people say it between two numbers only, it is none of these. */
export const joins = words('and و');
/** Between the two of a range. */
export const rangeWords = words('to se से a الي ل - ya या o او');
/** `Mil gracias` and `الف شكر` are no price. */
export const thanked = words('gracias thanks شكر شكرا مبروك');
