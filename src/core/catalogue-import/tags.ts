/** Tags of a product, comma-separated, without repeats, in the file's order. */
export function readTags(text: string): readonly string[] {
  const tags = new Map<string, string>();
  for (const part of text.split(',')) {
    const tag = part.trim().replace(/\s+/g, ' ');
    if (tag !== '' && !tags.has(tag.toLowerCase())) tags.set(tag.toLowerCase(), tag);
  }
  return [...tags.values()];
}

/** Tags of the form `name:value` by lower-case name; several values of a name are kept in order. */
export function attributesOf(tags: readonly string[]): Record<string, string[]> {
  const attributes = new Map<string, string[]>();
  for (const tag of tags) {
    const match = /^([^:]+):(.+)$/.exec(tag);
    const name = match?.[1]?.trim().toLowerCase();
    const value = match?.[2]?.trim();
    // `https://…` is an address, not an attribute.
    if (!name || !value || value.startsWith('//')) continue;
    attributes.set(name, [...(attributes.get(name) ?? []), value]);
  }
  return Object.fromEntries(attributes);
}

const departments: Readonly<Record<string, string>> = {
  women: 'women',
  woman: 'women',
  womens: 'women',
  ladies: 'women',
  female: 'women',
  men: 'men',
  man: 'men',
  mens: 'men',
  gents: 'men',
  male: 'men',
  children: 'children',
  child: 'children',
  childrens: 'children',
  kids: 'children',
  kid: 'children',
  girls: 'children',
  boys: 'children',
  toddler: 'children',
  toddlers: 'children',
  infant: 'children',
  infants: 'children',
  newborn: 'children',
  baby: 'children',
  unisex: 'unisex',
};

const departmentOfWord = (text: string): string | undefined => {
  const word = text.toLowerCase().replace(/[^a-z]/g, '');
  return Object.hasOwn(departments, word) ? departments[word] : undefined;
};

/** One department where all words agree, `unisex` where they name several, undefined where none is known. */
function agreed(words: readonly string[]): string | undefined {
  const found = new Set(words.map(departmentOfWord).filter((department) => department !== undefined));
  return found.size > 1 ? 'unisex' : [...found][0];
}

/**
 * `women`, `men`, `children` or `unisex`: from the tag `department:…`, otherwise from the age group, otherwise from the
 * gender column (Google's names in Shopify's files, or the metafields that replaced them), otherwise from tags that are a
 * department's name, otherwise `unisex`.
 */
export function departmentOf(
  tags: readonly string[],
  attributes: Readonly<Record<string, readonly string[]>>,
  extra: Readonly<Record<string, string>>,
): string {
  const column = (pattern: RegExp) => {
    const heading = Object.keys(extra).find((name) => pattern.test(name));
    return heading === undefined ? undefined : agreed((extra[heading] ?? '').split(/[;,]/));
  };
  const age = column(/(google shopping \/|^)\s*age group/i);
  return (
    agreed(attributes.department ?? []) ??
    (age === 'children' ? age : undefined) ??
    column(/(google shopping \/|^|target)\s*gender/i) ??
    agreed(tags) ??
    'unisex'
  );
}

const metafield = /^(.+?) \(product\.metafields\.[^()]+\)$/;

/** Attributes from Shopify's category metafields, e.g. the column `Fabric (product.metafields.shopify.fabric)`. */
export function metafieldAttributes(extra: Readonly<Record<string, string>>): Record<string, string[]> {
  const found: [string, string[]][] = [];
  for (const [heading, value] of Object.entries(extra)) {
    const name = metafield.exec(heading)?.[1]?.trim().toLowerCase();
    const values = value
      .split(';')
      .map((part) => part.trim())
      .filter((part) => part !== '');
    if (name && values.length > 0) found.push([name, values]);
  }
  return Object.fromEntries(found);
}
