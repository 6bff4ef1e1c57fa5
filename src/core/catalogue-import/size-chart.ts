import { fail, type Result, succeed } from '../../contracts/result.ts';
import { type BodyMeasure, bodyMeasure, millimetres, type SizeChart } from '../../contracts/size-chart.ts';

const perUnit = { cm: 10, in: 25.4 } as const;
const example = 'chest (cm): S 83-87, M 88-92; waist (in): S 26-28, M 28-30';

const measurePattern = /^(\p{L}+) *\((cm|in)\) *: *(.+)$/iu;
const sizePattern = /^(.+?) +(\d+(?:\.\d+)?)(?: *[-–] *(\d+(?:\.\d+)?))?$/u;

const refuse = (what: string) => fail('invalid', `${what}. Write it like this: ${example}.`);

function readMeasure(text: string): Result<SizeChart['measures'][number]> {
  const [, name = '', unit = '', list = ''] = measurePattern.exec(text) ?? [];
  const of = bodyMeasure.safeParse(name.toLowerCase() as BodyMeasure);
  if (!of.success) {
    return refuse(`'${text.slice(0, 40)}' does not begin with ${bodyMeasure.options.join(', ')} and a unit`);
  }
  const factor = perUnit[unit.toLowerCase() as keyof typeof perUnit];
  const sizes: SizeChart['measures'][number]['sizes'][number][] = [];
  for (const entry of list.split(',').map((one) => one.trim())) {
    const [, size = '', low = '', high = low] = sizePattern.exec(entry) ?? [];
    const [from, to] = [Math.round(Number(low) * factor), Math.round(Number(high) * factor)];
    const possible = [from, to].every((one) => millimetres.safeParse(one).success) && from <= to;
    if (size === '' || size.length > 40 || !possible)
      return refuse(`'${entry.slice(0, 40)}' is no size with its measures`);
    const before = sizes.at(-1);
    if (before && to <= before.to)
      return refuse(`'${entry.slice(0, 40)}' is not larger than the size before it`);
    sizes.push({ size, from, to });
  }
  return succeed({ of: of.data, sizes });
}

/** The cell `Size chart` of a catalogue file, e.g. `chest (cm): S 83-87, M 88-92`; undefined where it is empty. */
export function readSizeChart(text: string): Result<SizeChart | undefined> {
  if (text === '') return succeed(undefined);
  const measures: SizeChart['measures'][number][] = [];
  for (const part of text
    .split(';')
    .map((one) => one.trim())
    .filter(Boolean)) {
    const measure = readMeasure(part);
    if (!measure.ok) return measure;
    if (measures.some(({ of }) => of === measure.value.of))
      return refuse(`'${measure.value.of}' is there twice`);
    measures.push(measure.value);
  }
  return measures.length === 0 ? refuse('There is no measure in it') : succeed({ measures });
}
