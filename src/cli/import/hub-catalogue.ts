import { UnusableFile } from '../../core/catalogue-import/record.ts';
import { createCatalogueWriter } from '../../platform/hub-store/catalogue-writer.ts';
import { putStockPolicy } from '../../platform/hub-store/safety-stock.ts';
import { putStorePolicy } from '../../platform/hub-store/store-policy.ts';
import type { HubData, OpenHubData } from '../open-hub-data.ts';
import type { PolicyIo } from './import-policy.ts';
import type { ImportIo } from './run-import.ts';

/** What imports write into a hub's data. */
export function createHubImports(
  openHubData: OpenHubData,
): Pick<ImportIo, 'openCatalogue'> & Pick<PolicyIo, 'putPolicy'> {
  const open = async (folder: string, make: boolean): Promise<HubData | undefined> => {
    const opened = await openHubData(folder, { make });
    if (opened.ok) return opened.value;
    if (opened.failure.reason === 'store-missing') return undefined;
    throw new UnusableFile(opened.failure.message);
  };
  return {
    async openCatalogue(folder, { make }) {
      const data = await open(folder, make);
      if (!data) return undefined;
      const { hub, place } = data;
      return { place, writer: createCatalogueWriter(hub), close: () => hub.close() };
    },
    async putPolicy(folder, policies) {
      const data = await open(folder, true);
      if (!data) throw new Error(`No data were made in ${folder}`);
      try {
        return await data.hub.transaction(async (transaction) => {
          await putStorePolicy(transaction, policies.store);
          return putStockPolicy(transaction, policies.stock);
        });
      } finally {
        await data.hub.close();
      }
    },
  };
}
