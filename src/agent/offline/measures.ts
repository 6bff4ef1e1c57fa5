import type { BodyMeasure } from '../../contracts/size-chart.ts';
import { normalise } from './normalise.ts';

/** Written as `normalise` leaves it; all languages at once. */
const names: Readonly<Record<BodyMeasure, string>> = {
  chest: 'chest|bust|seena|chhati|सीना|सीने|छाती|pecho|busto|الصدر|صدري|صدر',
  waist: 'waist|kamar|कमर|cintura|الخصر|خصري|خصر',
  hips: 'hips?|कूल्हे|कूल्हा|caderas?|الورك|الاوراك|اوراك',
  foot: 'foot|feet|pair|पैर|pie|القدم|قدمي|قدم',
  height: 'height|lambai|kad|लंबाई|लम्बाई|कद|क़द|altura|estatura|الطول|طولي|طول',
};
const inches = normalise('inch(?:es)?|in|"|इंच|pulgadas?|بوصه|انش');
const centimetres = normalise('cms?|centimet(?:re|er)s?|सेमी|सेंटीमीटर|centimetros?|سم|سنتيمتر');
/** A body that is this wide in centimetres buys no garment here: the number is of inches. */
const smallestRound = 55;
const rounds: ReadonlySet<BodyMeasure> = new Set(['chest', 'waist', 'hips']);

/** Measures of a body that an utterance names, in centimetres to a millimetre. Without a unit, what can only be inches is. */
export function measuresIn(utterance: string): Partial<Record<BodyMeasure, number>> {
  const text = ` ${normalise(utterance)} `;
  const found: Partial<Record<BodyMeasure, number>> = {};
  for (const [measure, words] of Object.entries(names) as [BodyMeasure, string][]) {
    const pattern = new RegExp(
      String.raw`(?<![\p{L}\p{M}])(?:${normalise(words)})(?![\p{L}\p{M}])[^\d]{0,20}?(\d{1,3}(?:[.,]\d)?) ?(?:(${inches})|(${centimetres}))?(?![\p{L}\p{M}\d])`,
      'u',
    );
    const [, digits, inInches, inCentimetres] = pattern.exec(text) ?? [];
    if (digits === undefined) continue;
    const value = Number(digits.replace(',', '.'));
    const short = inCentimetres === undefined && rounds.has(measure) && value < smallestRound;
    found[measure] = inInches !== undefined || short ? Math.round(value * 25.4) / 10 : value;
  }
  return found;
}
