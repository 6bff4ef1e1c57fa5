/** In the spelling that `normalise` gives. Each line counts up from its first number; variants are joined by a bar. */
const counted: readonly (readonly [first: number, step: number, words: string])[] = [
  [0, 1, 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'],
  [16, 1, 'sixteen seventeen eighteen nineteen'],
  [20, 10, 'twenty thirty forty|fourty fifty sixty seventy eighty ninety'],
  [
    0,
    1,
    'शून्य एक दो तीन चार पांच|पाच छह|छः|छे सात आठ नौ दस ग्यारह बारह तेरह चौदह पंद्रह|पन्द्रह सोलह सत्रह अठारह|अट्ठारह उन्नीस',
  ],
  [20, 1, 'बीस इक्कीस बाईस|बाइस तेईस|तेइस चौबीस पच्चीस छब्बीस सत्ताईस|सत्ताइस अट्ठाईस|अट्ठाइस उनतीस'],
  [30, 1, 'तीस इकतीस बत्तीस तैंतीस चौंतीस पैंतीस छत्तीस सैंतीस अडतीस उनतालीस'],
  [40, 1, 'चालीस इकतालीस बयालीस तैंतालीस चौवालीस|चवालीस पैंतालीस छियालीस सैंतालीस अडतालीस उनचास'],
  [50, 1, 'पचास इक्यावन बावन तिरपन चौवन पचपन छप्पन सत्तावन अट्ठावन उनसठ'],
  [60, 1, 'साठ इकसठ बासठ तिरसठ चौंसठ पैंसठ छियासठ सडसठ अडसठ उनहत्तर'],
  [70, 1, 'सत्तर इकहत्तर बहत्तर तिहत्तर चौहत्तर पचहत्तर छिहत्तर सतहत्तर अठहत्तर उन्यासी|उनासी'],
  [80, 1, 'अस्सी इक्यासी बयासी तिरासी चौरासी पचासी छियासी सत्तासी अट्ठासी नवासी'],
  [90, 1, 'नब्बे इक्यानवे बानवे तिरानवे चौरानवे पचानवे|पंचानवे छियानवे सत्तानवे अट्ठानवे निन्यानवे|निन्यानबे'],
  [0, 1, 'cero uno|un|una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince'],
  [
    16,
    1,
    'dieciseis diecisiete dieciocho diecinueve veinte veintiuno|veintiun|veintiuna veintidos veintitres',
  ],
  [24, 1, 'veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve treinta'],
  [40, 10, 'cuarenta cincuenta sesenta setenta ochenta noventa'],
  [
    200,
    100,
    'doscientos|doscientas trescientos|trescientas cuatrocientos|cuatrocientas quinientos|quinientas',
  ],
  [
    600,
    100,
    'seiscientos|seiscientas setecientos|setecientas ochocientos|ochocientas novecientos|novecientas',
  ],
  [
    0,
    1,
    'صفر واحد|واحده اثنان|اثنين|اثنتان|اثنتين|اثنا|اثني ثلاثه|ثلاث اربعه|اربع خمسه|خمس سته|ست سبعه|سبع ثمانيه|ثماني|ثمان',
  ],
  [9, 1, 'تسعه|تسع عشره|عشر'],
  [
    20,
    10,
    'عشرون|عشرين ثلاثون|ثلاثين اربعون|اربعين خمسون|خمسين ستون|ستين سبعون|سبعين ثمانون|ثمانين تسعون|تسعين',
  ],
  [
    200,
    100,
    'مئتان|مئتين|مائتان|مائتين ثلاثمئه|ثلاثمائه اربعمئه|اربعمائه خمسمئه|خمسمائه ستمئه|ستمائه سبعمئه|سبعمائه',
  ],
  [800, 100, 'ثمانمئه|ثمانمائه|ثمانيمئه تسعمئه|تسعمائه'],
  [1, 1, 'ek do teen char|chaar paanch|panch chhe|chhah saat aath nau das gyarah barah'],
  [20, 10, 'bees tees chalis|chaalis pachas|pachaas saath sattar assi nabbe'],
  [2000, 1000, 'الفان|الفين'],
];

const scales: readonly (readonly [value: number, words: string])[] = [
  [12, 'dozen docena'],
  [100, 'hundred hundreds सौ sau cien ciento مئه مائه ميه'],
  [1_000, 'thousand thousands grand हजार hazaar hazar hajar mil الف الفا الاف'],
  [100_000, 'lakh lakhs lac lacs लाख'],
  [1_000_000, 'million millions millon millones مليون'],
  [10_000_000, 'crore crores करोड'],
];

/** Words that a number of another language is spelt like: numbers only beside what is counted in. */
const doubtful =
  'once do das teen char ek saat nau saath bees tees sau un una uno one एक ست mil واحد واحده'.split(' ');

const halves: Readonly<Record<string, number>> = { डेढ: 1.5, ढाई: 2.5, dedh: 1.5, dhai: 2.5 };
/** Added to the number that follows. */
const shifts: Readonly<Record<string, number>> = { साढे: 0.5, सवा: 0.25, पौने: -0.25, saadhe: 0.5, sadhe: 0.5 };

const addends = new Map<string, number>();
for (const [first, step, words] of counted) {
  for (const [index, variants] of words.split(' ').entries()) {
    for (const word of variants.split('|')) addends.set(word, first + index * step);
  }
}
for (const [word, value] of Object.entries(halves)) addends.set(word, value);
const multipliers = new Map(
  scales.flatMap(([value, words]) => words.split(' ').map((word) => [word, value])),
);

/** What `thousand` and its like multiply by; undefined for any other word. */
export const multiplierOf = (word: string): number | undefined =>
  word === 'k' ? 1_000 : word === 'cr' ? 10_000_000 : multipliers.get(word);

export interface SpokenNumber {
  readonly value: number;
  readonly start: number;
  readonly end: number;
  /** Every word of it means something else in another language. */
  readonly doubtful: boolean;
}

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Numbers that are written as words, in a normalised text: `two thousand five hundred`, `डेढ़ सौ`, `خمسة وعشرون`. */
export function spokenNumbers(text: string): readonly SpokenNumber[] {
  const words = [...text.matchAll(/[\p{L}\p{M}]+/gu)].map(({ 0: found, index }): Word => {
    // Arabic writes `and`, `for` and `so` in one with the word.
    const bare = isNumberWord(found) || !/^[وبلفك]/u.test(found) ? found : found.slice(1);
    return { text: bare, start: index, end: index + found.length };
  });
  const numbers: SpokenNumber[] = [];
  for (let at = 0; at < words.length; ) {
    const sequence = sequenceFrom(words, at, text);
    if (sequence.length === 0) at += 1;
    else {
      numbers.push(sumOf(sequence));
      at = words.indexOf(sequence.at(-1) as Word) + 1;
    }
  }
  return numbers;
}

const isNumberWord = (word: string): boolean => addends.has(word) || multipliers.has(word) || word in shifts;

/** Number words in a row, with `and` between them where the language puts it. */
function sequenceFrom(words: readonly Word[], from: number, text: string): readonly Word[] {
  const sequence: Word[] = [];
  for (let at = from; at < words.length; at += 1) {
    const word = words[at];
    const before = sequence.at(-1);
    if (word === undefined) break;
    if (before !== undefined && !/^[\s-]*(?:and|y)?[\s-]*$/u.test(text.slice(before.end, word.start))) break;
    const next = words[at + 1];
    const joins =
      before !== undefined &&
      ((word.text === 'and' && multipliers.has(before.text)) ||
        (word.text === 'y' && (addends.get(before.text) ?? 0) >= 30)) &&
      next !== undefined &&
      isNumberWord(next.text);
    if (joins) continue;
    if (!isNumberWord(word.text)) break;
    sequence.push(word);
  }
  return sequence;
}

function sumOf(sequence: readonly Word[]): SpokenNumber {
  /** Numbers that do not add up are read one after the other: `fifteen ninety-nine` is 1599. */
  const groups: number[] = [];
  let total = 0;
  let current = 0;
  let shift = 0;
  let filled = false;
  for (const { text } of sequence) {
    const addend = addends.get(text);
    const scale = multipliers.get(text);
    if (text in shifts) shift = shifts[text] ?? 0;
    else if (addend !== undefined) {
      if (filled && !addsUp(current, addend)) {
        groups.push(total + current);
        total = 0;
        current = 0;
      }
      current += addend + shift;
      shift = 0;
      filled = true;
    } else if (scale !== undefined) {
      const counted = (current === 0 ? 1 : current) * scale;
      if (scale === 100) current = counted;
      else {
        total += counted;
        current = 0;
      }
      filled = true;
    }
  }
  groups.push(total + current);
  const [first, last] = [sequence[0] as Word, sequence.at(-1) as Word];
  return {
    value: groups.length === 1 ? total + current : Number(groups.join('')),
    start: first.start,
    end: last.end,
    doubtful: sequence.every(({ text }) => doubtful.includes(text)),
  };
}

/** `sixty` and `five`, `five hundred` and `sixty`, in Arabic `five` and `sixty`; `three` and `ten` is thirteen there. */
function addsUp(current: number, addend: number): boolean {
  if (current === 0) return true;
  if (addend < 10) return current % 10 === 0;
  if (addend < 100) return current % 100 === 0 || (current % 100 < 10 && addend % 10 === 0);
  return current % 1000 === 0;
}
