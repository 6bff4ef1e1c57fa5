/** How far something was at an instant: `share` from 0 to 1, `at` in milliseconds. */
export interface Mark {
  readonly at: number;
  readonly share: number;
}

/** Marks older than this say nothing of the pace now. */
const windowMs = 30_000;
/** Sooner than this nobody can tell. */
const leastMs = 5_000;

/** Marks with one more; those of the past that no longer count are dropped, but for the last of them. */
export function withMark(marks: readonly Mark[], mark: Mark): readonly Mark[] {
  const last = marks.at(-1);
  if (last?.share === mark.share) return marks;
  const current = marks.findIndex(({ at }) => at > mark.at - windowMs);
  return [...(current < 1 ? marks : marks.slice(current - 1)), mark];
}

/** Milliseconds until it is whole, at the pace of the last half minute; null while that cannot be told. Silence counts. */
export function timeLeft(marks: readonly Mark[], now: number): number | null {
  const [first] = marks;
  const last = marks.at(-1);
  if (first === undefined || last === undefined || now - first.at < leastMs) return null;
  const pace = (last.share - first.share) / (now - first.at);
  return pace > 0 ? (1 - last.share) / pace : null;
}
