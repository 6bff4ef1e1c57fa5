import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { signCapsule, verifyCapsule } from '../../../src/platform/capsule/capsule.ts';
import {
  keepCapsuleKeys,
  keySchedule,
  knownKeys,
  pinnedKeys,
  readSigningKey,
  replaceSigningKey,
  revokeKey,
} from '../../../src/platform/hub-store/capsule-keys.ts';
import { headCursor } from '../../../src/platform/hub-store/feed-log.ts';
import type { HubDatabase } from '../../../src/platform/hub-store/hub-database.ts';
import { databases, type HubPlace, openHubPlace } from './hub-place.ts';

const day = 24 * 60 * 60_000;
const start = Date.UTC(2026, 10, 22);
let folder: string;
let place: HubPlace;
let hub: HubDatabase;
let now: number;

const keep = () => hub.transaction(keepCapsuleKeys);
const known = () => knownKeys(hub.sql, now);
const signingId = async () => (await readSigningKey(hub.sql, now)).keyId;
const sign = async () =>
  signCapsule(
    { storeId: 's', expiresAt: now + 15 * 60_000, tokenId: 'AbCdEfGh', language: 'en', lines: [] },
    await readSigningKey(hub.sql, now),
  );

describe.each(databases)('signing keys of a hub on %s', (kind) => {
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'aisle-capsule-keys-'));
    now = start;
    place = await openHubPlace(kind, folder, { now: () => now, newId: v7 });
    ({ hub } = place);
    await hub.transaction(keepCapsuleKeys);
  });
  afterEach(async () => {
    await place.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('keys change by themselves, each known for a month before it signs, over years and with pauses of the hub', async () => {
    /** What a kiosk pinned that heard the feed at most this long ago. */
    let pinned = await pinnedKeys(hub.sql, now);
    const seen = new Set<string>();
    for (let days = 1; days <= 280; days += 1) {
      now += day;
      // The hub sleeps for a week now and then, and so do the kiosks, for up to a month.
      if (days % 40 > 6) await keep();
      const token = await sign();
      seen.add(await signingId());
      expect(await verifyCapsule(token, { keys: pinned, storeId: 's', now })).toMatchObject({ ok: true });
      if (days % 29 === 0) pinned = await pinnedKeys(hub.sql, now);
      expect((await known()).length).toBeLessThanOrEqual(3);
    }
    expect(seen.size).toBeGreaterThan(2);
  });

  test('a key that is due after a long sleep of the hub is made at once, and the old one is gone', async () => {
    const old = await signingId();
    now += 200 * day;
    await keep();
    expect(await signingId()).not.toBe(old);
    expect(await known()).toHaveLength(1);
  });

  test('each change is news in the feed, and no change is none', async () => {
    const before = await headCursor(hub.sql);
    await keep();
    expect(await headCursor(hub.sql)).toBe(before);
    now += keySchedule.signsMs - keySchedule.leadMs;
    await keep();
    expect(await headCursor(hub.sql)).toBe(before + 1);
  });

  test('a rotation never puts off what is due sooner, and lets old codes live out', async () => {
    const old = await signingId();
    now += keySchedule.signsMs - keySchedule.leadMs;
    await keep();
    now += keySchedule.leadMs - 60_000;
    await hub.transaction((transaction) => replaceSigningKey(transaction, now + day));
    const token = await sign();
    now += 60_000 + 5;
    expect(await signingId()).not.toBe(old);
    const keys = await pinnedKeys(hub.sql, now);
    expect(await verifyCapsule(token, { keys, storeId: 's', now })).toMatchObject({ ok: true });
  });

  test('a revoked key leaves the list at once; the announced one takes over', async () => {
    now += keySchedule.signsMs - keySchedule.leadMs;
    await keep();
    const [signing, next] = await known();
    expect(await hub.transaction((transaction) => revokeKey(transaction, signing?.keyId ?? ''))).toBe(true);
    expect(await signingId()).toBe(next?.keyId);
    expect((await pinnedKeys(hub.sql, now)).map(({ keyId }) => keyId)).toEqual([next?.keyId]);
    expect(await hub.transaction((transaction) => revokeKey(transaction, 'nope'))).toBe(false);
  });
});
