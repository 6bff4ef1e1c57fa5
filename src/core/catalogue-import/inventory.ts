import type { Store } from '../../contracts/store.ts';
import type { StockCount } from '../ports/catalogue-writer.ts';
import type { InventoryColumn, InventoryHeadings } from './headings.ts';
import { parseQuantity } from './quantity.ts';
import type { CsvRecord, ReportError } from './record.ts';
import { madeSku, slug } from './slug.ts';
import { namesOfStores, storeOfLocation } from './store-names.ts';

export interface InventoryContext {
  readonly headings: InventoryHeadings;
  readonly stores: readonly Store[];
  readonly report: ReportError;
}

export interface InventoryRow {
  readonly row: number;
  readonly sku: string;
  readonly counts: readonly StockCount[];
}

const optionColumns = ['option1Value', 'option2Value', 'option3Value'] as const;

/** Shops by column, in files of one column a location; columns that are no shop are reported once, on row 1. */
export function storesOfColumns(context: InventoryContext): ReadonlyMap<number, Store> {
  const found = new Map<number, Store>();
  for (const position of context.headings.locations) {
    const column = context.headings.all[position] ?? '';
    const store = storeOfLocation(context.stores, column);
    if (store) found.set(position, store);
    else {
      context.report({
        row: 1,
        column,
        message: `No shop is called '${column.slice(0, 60)}', the column is left out. Shops: ${namesOfStores(context.stores)}.`,
      });
    }
  }
  return found;
}

/** The counts of one record; undefined when it has none or cannot be used, which is reported. */
export function readInventoryRow(
  context: InventoryContext,
  columns: ReadonlyMap<number, Store>,
  record: CsvRecord,
): InventoryRow | undefined {
  const { headings, stores } = context;
  const { row } = record;
  const report = (position: number | null | undefined, message: string): undefined => {
    const column = position === null || position === undefined ? null : (headings.all[position] ?? null);
    context.report({ row, column, message });
    return undefined;
  };
  if ('problem' in record) return report(record.field, record.problem);
  const { fields } = record;
  if (fields.every((field) => field.trim() === '')) return undefined;
  const read = (column: InventoryColumn) => {
    const position = headings.known.get(column);
    return position === undefined ? '' : (fields[position] ?? '').trim();
  };

  const handle = slug(read('handle'));
  const values = optionColumns
    .map(read)
    .filter((value) => value !== '' && value.toLowerCase() !== 'default title');
  const sku = read('sku').replace(/^'/, '') || (handle === '' ? '' : madeSku(handle, values));
  if (sku === '') return report(headings.known.get('sku'), 'The row names no variant: fill in its SKU.');

  const cells: { readonly store: Store; readonly position: number; readonly text: string }[] = [];
  if (headings.locations.length > 0) {
    for (const [position, store] of columns) cells.push({ store, position, text: fields[position] ?? '' });
  } else {
    const location = read('location');
    const store = storeOfLocation(stores, location);
    if (!store) {
      return report(
        headings.known.get('location'),
        `No shop is called '${location.slice(0, 60)}'. Shops: ${namesOfStores(stores)}.`,
      );
    }
    const column = (['onHandNew', 'onHand', 'available'] as const).find((name) => read(name) !== '');
    const position = column === undefined ? undefined : headings.known.get(column);
    if (position !== undefined) cells.push({ store, position, text: fields[position] ?? '' });
  }

  const location = read('bin') || null;
  const counts: StockCount[] = [];
  for (const { store, position, text } of cells) {
    const quantity = parseQuantity(text);
    if (!quantity.ok) report(position, `${quantity.failure.message}; the stock of '${sku}' stays as it is.`);
    else if (quantity.value !== null) {
      counts.push({ storeId: store.storeId, sku, onHand: quantity.value, location });
    }
  }
  return counts.length > 0 ? { row, sku, counts } : undefined;
}
