import { maximumLineQuantity } from '../../contracts/primitives.ts';
import { maximumCartLines } from '../cart/set-line.ts';

/** A cart line as a capsule carries it: variants by their number. */
export interface BagLine {
  readonly number: number;
  readonly quantity: number;
}

/** Variant numbers are 31 bits at most: six digits in base 36. */
const largestNumber = 2 ** 31 - 1;
const firstLetter = 'A'.charCodeAt(0);
const line = /([1-9a-z][0-9a-z]{0,5})([A-T])/y;

/**
 * The bag in as few letters as can be read without doubt: numbers ascending, each as its distance from the one before in base
 * 36 (lower case), followed by its quantity as a capital, `A` for 1 to `T` for 20. Throws when it is no bag: too many
 * lines, a number twice, a quantity out of range.
 */
export function writeBag(lines: readonly BagLine[]): string {
  const ascending = [...lines].sort((one, other) => one.number - other.number);
  const text = ascending
    .map(({ number, quantity }, index) => {
      const distance = number - (ascending[index - 1]?.number ?? 0);
      return `${distance.toString(36)}${String.fromCharCode(firstLetter + quantity - 1)}`;
    })
    .join('');
  const read = readBag(text);
  const same = ascending.every(
    ({ number, quantity }, index) => number === read?.[index]?.number && quantity === read[index].quantity,
  );
  if (!same || read?.length !== lines.length) throw new Error('These lines are not a bag');
  return text;
}

/** Undefined when the text is anything but what `writeBag` writes. */
export function readBag(text: string): readonly BagLine[] | undefined {
  const lines: BagLine[] = [];
  let number = 0;
  for (let at = 0; at < text.length; at = line.lastIndex) {
    line.lastIndex = at;
    const [, distance, letter] = line.exec(text) ?? [];
    if (distance === undefined || letter === undefined) return undefined;
    number += Number.parseInt(distance, 36);
    const quantity = letter.charCodeAt(0) - firstLetter + 1;
    if (number > largestNumber || quantity > maximumLineQuantity) return undefined;
    lines.push({ number, quantity });
    if (lines.length > maximumCartLines) return undefined;
  }
  return lines;
}
