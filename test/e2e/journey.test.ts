import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { type JourneyFacts, journey } from '../../src/cli/demo/journey.ts';
import { Narrator } from '../../src/cli/demo/narrator.ts';
import { piece, shopper } from '../../src/cli/demo/on-the-phone.ts';
import type { KioskState } from '../../src/contracts/kiosk-ipc.ts';
import type { Payment } from '../../src/contracts/payment.ts';
import type { Session } from '../../src/contracts/session.ts';
import { textOf } from './support/at-the-shelf.ts';
import {
  hubFile,
  hubStock,
  keptSessions,
  kioskFile,
  kioskStock,
  rows,
  type StockRow,
  waitingOperations,
} from './support/databases.ts';
import { stateOf } from './support/kiosk-calls.ts';
import { openScene, type Scene } from './support/open-scene.ts';
import { pictured, scenarios } from './support/scenario.ts';
import { pageMemory, tracedWords, traces } from './support/traces.ts';
import { until } from './support/until.ts';

/** Runs the demo's journey and looks into the machinery at its stations. */
class Witness extends Narrator {
  private readonly unseen: Map<string, (page: Page) => Promise<void>>;
  page: Page | undefined;

  constructor(folder: string, stations: Readonly<Record<string, (page: Page) => Promise<void>>>) {
    super(folder, () => undefined);
    this.unseen = new Map(Object.entries(stations));
  }

  override async tell(title: string, told: string, page: Page): Promise<void> {
    await super.tell(title, told, page);
    if (page !== scene.phone) this.page = page;
    await this.unseen.get(title)?.(page);
    this.unseen.delete(title);
  }

  /** Stations that the journey did not come by. */
  missed = (): string[] => [...this.unseen.keys()];
}

const device = 'kiosk';
const words = {
  online: 'a kurta for a daytime wedding under 3000',
  kiosk: `reserve the ${piece.title} for trial`,
};
/** Digits alone, with and without the country, also find a number that was written otherwise. */
const personal = [shopper.phone, '9000000101', shopper.name, 'Ananya'];

let scene: Scene;
let witness: Witness;
let facts: JourneyFacts;
let storeId = '';
let sessionId = '';
let stockBefore: StockRow | undefined;
let held: { readonly hub: StockRow | undefined; readonly reservations: unknown };
let paid: { readonly state: KioskState; readonly hub: StockRow | undefined; readonly screen: string };
let traced: { readonly kiosk: string[]; readonly hub: string[] };

const hubData = () => hubFile(scene.hubFolder);
const stockAtHub = () => hubStock(scene.hubFolder, device, piece.sku);

/** Waits for a mark that only the hub's own database can give. */
async function seeHold(page: Page): Promise<void> {
  const { session } = await stateOf(page);
  await until(stockAtHub).toMatchObject({ reserved: (stockBefore?.reserved ?? 0) + 1 });
  const kept = await rows(
    hubData(),
    'SELECT state, number, quantity, sku, kind FROM reservation WHERE sessionId = ?',
    session?.sessionId ?? '',
  );
  held = { hub: await stockAtHub(), reservations: kept };
}

async function seePaid(page: Page): Promise<void> {
  const hub = await stockAtHub();
  await until(() => kioskStock(scene.kioskFolder(), storeId, piece.sku)).toEqual(hub);
  await until(async () => (await stateOf(page)).session?.payment?.state).toBe('paid');
  await until(async () => (await stateOf(page)).session?.cart.pieces).toBe(0);
  paid = { hub, state: await stateOf(page), screen: await textOf(page.locator('body')) };
}

async function seeTraces(): Promise<void> {
  traced = {
    kiosk: await tracedWords(scene.kioskFolder(), [sessionId, words.online, words.kiosk]),
    hub: await tracedWords(scene.hubFolder, personal),
  };
}

async function seeShop(page: Page): Promise<void> {
  storeId = (await stateOf(page)).store?.storeId ?? '';
  stockBefore = await stockAtHub();
}

async function seeSession(page: Page): Promise<void> {
  sessionId = (await stateOf(page)).session?.sessionId ?? '';
}

const screens = () => ({ kiosk: witness?.page, phone: scene?.phone });
const scenario = scenarios(screens);

beforeAll(async () => {
  scene = await openScene();
  witness = new Witness(path.join(scene.folder, 'pictures'), {
    Attract: seeShop,
    Restored: seeSession,
    'Held to try': seeHold,
    Bag: seeTraces,
    'Paid at the kiosk': seePaid,
  });
  await pictured('journey', screens, async () => {
    facts = await journey(scene, witness);
  });
});
afterAll(() => scene?.close());

describe('the whole journey', () => {
  scenario('comes by every station', async () => {
    expect(witness.missed()).toEqual([]);
    expect(facts.orderNumber).toMatch(/^MG-\d+$/);
    expect(facts.amount).toBeGreaterThan(0);
  });

  scenario('hub and screen agree on the hold, and the hub keeps its unit apart', async () => {
    expect(held.reservations).toEqual([
      { state: 'requested', number: facts.reservationNumber, quantity: 1, sku: piece.sku, kind: 'trial' },
    ]);
    expect(held.hub?.spent).toBe((stockBefore?.spent ?? 0) + 1);
    expect(held.hub?.onHand).toBe(stockBefore?.onHand);
  });

  scenario('hub, kiosk and screen agree on bag, payment and order', async () => {
    const [session] = await rows<{ document: string }>(
      hubData(),
      'SELECT document FROM session WHERE sessionId = ?',
      sessionId,
    );
    const [payment] = await rows<{ document: string }>(
      hubData(),
      'SELECT document FROM payment WHERE sessionId = ?',
      sessionId,
    );
    const orders = await rows(hubData(), 'SELECT number FROM placedOrder WHERE sessionId = ?', sessionId);
    const holds = await rows(hubData(), 'SELECT state FROM reservation WHERE sessionId = ?', sessionId);
    const atHub = {
      cart: (JSON.parse(session?.document ?? '{}') as Session).cart,
      payment: JSON.parse(payment?.document ?? '{}') as Payment,
      orders,
      holds,
    };
    expect(atHub).toMatchObject({
      cart: [],
      payment: {
        state: 'paid',
        amount: facts.amount,
        url: facts.paymentLink,
        orderNumber: facts.orderNumber,
      },
      orders: [{ number: facts.orderNumber }],
      holds: [{ state: 'bought' }],
    });
    const atKiosk = paid.state.session;
    expect(atKiosk?.payment).toEqual(atHub.payment);
    expect(atKiosk?.cart.lines).toEqual([]);
    expect(paid.screen).toContain(facts.orderNumber);
    expect(paid.screen).toContain((facts.amount / 100).toLocaleString('en-IN'));
  });

  scenario(
    'hub and kiosk agree on the stock: one unit less, none kept apart, no right left over',
    async () => {
      const { onHand = 0, reserved = 0, safety = 0 } = stockBefore ?? {};
      expect(paid.hub).toMatchObject({ onHand: onHand - 1, reserved, safety, spent: stockBefore?.spent });
      expect(paid.hub?.granted).toBeGreaterThanOrEqual(paid.hub?.spent ?? 0);
      const now = await stockAtHub();
      expect(now).toEqual(paid.hub);
      await until(() => kioskStock(scene.kioskFolder(), storeId, piece.sku)).toEqual(now);
      await until(() => waitingOperations(scene.kioskFolder())).toBe(0);
    },
  );

  scenario('the search for traces finds the shopper while the session runs', async () => {
    expect(traced).toEqual({
      kiosk: [sessionId, words.online, words.kiosk],
      hub: personal,
    });
  });

  scenario('nothing of the shopper is left in the kiosk', async () => {
    const secrets = [
      ...personal,
      ...Object.values(words),
      sessionId,
      facts.orderNumber,
      facts.paymentLink,
      new URL(facts.paymentLink).pathname,
    ];
    await until(() => traces(scene.kioskFolder(), secrets)).toEqual([]);
    expect(await keptSessions(scene.kioskFolder())).toEqual([]);
    const left = await rows(
      kioskFile(scene.kioskFolder()),
      `SELECT 'message' AS kind FROM message UNION ALL SELECT 'order' FROM placedOrder
       UNION ALL SELECT 'payment' FROM payment UNION ALL SELECT 'reservation' FROM reservation`,
    );
    expect(left).toEqual([]);
    const page = witness.page;
    expect(page).toBeDefined();
    if (!page) return;
    const memory = await pageMemory(page);
    expect(secrets.filter((secret) => memory.includes(secret))).toEqual([]);
    expect((await stateOf(page)).session).toBeNull();
  });
});
