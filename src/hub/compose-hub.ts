import { setTimeout as sleep } from 'node:timers/promises';
import { Hono } from 'hono';
import type { Logger } from 'pino';
import { readAgentSettings } from '../composition/agent-settings.ts';
import { openAgent } from '../composition/open-agent.ts';
import { retailer } from '../composition/sample-retailer.ts';
import { type Result, succeed } from '../contracts/result.ts';
import type { ToolAudit } from '../core/agent/tool-audit.ts';
import type { ShopStore } from '../core/ports/shop-store.ts';
import { createShop } from '../core/shop/create-shop.ts';
import type { Shop } from '../core/shop.ts';
import { keepCapsuleKeys } from '../platform/hub-store/capsule-keys.ts';
import type { HubDatabase } from '../platform/hub-store/hub-database.ts';
import { readIdentity } from '../platform/hub-store/hub-identity.ts';
import { createHubRights } from '../platform/hub-store/hub-rights.ts';
import { eraseOldCodes } from '../platform/hub-store/inbox.ts';
import { lapseSilentDevices } from '../platform/hub-store/leases.ts';
import { closeIdleMcpSessions } from '../platform/hub-store/mcp-sessions.ts';
import { eraseOldSessions } from '../platform/hub-store/old-sessions.ts';
import { codeLifeMs } from '../platform/hub-store/one-time-codes.ts';
import { createHubOperations } from '../platform/hub-store/operations.ts';
import { forgetOldPhoneLinks } from '../platform/hub-store/phone-links.ts';
import { forgetUnheard } from '../platform/hub-store/recovery.ts';
import { forgetOldWatches } from '../platform/hub-store/stock-watches.ts';
import { storeIdsByArrival } from '../platform/hub-store/stores.ts';
import { createHttpTools } from '../platform/mcp/http.ts';
import { chooseMessenger } from '../platform/messaging/choose-messenger.ts';
import { choosePaymentProvider } from '../platform/payments/choose-provider.ts';
import { createSqliteCatalogue } from '../platform/store/catalogue.ts';
import type { Database } from '../platform/store/open-database.ts';
import { createWorkers } from '../workers/all.ts';
import { createDeviceApi } from './device/device-api.ts';
import { localesFolder } from './folders.ts';
import { createClientAddress } from './http/client-address.ts';
import { mcpRoutes } from './mcp/mcp-routes.ts';
import { tellOfStock } from './messages/back-in-stock.ts';
import { createDispatcher } from './messages/dispatcher.ts';
import { createMessages } from './messages/messages.ts';
import { createOrderChangeDesk } from './orders/order-change-desk.ts';
import { createPaymentDesk } from './payments/payment-desk.ts';
import { payRefunds } from './payments/refunds.ts';
import { closeAtProvider, expirePayments } from './payments/settle-payment.ts';
import { createPhoneLinkDesk } from './sessions/phone-link-desk.ts';
import { createSessionDesk } from './sessions/session-desk.ts';
import { createTimers } from './timers.ts';
import { composeWeb } from './web/compose-web.ts';
import { loadTranslations } from './web/translate.ts';

export interface HubParts {
  readonly hub: HubDatabase;
  /** The file that search reads. */
  readonly catalogue: Database;
  readonly log: Logger;
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly pairingCode: string | null;
  readonly trustProxy: boolean;
  /** Base of links, without a slash at the end. */
  readonly publicUrl: () => string;
  /** Where the hub listens; known only when it does. */
  readonly listeningUrl: () => string;
}

export interface ComposedHub {
  readonly app: Hono;
  /** Ends timers, event streams and calls of tools. */
  stop(): Promise<void>;
}

const { brand } = retailer;

/** Wires the hub: store, shop, payments, messages, device API, MCP, web pages, timers. */
export async function composeHub(parts: HubParts): Promise<Result<ComposedHub>> {
  const { hub, log } = parts;
  const provider = choosePaymentProvider(parts.variables);
  if (!provider.ok) return provider;
  const messenger = chooseMessenger(parts.variables);
  if (!messenger.ok) return messenger;
  const settings = readAgentSettings(parts.variables);
  if (!settings.ok) return settings;

  await hub.transaction(keepCapsuleKeys);
  const identity = await readIdentity(hub.sql);
  const translate = loadTranslations(localesFolder);
  const messages = createMessages(hub, translate, brand);
  const dispatcher = createDispatcher(hub, messenger.value);
  const sessions = createSessionDesk(hub, messages, (error) => log.error({ err: error }, 'code not sent'));
  const catalogue = createSqliteCatalogue(parts.catalogue);
  const store: ShopStore = {
    transaction: (work) => hub.transaction((transaction) => work(transaction.shop(null))),
    read: (work) => hub.transaction((transaction) => work(transaction.shop(null))),
  };
  const payments = createPaymentDesk({
    hub,
    messages,
    publicUrl: parts.publicUrl,
    price: (sessionId, storeId) => shop.carts.view({ sessionId, storeId, channel: 'web', language: 'en' }),
  });
  const rights = createHubRights(hub, (milliseconds) => sleep(milliseconds));
  const phoneLinks = createPhoneLinkDesk({ hub, messages, publicUrl: parts.publicUrl });
  const orderChanges = createOrderChangeDesk({ hub, rights, publicUrl: parts.publicUrl });
  const shop: Shop = createShop({
    catalogue,
    store,
    operations: createHubOperations(hub),
    rights,
    paymentDesk: payments.forDevice(null),
    orderChanges: orderChanges.forDevice(null),
    phoneLinks,
    environment: hub.environment,
  });
  const settle = { hub, provider: provider.value, messages };
  const lines = new Set<() => void>();
  const clientAddress = createClientAddress(parts);

  const app = new Hono();
  app.get('/healthz', (context) => context.json({ ok: true }));
  app.route(
    '/',
    createDeviceApi({
      hub,
      identity,
      sessions,
      payments,
      orderChanges,
      phoneLinks,
      holds: shop.holds,
      pairingCode: parts.pairingCode,
      log,
      clientAddress,
      lines,
    }),
  );
  const onToolCrash = (tool: string, error: unknown): void => log.error({ err: error, tool }, 'tool crashed');
  const audit: ToolAudit = (call) => log.info({ audit: 'tool-call', ...call }, 'audit');
  const workers = createWorkers(shop, settings.value.workersOff);
  const tools = createHttpTools({
    workers,
    environment: hub.environment,
    onCrash: onToolCrash,
    onError: (error) => log.warn({ err: error }, 'MCP request'),
    audit,
  });
  const { publicUrl, listeningUrl } = parts;
  app.route('/', mcpRoutes({ hub, tools, publicUrl, listeningUrl }));
  const agent = await openAgent({
    shop,
    workers,
    model: settings.value.model,
    environment: hub.environment,
    variables: parts.variables,
    onToolCrash,
    audit,
    onForeignServer: (text) => log.warn(`foreign MCP server: ${text}`),
    onFailover: (reason) => log.warn({ reason }, 'the offline planner takes over'),
  });
  app.route(
    '/',
    composeWeb({
      hub,
      identity,
      shop,
      sessions,
      settle,
      agent: agent.agent,
      translate,
      brand,
      publicUrl: parts.publicUrl,
      log,
      clientAddress,
      lines,
      simulatedInbox: messenger.value.name === 'simulated',
    }),
  );
  app.onError((error, context) => {
    log.error({ err: error, path: context.req.routePath }, 'request failed');
    return context.json(
      {
        ok: false,
        failure: { kind: 'internal', message: 'Something went wrong on our side. Try again in a moment.' },
      },
      500,
    );
  });

  await catalogue.warm((await storeIdsByArrival(hub.sql))[0] ?? '');
  const nameOf = async (sku: string): Promise<string | undefined> => {
    const found = await shop.browsing.resolve({ sku });
    if (!found.ok) return undefined;
    const { product, variant } = found.value;
    return [product.title, variant.size, variant.colour].filter(Boolean).join(', ');
  };
  const timers = createTimers(log);
  timers.every(1000, 'payments', () => expirePayments(settle));
  timers.every(2000, 'holds', () => shop.holds.expireDue());
  timers.every(10_000, 'leases', () =>
    hub.transaction(async (transaction) => {
      await lapseSilentDevices(transaction);
      await forgetUnheard(transaction);
    }),
  );
  timers.every(2000, 'feed', () => hub.noticeForeignChanges());
  const refunds = {
    hub,
    provider: provider.value,
    onRefused: (refund: { readonly refundId: string; readonly orderId: string }, reason: string) =>
      log.warn({ refund: refund.refundId, order: refund.orderId, reason }, 'refund not paid'),
  };
  timers.every(2000, 'refunds', () => payRefunds(refunds));
  timers.every(5000, 'messages', () => dispatcher.run());
  timers.every(5000, 'stock watches', () => tellOfStock(hub, messages, nameOf));
  timers.every(60 * 60_000, 'capsule keys', () => hub.transaction(keepCapsuleKeys));
  const stopping = new AbortController();
  timers.every(10 * 60_000, 'what is over', async () => {
    await hub.transaction(async (transaction) => {
      await eraseOldCodes(transaction, codeLifeMs);
      await closeIdleMcpSessions(transaction);
      await forgetOldWatches(transaction.sql, transaction.now);
      await forgetOldPhoneLinks(transaction.sql, transaction.now);
    });
    await eraseOldSessions(hub, stopping.signal);
  });
  const unsubscribe = hub.subscribe((announcement, here) => {
    if (announcement.type === 'message-waiting') timers.soon('messages', () => dispatcher.run());
    // The process that ended it tells the provider, and no other one.
    if (announcement.type === 'payment-changed' && here) {
      timers.soon('close payment', () => closeAtProvider(settle, announcement.payment));
    }
  });

  return succeed({
    app,
    async stop() {
      unsubscribe();
      stopping.abort();
      for (const close of [...lines]) close();
      await tools.close();
      await timers.stop();
      await agent.close();
    },
  });
}
