import type { Page } from 'playwright-core';
import { guest, type Scene, scan, tap } from './gestures.ts';
import { staffScenes } from './staff-scenes.ts';

const handover = 'https://shop.example/s/AbCdEfGhIjKlMnOpQrStUv';

async function restore(page: Page): Promise<void> {
  await scan(page, handover);
  await page.getByTestId('home').waitFor();
}
async function firstProduct(page: Page): Promise<void> {
  await guest(page);
  await tap(page, 'browse-all');
  await page.getByTestId('browse-total').waitFor();
  await tap(page, 'product-card');
  await page.getByTestId('add-to-bag').waitFor();
}

/** Every screen in a state worth looking at. */
export const scenes: Readonly<Record<string, Scene>> = {
  attract: { act: async (page) => void (await page.waitForTimeout(500)) },
  'attract-offline': { parameters: 'hub=unreachable', act: async () => undefined },
  'first-sync': { parameters: 'hub=first-sync', act: async () => undefined },
  'first-sync-lost': { parameters: 'hub=first-sync-lost', act: async () => undefined },
  scan: {
    act: async (page) => {
      await tap(page, 'attract-scan');
      await page.waitForTimeout(1500);
    },
  },
  'scan-foreign': {
    act: async (page) => {
      await tap(page, 'attract-scan');
      await scan(page, 'https://elsewhere.example/menu');
      await page.getByTestId('error-message').waitFor();
    },
  },
  phone: {
    act: async (page) => {
      await tap(page, 'attract-phone');
      for (const digit of '9876543210') await tap(page, `digit-${digit}`);
    },
  },
  code: {
    act: async (page) => {
      await tap(page, 'attract-phone');
      for (const digit of '9876543210') await tap(page, `digit-${digit}`);
      await tap(page, 'phone-send');
      await page.getByTestId('code-entry').waitFor();
      for (const digit of '111111') await tap(page, `digit-${digit}`);
      await page.getByTestId('error-message').waitFor();
      for (const digit of '12') await tap(page, `digit-${digit}`);
    },
  },
  pickup: {
    parameters: 'hub=unreachable',
    act: async (page) => {
      await tap(page, 'attract-phone');
      for (const symbol of '00000000') await tap(page, `symbol-${symbol}`);
      await tap(page, 'pickup-open');
      await page.getByTestId('error-message').waitFor();
      for (const symbol of '7K2QM') await tap(page, `symbol-${symbol}`);
    },
  },
  'pickup-empty': { parameters: 'hub=unreachable', act: (page) => tap(page, 'attract-phone') },
  'scan-other-shop': {
    act: async (page) => {
      await tap(page, 'attract-scan');
      await scan(page, 'https://shop.example/s/AbCdEfGhIjKlMnOpQrStUv#indiranagar');
      await page.getByTestId('error-message').waitFor();
    },
  },
  'home-guest': { act: guest },
  home: { act: restore },
  'home-offline': { parameters: 'hub=unreachable', act: restore },
  chat: {
    act: async (page) => {
      await restore(page);
      await page.getByTestId('chat-input').fill('Show me kurtas');
      await tap(page, 'chat-send');
      await page.getByTestId('suggestion').first().waitFor();
    },
  },
  'chat-confirm': {
    act: async (page) => {
      await restore(page);
      await page.getByTestId('chat-input').fill('Hold the indigo one');
      await tap(page, 'chat-send');
      await page.getByTestId('confirm').waitFor();
    },
  },
  plan: {
    act: async (page) => {
      await guest(page);
      await page.getByTestId('chat-input').fill('An outfit');
      await tap(page, 'chat-send');
      await page.getByTestId('plan-go-on').waitFor();
    },
  },
  'plan-done': {
    act: async (page) => {
      await guest(page);
      await page.getByTestId('chat-input').fill('An outfit, done');
      await tap(page, 'chat-send');
      await page.locator('[data-testid="plan"][data-state="done"]').waitFor();
    },
  },
  keyboard: {
    act: async (page) => {
      await guest(page);
      await tap(page, 'chat-input');
      await page.getByTestId('keyboard').waitFor();
    },
  },
  browse: {
    act: async (page) => {
      await guest(page);
      await tap(page, 'browse-all');
      await page.getByTestId('browse-total').waitFor();
    },
  },
  filter: {
    act: async (page) => {
      await guest(page);
      await tap(page, 'browse-all');
      await tap(page, 'filter-productType');
    },
  },
  product: { act: firstProduct },
  'product-none': {
    act: async (page) => {
      await firstProduct(page);
      await tap(page, 'colour-Rust');
      await page.locator('[data-none="true"]').first().click();
      await page.waitForTimeout(400);
    },
  },
  bag: {
    act: async (page) => {
      await restore(page);
      await tap(page, 'bag-button');
      await page.getByTestId('pay').waitFor();
    },
  },
  'bag-empty': {
    act: async (page) => {
      await guest(page);
      await tap(page, 'bag-button');
    },
  },
  reservation: {
    act: async (page) => {
      await firstProduct(page);
      await tap(page, 'try-on');
      await page.getByTestId('reservation-number').waitFor();
    },
  },
  pay: {
    act: async (page) => {
      await restore(page);
      await tap(page, 'bag-button');
      await tap(page, 'bag-try-on');
      await page.getByTestId('reservation-number').waitFor();
      await tap(page, 'reservation-bag');
      await tap(page, 'pay');
      await page.getByTestId('payment-qr').waitFor();
    },
  },
  paid: {
    parameters: 'pay=0.2',
    act: async (page) => {
      await restore(page);
      await tap(page, 'bag-button');
      await tap(page, 'pay');
      await page.getByTestId('payment-paid').waitFor({ timeout: 8_000 });
    },
  },
  'pay-offline': {
    parameters: 'hub=unreachable',
    act: async (page) => {
      await restore(page);
      await tap(page, 'bag-button');
      await tap(page, 'pay');
      await page.getByTestId('error-message').waitFor();
    },
  },
  reading: {
    act: async (page) => {
      await guest(page);
      await tap(page, 'reading');
    },
  },
  large: {
    act: async (page) => {
      await restore(page);
      await tap(page, 'reading');
      await tap(page, 'large-text');
      await tap(page, 'reading-done');
    },
  },
  reach: {
    act: async (page) => {
      await restore(page);
      await tap(page, 'reach');
    },
  },
  leave: {
    act: async (page) => {
      await firstProduct(page);
      await tap(page, 'add-to-bag');
      await page.getByTestId('notice').waitFor();
      await tap(page, 'end-session');
    },
  },
  thanks: {
    act: async (page) => {
      await restore(page);
      await tap(page, 'end-session');
      await page.getByTestId('thanks').waitFor();
    },
  },
  idle: {
    parameters: 'idle=1500',
    act: async (page) => {
      await guest(page);
      await page.getByTestId('idle-warning').waitFor();
    },
  },
  ...staffScenes,
};
