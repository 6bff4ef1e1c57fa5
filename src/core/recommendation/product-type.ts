/**
 * A retailer's word for a garment, made comparable: `Kurtas`, `KURTA` and `Women's Kurta` all become `kurta`. Only
 * regular English plurals are undone; words that end in `s` by themselves (`jeans`, `dress`) have the same form either way.
 */
export function normalType(productType: string): string {
  return productType
    .toLowerCase()
    .replace(/\b(?:wo)?men['’]s\b|\b(?:girls|boys|kids|children)['’]?s?\b/g, ' ')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .map(singular)
    .join(' ');
}

function singular(word: string): string {
  if (word.length < 4 || word.endsWith('ss')) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}
