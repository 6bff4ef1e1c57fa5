import { expect, test } from 'vitest';
import type { BareSession } from '../../contracts/visitor.ts';
import { handleSecrets, pickupSecrets } from './code-secrets.ts';
import { openSealedSession, sealSession } from './sealed-session.ts';

const handle = 'AbCdEfGhIjKlMnOpQrStUw';
const storeId = 'hyd-banjara';
const place = { storeId, expiresAt: Date.UTC(2026, 10, 22, 14, 15) };
const session: BareSession = {
  language: 'hi',
  cart: [{ sku: 'kurta-M-Red', quantity: 2 }],
  sizes: { Kurta: 'M' },
  colours: ['indigo'],
};

test('a handle opens its row, and the row tells neither handle nor bag', () => {
  const secrets = handleSecrets(handle);
  const row = sealSession(session, secrets, place);
  expect(openSealedSession(row, handleSecrets(handle), storeId)).toEqual(session);
  const bytes = JSON.stringify(row) + Buffer.from(row.sealed, 'base64url').toString('latin1');
  for (const word of [handle, handle.slice(0, 8), 'kurta', 'indigo', secrets.tokenId]) {
    expect(bytes).not.toContain(word);
  }
  expect(sealSession(session, secrets, place).sealed).not.toBe(row.sealed);
});

test('the three that a handle is good for have nothing in common, and each handle has its own', () => {
  const one = handleSecrets(handle);
  const other = handleSecrets(`${handle.slice(0, -1)}A`);
  const all = [one, other].flatMap((each) => [each.tokenId, each.lookupId.slice(0, 8)]);
  expect(new Set(all).size).toBe(4);
  expect(one.sealingKey.equals(other.sealingKey)).toBe(false);
});

test('another handle, another shop, a longer life, another row and a changed letter open nothing', () => {
  const secrets = handleSecrets(handle);
  const row = sealSession(session, secrets, place);
  const opened = [
    openSealedSession(row, handleSecrets(`${handle.slice(0, -1)}A`), storeId),
    openSealedSession(row, secrets, 'blr-indiranagar'),
    openSealedSession({ ...row, expiresAt: '2027-11-22T14:15:00.000Z' }, secrets, storeId),
    openSealedSession(
      { ...row, lookupId: handleSecrets(`${handle.slice(0, -1)}A`).lookupId },
      secrets,
      storeId,
    ),
    openSealedSession({ ...row, sealed: row.sealed.slice(0, 30) }, secrets, storeId),
  ];
  for (let at = 0; at < row.sealed.length - 1; at += 1) {
    const letter = row.sealed[at] === 'x' ? 'y' : 'x';
    const sealed = `${row.sealed.slice(0, at)}${letter}${row.sealed.slice(at + 1)}`;
    opened.push(openSealedSession({ ...row, sealed }, secrets, storeId));
  }
  expect(opened.filter((one) => one !== undefined)).toEqual([]);
});

test('what is no bare session is not sealed', () => {
  const named = { ...session, name: 'Ananya' };
  expect(() => sealSession(named, handleSecrets(handle), place)).toThrow('name');
});

test('a pickup code opens its row in its shop only', async () => {
  const shop = { hubId: 'hub-1', storeId };
  const [secrets, again, elsewhere] = await Promise.all([
    pickupSecrets('7K2Q-M9XD', shop),
    pickupSecrets('7K2Q-M9XD', shop),
    pickupSecrets('7K2Q-M9XD', { ...shop, storeId: 'blr-indiranagar' }),
  ]);
  const row = sealSession(session, secrets, place);
  expect(openSealedSession(row, again, storeId)).toEqual(session);
  expect(again.lookupId).toBe(row.lookupId);
  expect(elsewhere.lookupId).not.toBe(row.lookupId);
}, 20_000);
