import type { Product, Variant } from '../../contracts/catalogue.ts';
import type { Store } from '../../contracts/store.ts';
import type {
  CatalogueTransaction,
  CatalogueWriter,
  Change,
  ExtraColumns,
  IncomingProduct,
  IncomingVariant,
  ProductChange,
} from '../../core/ports/catalogue-writer.ts';
import { listStores } from '../store/documents.ts';
import { readProduct as readDocument } from '../store/product-document.ts';
import { markChanged } from './feed-log.ts';
import { createHubCatalogueRows, type HubCatalogueRows } from './hub-catalogue-rows.ts';
import type { HubDatabase, HubTransaction } from './hub-database.ts';
import { recallMissing } from './recalls.ts';
import { renewSafetyStock } from './safety-stock.ts';
import type { Sql, TransactionSql } from './sql.ts';

/** Ends a dry run's transaction; carries what the work resolved to past the rollback. */
class DryRunOver extends Error {}

export function createCatalogueWriter(hub: HubDatabase): CatalogueWriter {
  const { sql } = hub;
  return {
    async write(work, { dryRun }) {
      let outcome: { readonly value: Awaited<ReturnType<typeof work>> } | undefined;
      try {
        await hub.transaction(async (transaction) => {
          outcome = { value: await work(catalogueTransaction(transaction)) };
          await renewSafetyStock(transaction);
          if (dryRun) throw new DryRunOver();
        });
      } catch (error) {
        if (!(error instanceof DryRunOver)) throw error;
      }
      if (!outcome) throw new Error('The catalogue transaction gave no outcome');
      return outcome.value;
    },
    async extras(handle) {
      const product = await readProduct(sql, handle);
      if (!product) return undefined;
      const variants: Record<string, ExtraColumns> = {};
      for (const { sku } of product.variants) variants[sku] = await readExtra(sql, 'variant', sku);
      return { product: await readExtra(sql, 'product', handle), variants };
    },
  };
}

/** The catalogue's writes as a part of a transaction that does more. */
export function catalogueTransaction(transaction: HubTransaction): CatalogueTransaction {
  const { sql, query, now } = transaction;
  const rows = createHubCatalogueRows(transaction);
  const document = async (
    table: 'store' | 'offer',
    key: 'storeId' | 'code',
    value: string,
  ): Promise<string | undefined> =>
    (await sql.first<{ document: string }>(`SELECT document FROM ${table} WHERE ${key} = ?`, value))
      ?.document;

  return {
    stores: () => listStores(query),
    async putStore(store: Store) {
      const change = changeOf(await document('store', 'storeId', store.storeId), JSON.stringify(store));
      if (change === 'unchanged') return change;
      await rows.putStore(store);
      await markChanged(sql, 'store', store.storeId);
      return change;
    },
    async putOffer(offer) {
      const change = changeOf(await document('offer', 'code', offer.code), JSON.stringify(offer));
      if (change === 'unchanged') return change;
      await rows.putOffer(offer);
      await markChanged(sql, 'offer', offer.code);
      return change;
    },
    putProduct: (product) => putProduct(sql, rows, product),
    async hasVariant(sku) {
      return (await sql.first('SELECT sku FROM variant WHERE sku = ?', sku)) !== undefined;
    },
    async putStock({ storeId, sku, onHand, location }) {
      const known = await sql.first<{ onHand: number; location: string | null }>(
        'SELECT onHand, location FROM stock WHERE storeId = ? AND sku = ?',
        storeId,
        sku,
      );
      if (known && known.onHand === onHand && (location === null || known.location === location)) {
        return 'unchanged';
      }
      await sql.run(
        `INSERT INTO stock (storeId, sku, onHand, location, asOf) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (storeId, sku) DO UPDATE SET onHand = excluded.onHand, asOf = excluded.asOf,
           location = coalesce(excluded.location, stock.location)`,
        storeId,
        sku,
        onHand,
        location,
        now,
      );
      if (known && onHand < known.onHand) await recallMissing(sql, { storeId, sku });
      await markChanged(sql, 'stock', storeId, sku);
      return known ? 'changed' : 'created';
    },
  };
}

const changeOf = (before: string | undefined, after: string): Change =>
  before === undefined ? 'created' : before === after ? 'unchanged' : 'changed';

async function readProduct(sql: Sql, handle: string): Promise<Product | undefined> {
  const row = await sql.first<{ document: string }>('SELECT document FROM product WHERE handle = ?', handle);
  return row && readDocument(row.document);
}

async function putProduct(
  sql: TransactionSql,
  rows: HubCatalogueRows,
  { extra, variants, ...fields }: IncomingProduct,
): Promise<ProductChange> {
  const known = await readProduct(sql, fields.handle);
  const knownVariants = new Map(known?.variants.map((variant) => [variant.sku, variant]));
  const given: Variant[] = [];
  for (const incoming of variants) given.push(await toVariant(sql, fields.handle, incoming));
  const givenSkus = new Set(given.map((variant) => variant.sku));
  const kept = known?.variants.filter((variant) => !givenSkus.has(variant.sku)) ?? [];
  const product: Product = { ...fields, variants: [...given, ...kept] };

  const variantChanges: Change[] = [];
  for (const [index, incoming] of variants.entries()) {
    const before = knownVariants.get(incoming.sku);
    const extraChange = await putExtra(sql, 'variant', incoming.sku, incoming.extra);
    const change = changeOf(before && JSON.stringify(before), JSON.stringify(given[index]));
    variantChanges.push(change === 'unchanged' && extraChange !== 'unchanged' ? 'changed' : change);
  }
  const extraChange = await putExtra(sql, 'product', fields.handle, extra);
  for (const sku of givenSkus) await takeFromOther(sql, rows, fields.handle, sku);
  if (await rows.putProduct(product)) await markChanged(sql, 'product', product.handle);

  const { variants: _, ...before } = known ?? { variants: [] };
  const own = changeOf(known && JSON.stringify(before), JSON.stringify(fields));
  return {
    product: own === 'unchanged' && extraChange !== 'unchanged' ? 'changed' : own,
    variants: variantChanges,
  };
}

async function toVariant(sql: Sql, handle: string, incoming: IncomingVariant): Promise<Variant> {
  const { extra: _, sku, ...fields } = incoming;
  return { sku, number: await numberOf(sql, sku), handle, ...fields };
}

/** A sku's number is given once, and is not given again when the sku is gone. */
async function numberOf(sql: Sql, sku: string): Promise<number> {
  const known = await sql.first<{ number: number }>('SELECT number FROM givenNumber WHERE sku = ?', sku);
  if (known) return known.number;
  const given = await sql.first<{ number: number }>(
    `INSERT INTO givenNumber (sku, number) SELECT ?, coalesce(max(number), 0) + 1 FROM givenNumber
     RETURNING number`,
    sku,
  );
  if (!given) throw new Error(`No number could be given to ${sku}`);
  return given.number;
}

async function takeFromOther(
  sql: TransactionSql,
  rows: HubCatalogueRows,
  handle: string,
  sku: string,
): Promise<void> {
  const other = await sql.first<{ document: string }>(
    `SELECT product.document FROM variant JOIN product ON product.id = variant.productId
     WHERE variant.sku = ? AND product.handle <> ?`,
    sku,
    handle,
  );
  if (!other) return;
  const product = readDocument(other.document);
  const left = product.variants.filter((variant) => variant.sku !== sku);
  if (left.length === 0) await rows.removeProduct(product.handle);
  else await rows.putProduct({ ...product, variants: left });
  await markChanged(sql, 'product', product.handle);
}

async function readExtra(sql: Sql, kind: 'product' | 'variant', key: string): Promise<ExtraColumns> {
  const row = await sql.first<{ document: string }>(
    'SELECT document FROM extraColumns WHERE kind = ? AND key = ?',
    kind,
    key,
  );
  return row ? (JSON.parse(row.document) as ExtraColumns) : {};
}

async function putExtra(
  sql: Sql,
  kind: 'product' | 'variant',
  key: string,
  extra: ExtraColumns,
): Promise<Change> {
  const before = JSON.stringify(await readExtra(sql, kind, key));
  const after = JSON.stringify(extra);
  if (before === after) return 'unchanged';
  await sql.run(
    `INSERT INTO extraColumns (kind, key, document) VALUES (?, ?, ?)
     ON CONFLICT (kind, key) DO UPDATE SET document = excluded.document`,
    kind,
    key,
    after,
  );
  return 'changed';
}
