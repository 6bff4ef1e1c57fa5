import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { heardOut, part, say, scan, waitForShop } from './at-the-kiosk.ts';
import { clearCamera, holdUp } from './hold-up.ts';
import type { KioskOnStage } from './launch-kiosk.ts';
import type { Narrator } from './narrator.ts';
import { ask, choose, pay, piece, shopper, showCode, signIn } from './on-the-phone.ts';
import { readQrCodeFrom } from './screen-reader.ts';
import type { Stage } from './stage.ts';

/** What the screens said, to be held against the databases. */
export interface JourneyFacts {
  /** Milliseconds from the tap on 'Scan' to the restored session on the screen. */
  readonly restoredInMs: number;
  /** Milliseconds from the tap on 'Pay now' on the phone to 'Paid' on the kiosk. */
  readonly paidInMs: number;
  /** The hold's number as the kiosk showed it. */
  readonly reservationNumber: number;
  /** Minor units as the phone's payment page had it. */
  readonly amount: number;
  readonly orderNumber: string;
  readonly paymentLink: string;
}

/** From the phone into the shop and out again. Throws where a step does not come true. */
export async function journey(stage: Stage, narrator: Narrator): Promise<JourneyFacts> {
  const { phone } = stage;
  await clearCamera(phone, stage.cameraFile);
  const kiosk = await stage.openKiosk();
  const { page } = kiosk;
  await waitForShop(page);
  await narrator.tell('Attract', 'the kiosk has fetched its shop and waits for someone', page);

  await chooseOnline(stage, narrator);
  const code = await showCode(stage);
  await narrator.tell('Continue in store', 'the phone shows a code; it is good once, for minutes', phone);

  await holdUp(phone, stage.cameraFile, code);
  const restoredInMs = await scan(page);
  await narrator.tell('Restored', `the camera read the code from the phone; the session is here`, page);

  await completeTheLook(page, narrator);
  const reservationNumber = await tryOn(page, narrator);
  const payment = await payOnThePhone(stage, kiosk, narrator);
  await leave(stage, page, narrator);
  return { restoredInMs, reservationNumber, ...payment };
}

async function chooseOnline(stage: Stage, narrator: Narrator): Promise<void> {
  const { phone, hubUrl } = stage;
  await phone.goto(hubUrl);
  await narrator.tell('Web shop', 'the shopper looks around on the phone', phone);
  await signIn(stage);
  await narrator.tell('Signed in', `${shopper.name} is known by a one-time code`, phone);
  await ask(stage, 'a kurta for a daytime wedding under 3000');
  await narrator.tell('Asked online', 'the agent answers with pieces of this shop', phone);
  await choose(stage, piece.handle, piece.size);
  await narrator.tell('Chosen online', `the ${piece.handle} in ${piece.size} is in the bag`, phone);
}

async function completeTheLook(page: Page, narrator: Narrator): Promise<void> {
  await say(page, `what goes with the ${piece.title}?`);
  await heardOut(page);
  await narrator.tell('Completes the look', "pieces that go with it, from this shop's own stock", page);
}

/** Holds the piece for a fitting room and gives the hold's number. */
async function tryOn(page: Page, narrator: Narrator): Promise<number> {
  await say(page, `reserve the ${piece.title} for trial`);
  await part(page, 'confirm-yes').waitFor({ timeout: 15_000 });
  await narrator.tell('Asks first', 'a write waits for a yes', page);
  await part(page, 'confirm-yes').click();
  await part(page, 'reservation-card').getByRole('button').first().click({ timeout: 15_000 });
  const number = Number(/\d+/.exec((await part(page, 'reservation-number').textContent()) ?? '')?.[0]);
  await narrator.tell('Held to try', `hold ${number} waits in a fitting room`, page);
  return number;
}

async function payOnThePhone(
  { phone }: Stage,
  { page }: KioskOnStage,
  narrator: Narrator,
): Promise<Pick<JourneyFacts, 'paidInMs' | 'amount' | 'orderNumber' | 'paymentLink'>> {
  await part(page, 'bag-button').click();
  await narrator.tell('Bag', 'what is bought, and the best price', page);
  await part(page, 'pay').click();
  await part(page, 'payment-qr').waitFor();
  const paymentLink = await readQrCodeFrom(page);
  await narrator.tell('Payment link', `${paymentLink} was read off the kiosk's screen`, page);

  await phone.goto(paymentLink);
  const amount = Number(await phone.locator('[data-amount]').getAttribute('data-amount'));
  await narrator.tell('Payment page', 'the same amount on the phone (payments are simulated)', phone);
  const [paidInMs] = await Promise.all([
    since(Date.now(), part(page, 'payment-paid').waitFor()),
    pay(phone, paymentLink),
  ]);
  await narrator.tell('Paid on the phone', 'the payment page says so', phone);
  const orderNumber = /MG-\d+/.exec((await part(page, 'order-number').textContent()) ?? '')?.[0] ?? '';
  await narrator.tell('Paid at the kiosk', `order ${orderNumber}, told by the hub`, page);
  return { paidInMs, amount, orderNumber, paymentLink };
}

async function leave({ phone, hubUrl }: Stage, page: Page, narrator: Narrator): Promise<void> {
  await phone.goto(`${hubUrl}/inbox`);
  await narrator.tell('Messages', 'what WhatsApp and SMS would have delivered', phone);
  await part(page, 'paid-done').click();
  await part(page, 'thanks').waitFor();
  await narrator.tell('Goodbye', 'what went to the phone, and that nothing stays here', page);
  await part(page, 'thanks-done').click();
  await waitForShop(page);
  // The wipe follows the last word to the hub.
  await sleep(1000);
  await narrator.tell('Clean', 'the kiosk is ready for the next shopper', page);
}

const since = async (from: number, event: Promise<unknown>): Promise<number> => {
  await event;
  return Date.now() - from;
};
