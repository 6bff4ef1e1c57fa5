import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { type Store, store } from '../../contracts/store.ts';
import { importCatalogue } from '../../core/catalogue-import/import-catalogue.ts';
import { pretendTransaction } from '../../core/catalogue-import/pretend-transaction.ts';
import { UnusableFile } from '../../core/catalogue-import/record.ts';
import type { ImportReport } from '../../core/catalogue-import/report.ts';
import type { CatalogueTransaction, CatalogueWriter } from '../../core/ports/catalogue-writer.ts';
import { openCsvFile } from '../../platform/csv/csv-file.ts';
import { type ImportOptions, readImportOptions } from './import-options.ts';
import { errorLines, reportText } from './report-text.ts';

export interface OpenCatalogue {
  /** Where it is, for people. */
  readonly place: string;
  readonly writer: CatalogueWriter;
  close(): Promise<void>;
}

export interface ImportIo {
  readonly output: { write(text: string): unknown };
  readonly errors: { write(text: string): unknown };
  /**
   * Opens the hub's storage in a folder. Where there is none it is made, or with `make` false, undefined is given.
   * Throws `UnusableFile` where it cannot.
   */
  readonly openCatalogue: (
    folder: string,
    options: { readonly make: boolean },
  ) => Promise<OpenCatalogue | undefined>;
}

/** The command `import`; gives its exit status. Throws `UsageError` for an unusable command line. */
export async function runImport(argv: readonly string[], io: ImportIo): Promise<number> {
  const options = readImportOptions(argv);
  try {
    const { report, place } = await importInto(options, io);
    io.errors.write(errorLines(report, { catalogue: options.catalogue, inventory: options.inventory ?? '' }));
    io.output.write(options.json ? `${JSON.stringify(report)}\n` : reportText(report, place));
    return report.errorCount > 0 ? 1 : 0;
  } catch (error) {
    if (!(error instanceof UnusableFile)) throw error;
    io.errors.write(`aisle import: ${error.message} Nothing was imported.\n`);
    if (options.json) {
      const errors = [{ row: 1, column: null, message: error.message }];
      io.output.write(`${JSON.stringify({ products: 0, variants: 0, errors, failure: error.message })}\n`);
    }
    return 2;
  }
}

async function importInto(
  options: ImportOptions,
  io: ImportIo,
): Promise<{ readonly report: ImportReport; readonly place: string }> {
  const catalogue = await openCsvFile(options.catalogue);
  const inventory = options.inventory === null ? null : await openCsvFile(options.inventory);
  const besides = path.join(path.dirname(options.catalogue), 'stores.json');
  const storesFile = options.stores ?? (existsSync(besides) ? besides : null);
  const stores = storesFile === null ? [] : await readStores(storesFile);
  const work = async (transaction: CatalogueTransaction) => {
    if (options.location !== null) {
      const known = [...stores, ...(await transaction.stores())].map(({ storeId }) => storeId);
      if (!known.includes(options.location)) {
        throw new UnusableFile(
          `--location: no shop has the id '${options.location}'; there are: ${known.join(', ') || 'none'}.`,
        );
      }
    }
    return importCatalogue(transaction, {
      catalogue,
      inventory,
      stores,
      currency: options.currency,
      quantityStoreId: options.location,
      newStoreTimeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      dryRun: options.dryRun,
      progress: progressTo(io),
    });
  };
  const target = await io.openCatalogue(options.data, { make: !options.dryRun });
  if (target === undefined) return { report: await work(pretendTransaction()), place: options.data };
  try {
    const report = await target.writer.write(work, { dryRun: options.dryRun });
    return { report, place: target.place };
  } finally {
    await target.close();
  }
}

/** A line each 20,000 rows, so that a big file shows that it moves and a small one says nothing. */
function progressTo(io: ImportIo) {
  const words = { reading: 'rows read', importing: 'rows imported', stock: 'stock rows imported' } as const;
  let last = 0;
  return (phase: keyof typeof words, rows: number) => {
    if (rows < last) last = 0;
    if (rows - last < 20_000) return;
    last = rows;
    io.errors.write(`${rows.toLocaleString('en')} ${words[phase]} …\n`);
  };
}

async function readStores(file: string): Promise<readonly Store[]> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    throw new UnusableFile(`${file} cannot be read.`);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new UnusableFile(`${file} is not JSON.`);
  }
  const stores = z.array(store).safeParse(value);
  if (stores.success) return stores.data;
  const issue = stores.error.issues[0];
  throw new UnusableFile(`${file} is not a list of shops: ${issue?.path.join('.')}: ${issue?.message}.`);
}
