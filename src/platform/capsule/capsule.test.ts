import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { CompactSign, importJWK } from 'jose';
import { expect, test } from 'vitest';
import type { CapsuleKey } from '../../contracts/capsule.ts';
import { type Capsule, signCapsule, verifyCapsule } from './capsule.ts';
import { makeSigningKey, type SigningKey } from './signing-key.ts';

const now = Date.UTC(2026, 10, 22, 14, 0);
const minute = 60_000;
const storeId = 'hyd-banjara';
/** The dearest bag of ten lines: six-digit numbers, far from one another, and different quantities. */
const capsule: Capsule = {
  storeId,
  expiresAt: now + 15 * minute,
  tokenId: 'AbCdEfGh',
  language: 'en',
  lines: Array.from({ length: 10 }, (_, line) => ({ number: 99_999 + 100_000 * line, quantity: line + 11 })),
};

const signing = makeSigningKey();
const other = makeSigningKey();
const pinned = (key: SigningKey, change: Partial<CapsuleKey> = {}): CapsuleKey => ({
  keyId: key.keyId,
  publicKey: key.publicKey,
  notBefore: new Date(now - minute).toISOString(),
  notAfter: new Date(now + 90 * 24 * 60 * minute).toISOString(),
  ...change,
});
const keys = [pinned(other), pinned(signing)];
const verify = (token: string, change: Partial<Parameters<typeof verifyCapsule>[1]> = {}) =>
  verifyCapsule(token, { keys, storeId, now, ...change });
const reasonOf = async (token: string, change?: Parameters<typeof verify>[1]) => {
  const read = await verify(token, change);
  return read.ok ? 'taken' : read.failure.reason;
};

/** A token of the hub's own key with whatever header and payload. */
async function forge(header: Record<string, unknown>, payload: string): Promise<string> {
  const key = await importJWK(
    { kty: 'OKP', crv: 'Ed25519', x: signing.publicKey, d: signing.privateKey },
    'EdDSA',
  );
  return new CompactSign(new TextEncoder().encode(payload))
    .setProtectedHeader({ alg: 'EdDSA', kid: signing.keyId, ...header })
    .sign(key);
}
const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const partsOf = (token: string) => token.split('.') as [string, string, string];
const goodClaims = { aud: storeId, exp: now / 1000 + 900, jti: 'AbCdEfGh', c: 'enrsA' };

test('what was signed is read, by whichever pinned key its header names', async () => {
  for (const key of [signing, other]) {
    expect(await verify(await signCapsule(capsule, key))).toEqual({ ok: true, value: capsule });
  }
});

test('every bag that a cart can hold survives, and none makes a long token', async () => {
  const bags = fc.record({
    language: fc.constantFrom('en', 'hi', 'es', 'ar'),
    lines: fc.uniqueArray(
      fc.record({ number: fc.integer({ min: 1, max: 999_999 }), quantity: fc.integer({ min: 1, max: 20 }) }),
      { selector: (line) => line.number, maxLength: 30 },
    ),
  });
  await fc.assert(
    fc.asyncProperty(bags, async ({ language, lines }) => {
      const token = await signCapsule({ ...capsule, language, lines }, signing);
      const read = await verify(token);
      expect(read).toMatchObject({ value: { language } });
      if (read.ok) expect(new Set(read.value.lines)).toEqual(new Set(lines));
      if (lines.length <= 10) expect(token.length).toBeLessThan(300);
      expect(token.length).toBeLessThan(450);
    }),
  );
});

test('ten lines of six-digit variants stay under 300 bytes, a shop with a long name included', async () => {
  expect((await signCapsule(capsule, signing)).length).toBe(292);
  expect((await signCapsule({ ...capsule, storeId: 'hyderabad-banjar' }, signing)).length).toBeLessThan(300);
});

test('a change of any one letter fails', async () => {
  const token = await signCapsule(capsule, signing);
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.';
  for (let at = 0; at < token.length; at += 1) {
    const letter = letters[(letters.indexOf(token[at] ?? '') + 1 + (at % 60)) % letters.length] ?? '';
    const reason = await reasonOf(`${token.slice(0, at)}${letter}${token.slice(at + 1)}`);
    // In the header it may name a key that is not there.
    expect([at, ['code-tampered', 'code-unverifiable'].includes(reason ?? '')]).toEqual([at, true]);
  }
  const last = token.at(-1) ?? '';
  for (const letter of letters.replace(last, '')) {
    expect(await reasonOf(token.slice(0, -1) + letter)).toBe('code-tampered');
  }
});

test('whatever is no capsule is told from one, and never throws', async () => {
  const token = await signCapsule(capsule, signing);
  const [header, payload, signature] = partsOf(token);
  const forged = [
    '',
    '.',
    '..',
    '...',
    'nonsense',
    `${header}.${payload}`,
    `${header}..${signature}`,
    `${token}.x`,
  ];
  forged.push(`${header}.${base64({ ...goodClaims, c: 'en1T' })}.${signature}`, `${token}=`, ` ${token}`);
  forged.push(await signCapsule(capsule, { ...makeSigningKey(), keyId: signing.keyId }));
  for (const text of forged) expect([text, await reasonOf(text)]).toEqual([text, 'code-tampered']);
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string(), fc.base64String()), async (text) => {
      expect(await reasonOf(text)).toBe('code-tampered');
    }),
  );
});

test('no other algorithm is taken: none, and a public key as a secret', async () => {
  const payload = base64(goodClaims);
  const none = base64({ alg: 'none', kid: signing.keyId, typ: 'bag' });
  const hmac = base64({ alg: 'HS256', kid: signing.keyId, typ: 'bag' });
  const mac = (secret: string | Buffer) =>
    createHmac('sha256', secret).update(`${hmac}.${payload}`).digest('base64url');
  const forged = [
    `${none}.${payload}.`,
    `${none}.${payload}.${partsOf(await signCapsule(capsule, signing))[2]}`,
  ];
  forged.push(`${hmac}.${payload}.${mac(signing.publicKey)}`);
  forged.push(`${hmac}.${payload}.${mac(Buffer.from(signing.publicKey, 'base64url'))}`);
  for (const text of forged) expect(await reasonOf(text)).toBe('code-tampered');
});

test.each([
  ['another type', { typ: 'JWT' }, goodClaims],
  ['no type', {}, goodClaims],
  ['a key of its own', { typ: 'bag', jwk: { kty: 'OKP' } }, goodClaims],
  ['a demand', { typ: 'bag', crit: ['x'], x: 1 }, goodClaims],
  ['a claim too many', { typ: 'bag' }, { ...goodClaims, sub: '+919000000101' }],
  ['a claim too few', { typ: 'bag' }, { ...goodClaims, jti: undefined }],
  ['31 lines', { typ: 'bag' }, { ...goodClaims, c: `en${'1A'.repeat(31)}` }],
  ['no bag', { typ: 'bag' }, { ...goodClaims, c: 'en0A' }],
  ['no object', { typ: 'bag' }, [goodClaims]],
  ['a payload beyond all measure', { typ: 'bag' }, { ...goodClaims, aud: 'x'.repeat(600) }],
])('%s is refused although the hub has signed it', async (_name, header, claims) => {
  const forged = forge(header as Record<string, unknown>, JSON.stringify(claims)).catch(
    () => 'not even signed',
  );
  expect(await reasonOf(await forged)).toBe('code-tampered');
});

test('past its time it has run out', async () => {
  const token = await signCapsule(capsule, signing);
  expect(await reasonOf(token, { now: capsule.expiresAt - 1 })).toBe('taken');
  expect(await reasonOf(token, { now: capsule.expiresAt })).toBe('code-expired');
});

test('in another shop of the chain it is refused by name', async () => {
  const token = await signCapsule({ ...capsule, storeId: 'blr-indiranagar' }, signing);
  expect(await verify(token)).toMatchObject({
    failure: { reason: 'code-other-shop', details: { storeId: 'blr-indiranagar' } },
  });
});

test('a key that is unknown here, not yet in use or retired is for the hub to judge', async () => {
  const token = await signCapsule(capsule, signing);
  const at = (milliseconds: number) => new Date(milliseconds).toISOString();
  const pinnedAs = (change: Partial<CapsuleKey>) => reasonOf(token, { keys: [pinned(signing, change)] });
  expect(await reasonOf(token, { keys: [pinned(other)] })).toBe('code-unverifiable');
  expect(await pinnedAs({ notBefore: at(now + 11 * minute) })).toBe('code-unverifiable');
  expect(await pinnedAs({ notAfter: at(now) })).toBe('code-unverifiable');
  expect(await pinnedAs({ notBefore: at(now + 9 * minute), notAfter: at(now + 1) })).toBe('taken');
});
