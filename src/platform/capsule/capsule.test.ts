import { beforeAll, expect, test } from 'vitest';
import type { CapsuleClaims } from '../../contracts/capsule.ts';
import { type CapsuleKeys, makeCapsuleKeys, signCapsule, verifyCapsule } from './capsule.ts';

const now = Date.UTC(2026, 10, 22, 14, 0);
const claims: CapsuleClaims = {
  aud: 'hub-marigold',
  exp: now / 1000 + 900,
  jti: 'AbCdEfGh',
  l: 'en',
  c: Array.from({ length: 10 }, (_, line) => [4000 + line, 1] as [number, number]),
};
let keys: CapsuleKeys;
let other: CapsuleKeys;

beforeAll(async () => {
  keys = await makeCapsuleKeys();
  other = await makeCapsuleKeys();
});

const verify = (capsule: string, at = now) =>
  verifyCapsule(capsule, [other.publicKey, keys.publicKey], { hubId: 'hub-marigold', now: at });

test('what was signed is read, by any of the pinned keys', async () => {
  expect(await verify(await signCapsule(claims, keys.privateKey))).toEqual({ ok: true, value: claims });
});

test('ten lines stay under 350 bytes', async () => {
  expect((await signCapsule(claims, keys.privateKey)).length).toBeLessThan(350);
});

test('a changed letter, another key, another algorithm and no token at all are tampered', async () => {
  const capsule = await signCapsule(claims, keys.privateKey);
  const [header = '', payload = '', signature = ''] = capsule.split('.');
  const more = Buffer.from(JSON.stringify({ ...claims, c: [[1, 9]] })).toString('base64url');
  const none = Buffer.from('{"alg":"none"}').toString('base64url');
  const stranger = await signCapsule(claims, (await makeCapsuleKeys()).privateKey);
  const forged = [`${header}.${more}.${signature}`, `${none}.${payload}.`, stranger, 'nonsense', ''];
  for (const text of forged)
    expect(await verify(text)).toMatchObject({ failure: { reason: 'code-tampered' } });
});

test('past its time it is expired, of another hub it is foreign', async () => {
  const capsule = await signCapsule(claims, keys.privateKey);
  expect(await verify(capsule, now + 900_000)).toMatchObject({ failure: { reason: 'code-expired' } });
  const foreign = await signCapsule({ ...claims, aud: 'hub-other' }, keys.privateKey);
  expect(await verify(foreign)).toMatchObject({ failure: { reason: 'code-foreign' } });
});
