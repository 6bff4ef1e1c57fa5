/** Letters and digits of any script, in lower case, joined by hyphens: what a URL carries without escapes in Latin. */
export function slug(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}\p{M}_]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}

/** FNV-1a over UTF-16 units, 52 bits kept, in base 36: to tell names apart, not to protect them. */
function fingerprint(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let index = 0; index < text.length; index += 1) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(index))) * 0x100000001b3n);
  }
  return (hash >> 12n).toString(36);
}

const maximumLength = 64;

/**
 * The sku of a variant that came without one: the same for the same handle and option values, in any file, whatever
 * else changes. Slugs have no dot, so parts cannot run together; where a slug lost something, a fingerprint tells.
 */
export function madeSku(handle: string, values: readonly string[]): string {
  const parts = values.map((value) => ({ value: value.trim().toLowerCase(), slug: slug(value) }));
  const name = [handle, ...parts.map((part) => part.slug)].join('.');
  const exact = parts.every((part) => part.value.replaceAll(' ', '-') === part.slug);
  if (exact && name.length <= maximumLength) return name;
  const tail = `~${fingerprint(JSON.stringify([handle, ...parts.map((part) => part.value)]))}`;
  return name.slice(0, maximumLength - tail.length) + tail;
}
