import type { Change } from '../ports/catalogue-writer.ts';
import type { RowError } from './record.ts';

export type Counts = Readonly<Record<Change, number>>;

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
  readonly details: {
    readonly products: Counts;
    readonly variants: Counts;
    readonly stock: Counts;
    readonly stores: Counts;
  };
  /** Products that are not for sale: drafts, archived, unpublished. */
  readonly skipped: number;
  readonly errorCount: number;
  /** The first `maximumErrors`, catalogue before inventory. */
  readonly errors: readonly (RowError & { readonly file: 'catalogue' | 'inventory' })[];
  /** Things worth knowing that are no errors. */
  readonly notes: readonly string[];
}

export const maximumErrors = 10_000;

export class Tally {
  readonly #counts = { created: 0, changed: 0, unchanged: 0 };

  add(change: Change): void {
    this.#counts[change] += 1;
  }

  counts(): Counts {
    return { ...this.#counts };
  }
}
