import { fail, type Result, succeed } from '../../contracts/result.ts';

/** What a catalogue import reads; the rest of a file's columns is kept as extra columns. */
const productHeadings = {
  handle: ['handle', 'url handle'],
  title: ['title'],
  body: ['body (html)', 'body html', 'body', 'description'],
  vendor: ['vendor', 'brand'],
  type: ['type', 'custom product type', 'product type'],
  tags: ['tags'],
  published: ['published', 'published on online store'],
  status: ['status'],
  option1Name: ['option1 name'],
  option1Value: ['option1 value'],
  option2Name: ['option2 name'],
  option2Value: ['option2 value'],
  option3Name: ['option3 name'],
  option3Value: ['option3 value'],
  sku: ['sku', 'variant sku'],
  barcode: ['barcode', 'variant barcode'],
  price: ['price', 'variant price'],
  compareAtPrice: ['compare-at price', 'compare at price', 'variant compare at price'],
  quantity: ['inventory quantity', 'variant inventory qty', 'variant inventory quantity'],
  imageSource: ['product image url', 'image src'],
  imagePosition: ['image position'],
  imageAlt: ['image alt text'],
  variantImage: ['variant image url', 'variant image'],
  sizeChart: ['size chart', 'size chart (product.metafields.custom.size_chart)'],
} as const;

const inventoryHeadings = {
  handle: ['handle', 'url handle'],
  option1Value: ['option1 value'],
  option2Value: ['option2 value'],
  option3Value: ['option3 value'],
  sku: ['sku', 'variant sku'],
  location: ['location'],
  bin: ['bin name', 'bin', 'bin location', 'rail', 'shelf'],
  onHandNew: ['on hand (new)'],
  onHand: ['on hand', 'on hand (current)'],
  available: ['available', 'available (not editable)'],
} as const;

/** Columns of an inventory file that are neither of use nor the name of a shop. */
const inventoryIgnored = new Set([
  'title',
  'option1 name',
  'option2 name',
  'option3 name',
  'option1 linked to',
  'option2 linked to',
  'option3 linked to',
  'barcode',
  'hs code',
  'coo',
  'incoming',
  'incoming (not editable)',
  'unavailable',
  'unavailable (not editable)',
  'committed',
  'committed (not editable)',
]);

export type ProductColumn = keyof typeof productHeadings;
export type InventoryColumn = keyof typeof inventoryHeadings;

export interface Headings<C extends string> {
  /** Every heading as written, by position; repeated ones are told apart by a count. */
  readonly all: readonly string[];
  readonly known: ReadonlyMap<C, number>;
  /** Positions of the columns without a meaning here. */
  readonly extra: readonly number[];
}

const plain = (heading: string) => heading.trim().replace(/\s+/g, ' ').toLowerCase();

function read<C extends string>(
  fields: readonly string[],
  table: Readonly<Record<C, readonly string[]>>,
): Headings<C> {
  const byAlias = new Map<string, C>();
  for (const column of Object.keys(table) as C[]) {
    for (const alias of table[column]) byAlias.set(alias, column);
  }
  const known = new Map<C, number>();
  const extra: number[] = [];
  const seen = new Map<string, number>();
  const all = fields.map((field, position) => {
    const column = byAlias.get(plain(field));
    if (column !== undefined && !known.has(column)) known.set(column, position);
    else extra.push(position);
    const written = field.trim() || `Column ${position + 1}`;
    const count = (seen.get(written) ?? 0) + 1;
    seen.set(written, count);
    return count === 1 ? written : `${written} (${count})`;
  });
  return { all, known, extra };
}

const shown = (headings: readonly string[]) => {
  const first = headings.slice(0, 6).map((heading) => `'${heading.slice(0, 40)}'`);
  return headings.length > 6 ? `${first.join(', ')} …` : first.join(', ');
};

function refuseDelimiter(fields: readonly string[]): string | undefined {
  const only = fields.length === 1 ? (fields[0] ?? '') : '';
  if (only.includes(';')) return "The columns are separated by ';'. Save the file as CSV with commas.";
  if (only.includes('\t')) return 'The columns are separated by tabs. Save the file as CSV with commas.';
  if (only.includes('\r')) return 'The lines end in an old form. Save the file as CSV UTF-8 again.';
  return undefined;
}

/** Headings of a Shopify product CSV, old and new ones, in any order and case. */
export function readProductHeadings(fields: readonly string[]): Result<Headings<ProductColumn>> {
  const refused = refuseDelimiter(fields);
  if (refused !== undefined) return fail('invalid', refused);
  const headings = read<ProductColumn>(fields, productHeadings);
  for (const [column, names] of [
    ['handle', "'Handle' or 'URL handle'"],
    ['title', "'Title'"],
    ['price', "'Variant Price' or 'Price'"],
  ] as const) {
    if (!headings.known.has(column)) {
      return fail(
        'invalid',
        `The first row has no column ${names}; it begins ${shown(headings.all)}. Export the products from Shopify as CSV, or add the column.`,
      );
    }
  }
  return succeed(headings);
}

export interface InventoryHeadings extends Headings<InventoryColumn> {
  /** Columns that are named after a shop, in files of one column a location. */
  readonly locations: readonly number[];
}

/** Headings of a Shopify inventory CSV: one row a location, or one column a location. */
export function readInventoryHeadings(fields: readonly string[]): Result<InventoryHeadings> {
  const refused = refuseDelimiter(fields);
  if (refused !== undefined) return fail('invalid', refused);
  const headings = read<InventoryColumn>(fields, inventoryHeadings);
  const { known } = headings;
  if (!known.has('sku') && !known.has('handle')) {
    return fail(
      'invalid',
      `The inventory file has neither a column 'SKU' nor 'Handle'; it begins ${shown(headings.all)}.`,
    );
  }
  const counts = known.has('onHand') || known.has('onHandNew') || known.has('available');
  if (known.has('location')) {
    return counts
      ? succeed({ ...headings, locations: [] })
      : fail('invalid', "The inventory file has a column 'Location' but none of 'On hand', 'Available'.");
  }
  const locations = headings.extra.filter((position) => !inventoryIgnored.has(plain(fields[position] ?? '')));
  return locations.length > 0
    ? succeed({ ...headings, locations })
    : fail('invalid', "The inventory file has no column 'Location' and no column named after a shop.");
}
