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
import { createCatalogueRows } from '../store/catalogue-rows.ts';
import type { Connection } from '../store/connection.ts';
import { listStores } from '../store/documents.ts';
import { markChanged } from './feed-log.ts';
import type { HubDatabase, HubTransaction } from './hub-database.ts';

/** Ends a dry run's transaction; carries what the work resolved to past the rollback. */
class DryRunOver extends Error {}

export function createCatalogueWriter(hub: HubDatabase): CatalogueWriter {
  const { connection } = hub;
  return {
    async write(work, { dryRun }) {
      let outcome: { readonly value: Awaited<ReturnType<typeof work>> } | undefined;
      try {
        await hub.transaction(async (transaction) => {
          outcome = { value: await work(catalogueTransaction(transaction)) };
          if (dryRun) throw new DryRunOver();
        });
      } catch (error) {
        if (!(error instanceof DryRunOver)) throw error;
      }
      if (!outcome) throw new Error('The catalogue transaction gave no outcome');
      return outcome.value;
    },
    async extras(handle) {
      const product = readProduct(connection, handle);
      if (!product) return undefined;
      return {
        product: readExtra(connection, 'product', handle),
        variants: Object.fromEntries(
          product.variants.map(({ sku }) => [sku, readExtra(connection, 'variant', sku)]),
        ),
      };
    },
  };
}

function catalogueTransaction({ connection, query, now }: HubTransaction): CatalogueTransaction {
  const rows = createCatalogueRows(connection);
  const document = (table: 'store' | 'offer', key: 'storeId' | 'code', value: string): string | undefined =>
    connection.prepare<{ document: string }>(`SELECT document FROM ${table} WHERE ${key} = ?`).first(value)
      ?.document;

  return {
    stores: () => listStores(query),
    async putStore(store: Store) {
      const change = changeOf(document('store', 'storeId', store.storeId), JSON.stringify(store));
      if (change === 'unchanged') return change;
      rows.putStore(store);
      markChanged(connection, 'store', store.storeId);
      return change;
    },
    async putOffer(offer) {
      const change = changeOf(document('offer', 'code', offer.code), JSON.stringify(offer));
      if (change === 'unchanged') return change;
      rows.putOffer(offer);
      markChanged(connection, 'offer', offer.code);
      return change;
    },
    putProduct: async (product) => putProduct(connection, rows, product),
    async hasVariant(sku) {
      return connection.prepare('SELECT 1 FROM variant WHERE sku = ?').first(sku) !== undefined;
    },
    async putStock({ storeId, sku, onHand, location }) {
      const known = connection
        .prepare<{ onHand: number; location: string | null }>(
          'SELECT onHand, location FROM stock WHERE storeId = ? AND sku = ?',
        )
        .first(storeId, sku);
      if (known && known.onHand === onHand && (location === null || known.location === location)) {
        return 'unchanged';
      }
      connection
        .prepare(
          `INSERT INTO stock (storeId, sku, onHand, location, asOf) VALUES (?, ?, ?, ?, ?)
           ON CONFLICT DO UPDATE SET onHand = excluded.onHand, asOf = excluded.asOf,
             location = coalesce(excluded.location, location)`,
        )
        .run(storeId, sku, onHand, location, now);
      markChanged(connection, 'stock', storeId, sku);
      return known ? 'changed' : 'created';
    },
  };
}

const changeOf = (before: string | undefined, after: string): Change =>
  before === undefined ? 'created' : before === after ? 'unchanged' : 'changed';

function readProduct(connection: Connection, handle: string): Product | undefined {
  const row = connection
    .prepare<{ document: string }>('SELECT document FROM product WHERE handle = ?')
    .first(handle);
  return row && (JSON.parse(row.document) as Product);
}

function putProduct(
  connection: Connection,
  rows: ReturnType<typeof createCatalogueRows>,
  { extra, variants, ...fields }: IncomingProduct,
): ProductChange {
  const known = readProduct(connection, fields.handle);
  const knownVariants = new Map(known?.variants.map((variant) => [variant.sku, variant]));
  const given = variants.map((incoming) => toVariant(connection, fields.handle, incoming));
  const givenSkus = new Set(given.map((variant) => variant.sku));
  const kept = known?.variants.filter((variant) => !givenSkus.has(variant.sku)) ?? [];
  const product: Product = { ...fields, variants: [...given, ...kept] };

  const variantChanges = variants.map((incoming, index): Change => {
    const variant = given[index];
    const before = knownVariants.get(incoming.sku);
    const extraChange = putExtra(connection, 'variant', incoming.sku, incoming.extra);
    const change = changeOf(before && JSON.stringify(before), JSON.stringify(variant));
    return change === 'unchanged' && extraChange !== 'unchanged' ? 'changed' : change;
  });
  const extraChange = putExtra(connection, 'product', fields.handle, extra);
  for (const sku of givenSkus) takeFromOther(connection, rows, fields.handle, sku);
  if (rows.putProduct(product)) markChanged(connection, 'product', product.handle);

  const { variants: _, ...before } = known ?? { variants: [] };
  const own = changeOf(known && JSON.stringify(before), JSON.stringify(fields));
  return {
    product: own === 'unchanged' && extraChange !== 'unchanged' ? 'changed' : own,
    variants: variantChanges,
  };
}

function toVariant(connection: Connection, handle: string, incoming: IncomingVariant): Variant {
  const { extra: _, sku, ...fields } = incoming;
  return { sku, number: numberOf(connection, sku), handle, ...fields };
}

/** A sku's number is given once, and is not given again when the sku is gone. */
function numberOf(connection: Connection, sku: string): number {
  const find = connection.prepare<{ number: number }>('SELECT number FROM givenNumber WHERE sku = ?');
  const known = find.first(sku);
  if (known) return known.number;
  connection.prepare('UPDATE hub SET lastVariantNumber = lastVariantNumber + 1').run();
  connection.prepare('INSERT INTO givenNumber (sku, number) SELECT ?, lastVariantNumber FROM hub').run(sku);
  const given = find.first(sku);
  if (!given) throw new Error(`No number could be given to ${sku}`);
  return given.number;
}

function takeFromOther(
  connection: Connection,
  rows: ReturnType<typeof createCatalogueRows>,
  handle: string,
  sku: string,
): void {
  const other = connection
    .prepare<{ document: string }>(
      `SELECT product.document FROM variant JOIN product ON product.id = variant.productId
       WHERE variant.sku = ? AND product.handle <> ?`,
    )
    .first(sku, handle);
  if (!other) return;
  const product = JSON.parse(other.document) as Product;
  const left = product.variants.filter((variant) => variant.sku !== sku);
  if (left.length === 0) rows.removeProduct(product.handle);
  else rows.putProduct({ ...product, variants: left });
  markChanged(connection, 'product', product.handle);
}

function readExtra(connection: Connection, kind: 'product' | 'variant', key: string): ExtraColumns {
  const row = connection
    .prepare<{ document: string }>('SELECT document FROM extraColumns WHERE kind = ? AND key = ?')
    .first(kind, key);
  return row ? (JSON.parse(row.document) as ExtraColumns) : {};
}

function putExtra(
  connection: Connection,
  kind: 'product' | 'variant',
  key: string,
  extra: ExtraColumns,
): Change {
  const before = JSON.stringify(readExtra(connection, kind, key));
  const after = JSON.stringify(extra);
  if (before === after) return 'unchanged';
  connection
    .prepare(
      `INSERT INTO extraColumns (kind, key, document) VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET document = excluded.document`,
    )
    .run(kind, key, after);
  return 'changed';
}
