import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keepCapsuleKeys, keySchedule, readSigningKey, revokeKey } from './capsule-keys.ts';
import { openSqliteHub } from './sqlite-hub.ts';

test('a revoked key is in the file no more', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'aisle-capsule-keys-'));
  let now = Date.UTC(2026, 10, 22);
  const opened = await openSqliteHub(join(folder, 'hub.sqlite'), { now: () => now, newId: () => 'id' });
  if (!opened.ok) throw new Error(opened.failure.message);
  const hub = opened.value;
  await hub.transaction(keepCapsuleKeys);
  now += keySchedule.signsMs - keySchedule.leadMs;
  await hub.transaction(keepCapsuleKeys);
  const { keyId, privateKey } = await readSigningKey(hub.sql, now);
  expect(await hub.transaction((transaction) => revokeKey(transaction, keyId))).toBe(true);
  hub.database.truncateLog();
  expect(readFileSync(join(folder, 'hub.sqlite')).includes(privateKey)).toBe(false);
  await hub.close();
  rmSync(folder, { recursive: true, force: true });
});
