import { existsSync } from 'node:fs';
import path from 'node:path';
import { systemEnvironment } from '../../composition/system-environment.ts';
import type { StockPolicy } from '../../contracts/stock-policy.ts';
import { UnusableFile } from '../../core/catalogue-import/record.ts';
import { createCatalogueWriter } from '../../platform/hub-store/catalogue-writer.ts';
import type { HubDatabase } from '../../platform/hub-store/hub-database.ts';
import { openSqliteHub } from '../../platform/hub-store/sqlite-hub.ts';
import { putStockPolicy } from '../../platform/hub-store/stock-policy.ts';
import { makeFolder } from '../../platform/store/make-folder.ts';
import type { OpenCatalogue } from './run-import.ts';

/** A hub's storage, made where there is none. The hub may be running: it is another process on the same database. */
export async function openHubCatalogue(
  folder: string,
  { make }: { readonly make: boolean },
): Promise<OpenCatalogue | undefined> {
  const file = path.join(folder, 'hub.sqlite');
  if (!make && !existsSync(file)) return undefined;
  const hub = await openHub(folder);
  return { writer: createCatalogueWriter(hub), close: () => hub.close() };
}

/** Gives how many stock rows hold back another number of units. */
export async function putHubPolicy(folder: string, policy: StockPolicy): Promise<number> {
  const hub = await openHub(folder);
  try {
    return await hub.transaction((transaction) => putStockPolicy(transaction, policy));
  } finally {
    await hub.close();
  }
}

async function openHub(folder: string): Promise<HubDatabase> {
  const file = path.join(folder, 'hub.sqlite');
  try {
    makeFolder(folder, 0o700);
  } catch {
    throw new UnusableFile(`The data folder ${folder} cannot be made: choose another with --data.`);
  }
  const opened = await openSqliteHub(file, systemEnvironment);
  if (!opened.ok) throw new UnusableFile(opened.failure.message);
  return opened.value;
}
