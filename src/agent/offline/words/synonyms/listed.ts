/** Words by what they mean; a list is written as one text, with commas between, as `normalise` leaves the words. */
export const listed = (
  words: Readonly<Record<string, string>>,
): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    Object.entries(words).map(([meaning, list]) => [
      meaning,
      list
        .trim()
        .split(/\s*,\s*/u)
        .filter((word) => word !== ''),
    ]),
  );
