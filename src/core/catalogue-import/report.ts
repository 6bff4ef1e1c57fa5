import type { Change } from '../ports/catalogue-writer.ts';
import type { ReportError, RowError } from './record.ts';

export type Counts = Readonly<Record<Change, number>>;
export type Counted = 'products' | 'variants' | 'stock' | 'stores';
export type ImportFile = 'catalogue' | 'inventory';

/** What an import did, or with `dryRun` would have done. */
export interface ImportReport {
  readonly dryRun: boolean;
  /** Accepted ones in the file. */
  readonly products: number;
  readonly variants: number;
  /** Stock figures, one a variant and shop. */
  readonly stock: number;
  /** Products, variants, stock figures and shops together. */
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly details: Readonly<Record<Counted, Counts>>;
  /** Products that are not for sale: drafts, archived, unpublished. */
  readonly skipped: number;
  readonly errorCount: number;
  /** The first `maximumErrors`, catalogue before inventory. */
  readonly errors: readonly (RowError & { readonly file: ImportFile })[];
  /** Things worth knowing that are no errors. */
  readonly notes: readonly string[];
}

const maximumErrors = 10_000;

const noCounts = () => ({ created: 0, changed: 0, unchanged: 0 });
const total = (counts: Counts) => counts.created + counts.changed + counts.unchanged;

/** Keeps the books of one import. */
export class ImportLedger {
  readonly #counts: Record<Counted, Record<Change, number>> = {
    products: noCounts(),
    variants: noCounts(),
    stock: noCounts(),
    stores: noCounts(),
  };
  readonly #errors: (RowError & { readonly file: ImportFile })[] = [];
  readonly #skipped = new Map<string, number>();
  readonly #notes: string[] = [];
  #errorCount = 0;

  count(what: Counted, change: Change): void {
    this.#counts[what][change] += 1;
  }

  /** A product that is not for sale. */
  skip(status: string): void {
    this.#skipped.set(status, (this.#skipped.get(status) ?? 0) + 1);
  }

  note(text: string): void {
    this.#notes.push(text);
  }

  reportTo(file: ImportFile): ReportError {
    return (error) => {
      this.#errorCount += 1;
      if (this.#errors.length < maximumErrors) this.#errors.push({ ...error, file });
    };
  }

  report(dryRun: boolean): ImportReport {
    const details = this.#counts;
    const sum = (change: Change) =>
      Object.values(details).reduce((units, counts) => units + counts[change], 0);
    return {
      dryRun,
      products: total(details.products),
      variants: total(details.variants),
      stock: total(details.stock),
      created: sum('created'),
      changed: sum('changed'),
      unchanged: sum('unchanged'),
      details,
      skipped: [...this.#skipped.values()].reduce((units, count) => units + count, 0),
      errorCount: this.#errorCount,
      errors: this.#errors,
      notes: [
        ...[...this.#skipped].map(
          ([status, count]) => `Products skipped because they are ${status}: ${count}.`,
        ),
        ...this.#notes,
      ],
    };
  }
}
