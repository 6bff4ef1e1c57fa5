import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Session } from '../../contracts/session.ts';
import { emptyPreferences } from '../../core/session/preferences.ts';
import { eraseOldCodes } from './inbox.ts';
import { eraseOldSessions } from './old-sessions.ts';
import { saveOwner } from './session-bindings.ts';
import { openSqliteHub } from './sqlite-hub.ts';
import { addWebSession, seeWebSession } from './web-sessions.ts';

const hour = 60 * 60_000;

const sessionOf = (sessionId: string, startedAt: number, endedAt: string | null): Session => ({
  sessionId,
  language: 'en',
  trust: 'guest',
  customer: null,
  preferences: emptyPreferences,
  cart: [],
  notes: [],
  plan: null,
  offerCode: null,
  startedAt: new Date(startedAt).toISOString(),
  endedAt,
});

test('guests who never came back and sessions that ended long ago go; customers and cookies that live stay', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'aisle-old-'));
  let now = Date.UTC(2026, 10, 22);
  const opened = await openSqliteHub(join(folder, 'hub.sqlite'), { now: () => now, newId: () => 'id' });
  if (!opened.ok) throw new Error(opened.failure.message);
  const hub = opened.value;
  const put = (sessionId: string, customerId: string | null, endedAt: string | null = null) =>
    hub.transaction(async (transaction) => {
      await transaction.shop(null).sessions.save(sessionOf(sessionId, now, endedAt));
      await saveOwner(transaction.sql, { sessionId, customerId, storeId: 's', origin: 'web' }, now);
      return addWebSession(transaction, sessionId);
    });
  await put('crawler', null);
  const cookie = await put('guest', null);
  await put('customer', 'c-1');
  await put('ended', 'c-1', new Date(now).toISOString());
  const see = () => hub.transaction((transaction) => seeWebSession(transaction, cookie));
  expect(await see()).toEqual({ sessionId: 'guest', prolonged: true });
  expect(await see()).toEqual({ sessionId: 'guest', prolonged: false });
  const clean = async () => {
    await hub.transaction((transaction) => eraseOldCodes(transaction, hour));
    return eraseOldSessions(hub);
  };
  const left = async () => {
    const rows = await hub.sql.all<{ sessionId: string }>('SELECT sessionId FROM session ORDER BY sessionId');
    return rows.map((row) => row.sessionId);
  };
  expect(await clean()).toBe(0);
  now += 2 * hour;
  await clean();
  expect(await left()).toEqual(['customer', 'ended', 'guest']);
  now += 31 * 24 * hour;
  await clean();
  expect(await left()).toEqual(['customer']);
  await hub.close();
  rmSync(folder, { recursive: true });
});

test('all that is due goes in one run, with room for others between; a hub that stops waits for a few only', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'aisle-old-'));
  const now = Date.UTC(2026, 10, 22);
  const opened = await openSqliteHub(join(folder, 'hub.sqlite'), { now: () => now, newId: () => 'id' });
  if (!opened.ok) throw new Error(opened.failure.message);
  const hub = opened.value;
  const ended = new Date(now - 25 * hour).toISOString();
  await hub.transaction(async (transaction) => {
    const { sessions } = transaction.shop(null);
    // Every other one has just begun.
    for (let count = 0; count < 5000; count += 1) {
      await sessions.save(sessionOf(`s-${count}`, now, count % 2 === 0 ? ended : null));
    }
  });
  const left = async () => (await hub.sql.all('SELECT sessionId FROM session')).length;
  const stopping = new AbortController();
  const stopped = eraseOldSessions(hub, stopping.signal);
  stopping.abort();
  expect(await stopped).toBeLessThan(200);
  const whole = eraseOldSessions(hub);
  await hub.transaction(async () => undefined);
  expect(await left()).toBeGreaterThan(4000);
  await whole;
  expect(await left()).toBe(2500);
  await hub.close();
  rmSync(folder, { recursive: true });
});
