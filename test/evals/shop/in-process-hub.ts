import { pino } from 'pino';
import { retailer } from '../../../src/composition/sample-retailer.ts';
import { deviceApi, feedPath } from '../../../src/contracts/hub-api.ts';
import { fail, type Result } from '../../../src/contracts/result.ts';
import type { Environment } from '../../../src/core/ports/environment.ts';
import { createShop } from '../../../src/core/shop/create-shop.ts';
import type { Shop } from '../../../src/core/shop.ts';
import { createDeviceApi } from '../../../src/hub/device/device-api.ts';
import { localesFolder } from '../../../src/hub/folders.ts';
import { createClientAddress } from '../../../src/hub/http/client-address.ts';
import { createMessages } from '../../../src/hub/messages/messages.ts';
import { createOrderChangeDesk } from '../../../src/hub/orders/order-change-desk.ts';
import { createPaymentDesk } from '../../../src/hub/payments/payment-desk.ts';
import { createPhoneLinkDesk } from '../../../src/hub/sessions/phone-link-desk.ts';
import { createSessionDesk } from '../../../src/hub/sessions/session-desk.ts';
import { loadTranslations } from '../../../src/hub/web/translate.ts';
import { beginServing } from '../../../src/platform/hub-store/begin-serving.ts';
import type { HubDatabase } from '../../../src/platform/hub-store/hub-database.ts';
import { readIdentity } from '../../../src/platform/hub-store/hub-identity.ts';
import { createHubRights } from '../../../src/platform/hub-store/hub-rights.ts';
import { createHubOperations } from '../../../src/platform/hub-store/operations.ts';
import { openSqliteHub } from '../../../src/platform/hub-store/sqlite-hub.ts';
import { createSqliteCatalogue } from '../../../src/platform/store/catalogue.ts';
import type { Database } from '../../../src/platform/store/open-database.ts';
import type { DeviceValue, HubClient } from '../../../src/platform/sync/hub-client.ts';
import { readLines } from '../../../src/platform/sync/read-lines.ts';

export const pairingCode = 'pair-for-evals';

export interface InProcessHub {
  readonly database: HubDatabase;
  readonly file: Database;
  /** Of one device; everything but the network is as a kiosk has it. Event streams are never open. */
  client(token: string | null): HubClient;
  close(): Promise<void>;
}

/** The hub's device API over a file of its own, without a network. */
export async function openInProcessHub(file: string, environment: Environment): Promise<InProcessHub> {
  const opened = await openSqliteHub(file, environment);
  if (!opened.ok) throw new Error(`The hub does not open: ${opened.failure.message}`);
  const hub = opened.value;
  await beginServing(hub);
  const log = pino({ level: 'silent' });
  const messages = createMessages(hub, translate, retailer.brand);
  const publicUrl = () => 'https://hub.example';
  const rights = createHubRights(hub, async () => undefined);
  const orderChanges = createOrderChangeDesk({ hub, rights, publicUrl });
  const payments = createPaymentDesk({
    hub,
    messages,
    publicUrl,
    price: (sessionId, storeId) => shop.carts.view({ sessionId, storeId, channel: 'web', language: 'en' }),
  });
  const phoneLinks = createPhoneLinkDesk({ hub, messages, publicUrl });
  const shop: Shop = createShop({
    catalogue: createSqliteCatalogue(hub.database),
    store: {
      transaction: (work) => hub.transaction((transaction) => work(transaction.shop(null))),
      read: (work) => hub.transaction((transaction) => work(transaction.shop(null))),
    },
    operations: createHubOperations(hub),
    rights,
    paymentDesk: payments.forDevice(null),
    orderChanges: orderChanges.forDevice(null),
    phoneLinks,
    environment,
  });
  const app = createDeviceApi({
    hub,
    identity: await readIdentity(hub.sql),
    sessions: createSessionDesk(hub, messages, () => undefined),
    payments,
    orderChanges,
    phoneLinks,
    holds: shop.holds,
    pairingCode,
    log,
    clientAddress: createClientAddress({ trustProxy: false }),
    lines: new Set(),
  });
  return {
    database: hub,
    file: hub.database,
    client: (token) => clientOf(app, token),
    close: () => hub.close(),
  };
}

const translate = loadTranslations(localesFolder);

function clientOf(app: ReturnType<typeof createDeviceApi>, token: string | null): HubClient {
  const headers = {
    'content-type': 'application/json',
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
  };
  return {
    call: async (name, request) => {
      const { method, path, response } = deviceApi[name];
      const answer = await app.request(path, { method, headers, body: JSON.stringify(request) });
      // As in the client over HTTP: the schema of this very call has checked it.
      return response.parse(await answer.json()) as Result<DeviceValue<typeof name>>;
    },
    feed: async ({ epoch, cursor, sequence }, signal) => {
      const from = epoch === null || cursor === null ? {} : { epoch, cursor };
      const query = new URLSearchParams({ ...from, sequence: String(sequence) });
      const answer = await app.request(`${feedPath}?${query}`, { headers, signal });
      if (!answer.ok || answer.body === null) return unreachable();
      return { ok: true, value: readLines(answer.body, { abort: new AbortController(), stallMs: 60_000 }) };
    },
    events: async () => unreachable(),
  };
}

/** The hub of a shop whose line is cut. */
export const noHub: HubClient = {
  call: async () => unreachable(),
  feed: async () => unreachable(),
  events: async () => unreachable(),
};

const unreachable = (): Result<never> =>
  fail('offline', 'The hub cannot be reached now. Try again in a moment, or ask an associate.', {
    reason: 'hub-unreachable',
  });
