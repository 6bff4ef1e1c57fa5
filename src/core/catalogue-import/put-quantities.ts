import type { CatalogueTransaction } from '../ports/catalogue-writer.ts';
import type { Headings, ProductColumn } from './headings.ts';
import { parseQuantity } from './quantity.ts';
import type { ReportError } from './record.ts';
import type { ImportLedger } from './report.ts';

export interface QuantitiesRequest {
  readonly headings: Headings<ProductColumn>;
  /** As the catalogue file writes them. */
  readonly quantities: readonly { readonly row: number; readonly sku: string; readonly text: string }[];
  /** Undefined where the shop is not known. */
  readonly storeId: string | undefined;
  readonly ledger: ImportLedger;
  readonly report: ReportError;
}

/** Stock from the catalogue file itself; gives the number of quantities that have no shop to go to. */
export async function putQuantities(
  transaction: CatalogueTransaction,
  { headings, quantities, storeId, ledger, report }: QuantitiesRequest,
): Promise<number> {
  const position = headings.known.get('quantity');
  const column = position === undefined ? null : (headings.all[position] ?? null);
  let ignored = 0;
  for (const { row, sku, text } of quantities) {
    const quantity = parseQuantity(text);
    if (!quantity.ok) {
      report({ row, column, message: `${quantity.failure.message}; the stock of '${sku}' stays as it is.` });
    } else if (quantity.value !== null && storeId === undefined) {
      ignored += 1;
    } else if (quantity.value !== null && storeId !== undefined) {
      const count = { storeId, sku, onHand: quantity.value, location: null };
      ledger.count('stock', await transaction.putStock(count));
    }
  }
  return ignored;
}
