/** Characters of one tool result that a model reads. */
const longestResult = 6_000;
const longestText = 300;
/** Tried one after the other, until the result is short enough. */
const longestLists = [24, 12, 6, 3];

/**
 * A tool's result as a model reads it: still JSON, with the ends of long texts and long lists left out, and said how much that
 * was. Fields that are null tell nothing and go.
 */
export function trimmed(value: unknown): string {
  for (const items of longestLists) {
    const text = JSON.stringify(shorten(value, items));
    if (text.length <= longestResult) return text;
  }
  return JSON.stringify({ tooLong: 'This was too long to be read. Ask for less.' });
}

function shorten(value: unknown, items: number): unknown {
  if (typeof value === 'string') {
    return value.length <= longestText ? value : `${value.slice(0, longestText)}…`;
  }
  if (Array.isArray(value)) {
    const kept = value.slice(0, items).map((item) => shorten(item, items));
    return value.length > items ? [...kept, `… ${value.length - items} more`] : kept;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, field]) => field !== null)
      .map(([name, field]) => [name, shorten(field, items)]),
  );
}
