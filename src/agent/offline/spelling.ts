/** Damerau-Levenshtein (adjacent swaps count one), given up as soon as it exceeds `limit`. */
export function distance(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    let best = row;
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1];
      let value = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (row > 1 && column > 1 && swapped) value = Math.min(value, (beforeLast[column - 2] ?? 0) + 1);
      current.push(value);
      best = Math.min(best, value);
    }
    if (best > limit) return limit + 1;
    beforeLast = last;
    last = current;
  }
  return last[right.length] ?? limit + 1;
}

/**
 * The nearest known word: one slip from four letters on, two from eight. Undefined when there is none, or when several
 * are as near and mean different things.
 */
export function nearest(
  word: string,
  known: Iterable<string>,
  meaningOf: (known: string) => string = (same) => same,
): string | undefined {
  if (word.length < 4 || /\d/u.test(word)) return undefined;
  const limit = word.length >= 8 ? 2 : 1;
  let best = limit + 1;
  let found: string | undefined;
  for (const candidate of known) {
    if (candidate.length < 4 || candidate[0] !== word[0]) continue;
    const value = distance(word, candidate, limit);
    if (value < best) {
      best = value;
      found = candidate;
    } else if (
      value === best &&
      value <= limit &&
      (found === undefined || meaningOf(candidate) !== meaningOf(found))
    ) {
      found = undefined;
    }
  }
  return found;
}
