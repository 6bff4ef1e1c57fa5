import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import { createMcpHandler } from '@modelcontextprotocol/server';
import { afterEach, expect } from 'vitest';
import type { ToolCatalogue } from '../../../../src/core/agent/tool-catalogue.ts';
import { createForeignCatalogue } from '../../../../src/platform/mcp/foreign/foreign-catalogue.ts';
import type { ForeignSettings } from '../../../../src/platform/mcp/foreign/settings.ts';
import { joinCatalogues } from '../../../../src/platform/mcp/join-catalogues.ts';
import { createMcpToolCatalogue } from '../../../../src/platform/mcp/tool-catalogue.ts';
import { createWorkers } from '../../../../src/workers/all.ts';
import { createFakeShop } from '../../../../src/workers/testing/fake-shop.ts';
import { toolCount } from '../../../support/tool-counts.ts';
import { contextOf } from '../../agent/fixture.ts';
import { createCourier } from './courier.mjs';

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((thing) => thing.close()));
});

/** A file of this folder as the command of a server. */
export const program = (file: string, ...args: readonly string[]) => ({
  command: process.execPath,
  args: [fileURLToPath(new URL(file, import.meta.url)), ...args],
  env: {},
});

export const settingsOf = (
  name: string,
  reach: ForeignSettings['reach'],
  more: Partial<ForeignSettings> = {},
): ForeignSettings => ({ name, reach, tools: '*', writes: [], timeoutMs: 1_000, ...more });

/** Foreign servers alone; what they say to the operator is in `troubles`. */
export function openForeign(...settings: readonly ForeignSettings[]) {
  const troubles: string[] = [];
  const foreign = createForeignCatalogue(settings, {
    onTrouble: (text) => troubles.push(text),
    breaker: { failures: 2, halfOpenAfterMs: 60_000 },
  });
  opened.push(foreign);
  return { foreign, troubles };
}

/** The shop's own workers and the foreign servers, as one catalogue. */
export async function openShopWith(...settings: readonly ForeignSettings[]) {
  const { foreign, troubles } = openForeign(...settings);
  const { shop, state } = createFakeShop();
  const own = await createMcpToolCatalogue(createWorkers(shop));
  opened.push(own);
  const catalogue = await joinCatalogues(own, foreign);
  const call = async (name: string, given: Record<string, unknown> = {}, key = 'key') =>
    (await catalogue.call(name, given, contextOf(key))).result;
  return { catalogue, call, troubles, state };
}

export const foreignNames = async (catalogue: ToolCatalogue): Promise<readonly string[]> =>
  (await catalogue.list()).flatMap(({ name, foreign }) => (foreign === true ? [name] : []));

/** All own tools are there, and one of them answers within the time that the foreign ones are given. */
export async function expectShopWorks({
  catalogue,
  call,
}: Pick<Awaited<ReturnType<typeof openShopWith>>, 'catalogue' | 'call'>): Promise<void> {
  const own = (await catalogue.list()).filter(({ foreign }) => foreign !== true);
  expect(own).toHaveLength(toolCount);
  const began = performance.now();
  expect(await call('search_catalog', { productType: 'Saree' })).toMatchObject({ ok: true });
  expect(performance.now() - began).toBeLessThan(1_000);
}

/** The courier over Streamable HTTP, of either generation; or what `answer` does instead. */
export async function serveHttp(
  answer?: (request: Request, courier: (request: Request) => Promise<Response>) => Promise<Response>,
) {
  const courier = (request: Request) =>
    createMcpHandler(() => createCourier(Object.fromEntries(request.headers))).fetch(request);
  const server = createServer(
    getRequestListener((request) => answer?.(request, courier) ?? courier(request)),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  opened.push({
    close: async () => {
      server.closeAllConnections();
      server.close();
    },
  });
  const { port } = server.address() as AddressInfo;
  return { url: new URL(`http://127.0.0.1:${port}/mcp`), headers: {} as Record<string, string>, server };
}
