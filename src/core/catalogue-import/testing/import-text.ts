import type { Store } from '../../../contracts/store.ts';
import { type ByteSource, readCsv } from '../../../platform/csv/read-csv.ts';
import { type ImportRequest, importCatalogue } from '../import-catalogue.ts';
import type { CsvSource } from '../record.ts';
import { MemoryCatalogue } from './memory-catalogue.ts';

/** A CSV text as files are read, in small pieces. */
export function csvOf(text: string, pieceBytes = 64): CsvSource {
  const bytes = Buffer.from(text);
  const source: ByteSource = {
    async *open(from) {
      for (let at = from; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
    },
  };
  return { records: () => readCsv(source) };
}

export const shop = (storeId: string, name: string): Store => ({
  storeId,
  name,
  address: 'Road 1',
  city: 'Hyderabad',
  phone: '+91 40 0100 0000',
  position: { latitude: 17.4, longitude: 78.4 },
  timeZone: 'Asia/Kolkata',
  hours: Array.from({ length: 7 }, () => ({ opens: 600, closes: 1260 })),
  fittingRooms: 2,
});

export async function importText(
  catalogue: string,
  options: Partial<Omit<ImportRequest, 'catalogue' | 'inventory'>> & {
    readonly inventory?: string;
    readonly into?: MemoryCatalogue;
  } = {},
) {
  const { inventory, into = new MemoryCatalogue(), ...rest } = options;
  const report = await importCatalogue(into, {
    stores: [],
    currency: 'INR',
    quantityStoreId: null,
    dryRun: false,
    progress: () => {},
    ...rest,
    catalogue: csvOf(catalogue),
    inventory: inventory === undefined ? null : csvOf(inventory),
  });
  const errors = report.errors.map(({ row, column }) => `${row} ${column ?? '-'}`);
  return { report, errors, into, products: [...into.products.values()] };
}
