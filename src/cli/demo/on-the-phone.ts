import type { Page } from 'playwright-core';
import type { Stage } from './stage.ts';

/** A simulated customer of the sample shop: gold tier, size M in kurtas. */
export const shopper = { phone: '+919000000101', name: 'Ananya Rao' };

/** The piece that the journey is about; in stock at the default shop. */
export const piece = {
  handle: 'indigo-block-print-kurta',
  title: 'indigo block-print kurta',
  size: 'M',
  sku: 'WKU01-INDI-M',
};

/** Signs in with a one-time code, which is read from the simulated inbox as the shopper would read it from a message. */
export async function signIn(stage: Stage): Promise<void> {
  const { phone, hubUrl } = stage;
  await phone.goto(`${hubUrl}/sign-in`);
  await phone.locator('input[name="phone"][type="tel"]').fill(shopper.phone);
  await phone.locator('form[action="/sign-in"] button[type="submit"]').first().click();
  const code = await readOneTimeCode(stage);
  await phone.locator('input[name="code"]').fill(code);
  await phone.locator('form[action="/sign-in/code"] button[type="submit"]').click();
  await phone.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

/** The newest one-time code in the inbox, read in a tab of its own. */
export async function readOneTimeCode({ phone, hubUrl }: Stage): Promise<string> {
  const inbox = await phone.context().newPage();
  try {
    await inbox.goto(`${hubUrl}/inbox`);
    const letter = inbox.locator('[data-kind="one-time-code"] p:not(.letter-head)').first();
    const code = /\b\d{6}\b/.exec((await letter.textContent()) ?? '')?.[0];
    if (code === undefined) throw new Error('The inbox shows no one-time code.');
    return code;
  } finally {
    await inbox.close();
  }
}

/** Asks the agent in the web shop and waits for its answer. */
export async function ask({ phone, hubUrl }: Stage, words: string): Promise<void> {
  await phone.goto(`${hubUrl}/chat`);
  const answers = phone.locator('.message-agent');
  const before = await answers.count();
  await phone.locator('input[name="say"]').fill(words);
  await phone.locator('[data-form] button[type="submit"]').click();
  await answers.nth(before).waitFor();
  await phone.locator('.working').waitFor({ state: 'detached' });
}

/** Opens a product, takes a size and puts it into the bag. */
export async function choose({ phone, hubUrl }: Stage, handle: string, size: string): Promise<void> {
  await phone.goto(`${hubUrl}/products/${handle}`);
  await phone
    .locator('.size', { hasText: new RegExp(`^\\s*${size}\\b`) })
    .first()
    .click();
  await phone.locator('.size[aria-current="true"]', { hasText: size }).waitFor();
  await phone.locator('form[action="/bag/add"] button[type="submit"]').click();
  await phone.locator('[role="status"]').first().waitFor();
}

/** Opens 'Continue in store' and gives the screen of the phone, code and all. */
export async function showCode({ phone, hubUrl }: Stage): Promise<Buffer> {
  await phone.goto(`${hubUrl}/continue`);
  await phone.locator('svg.code').waitFor();
  return phone.screenshot();
}

/** Opens a payment link and pays it. */
export async function pay(phone: Page, link: string): Promise<void> {
  await phone.goto(link);
  await phone.locator('form[action$="/pay"] button[type="submit"]').click();
  await phone.locator('.pay-paid').waitFor();
}
