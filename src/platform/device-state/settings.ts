import { z } from 'zod';
import { capsuleKey } from '../../contracts/capsule.ts';
import { language, languages, storeId, uuid } from '../../contracts/primitives.ts';

/** Before keys rotated, JWKs stood here, which signed for the whole chain: nothing that they signed is good any more. */
const isBareJwk = (key: unknown): boolean => typeof key === 'object' && key !== null && 'kty' in key;

/** What an operator may read, and with care edit, in `device.json`. */
export const deviceSettings = z.object({
  version: z.literal(1),
  deviceId: uuid.nullable(),
  /** Sealed by the machine's key store; `plain:` in front where there is none. */
  sealedToken: z.string().nullable(),
  /** Counts the hub's devices from 1; 1 before pairing. */
  deviceIndex: z.int().positive(),
  storeId: storeId.nullable(),
  hubId: z.string().nullable(),
  hubUrl: z.url().nullable(),
  /** Keys that capsules are signed with, pinned at pairing and renewed by the feed. */
  capsuleKeys: z.preprocess(
    (keys) => (Array.isArray(keys) ? keys.filter((key) => !isBareJwk(key)) : keys),
    z.array(capsuleKey).readonly(),
  ),
  languages: z.array(language).min(1).readonly(),
  /** `scrypt$…` of the staff PIN; null until one is set. */
  staffPinHash: z.string().nullable(),
});
export type DeviceSettings = z.infer<typeof deviceSettings>;

export const freshSettings: DeviceSettings = {
  version: 1,
  deviceId: null,
  sealedToken: null,
  deviceIndex: 1,
  storeId: null,
  hubId: null,
  hubUrl: null,
  capsuleKeys: [],
  languages,
  staffPinHash: null,
};
