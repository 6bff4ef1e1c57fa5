/**
 * How near two words are: 1 for equal, 0 for nothing in common. Sørensen-Dice over letter pairs (Dice, 1945), which
 * forgives typing errors and swapped words; case does not count.
 */
export function closeness(a: string, b: string): number {
  const left = pairs(a);
  const right = pairs(b);
  if (left.length === 0 || right.length === 0) return a.toLowerCase() === b.toLowerCase() ? 1 : 0;
  const rest = [...right];
  let shared = 0;
  for (const pair of left) {
    const index = rest.indexOf(pair);
    if (index === -1) continue;
    rest.splice(index, 1);
    shared += 1;
  }
  return (2 * shared) / (left.length + right.length);
}

function pairs(word: string): readonly string[] {
  const letters = word.toLowerCase().replace(/[\s_-]+/g, ' ');
  return Array.from({ length: Math.max(0, letters.length - 1) }, (_, index) =>
    letters.slice(index, index + 2),
  );
}
