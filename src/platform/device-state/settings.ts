import { z } from 'zod';
import { language, languages, storeId, uuid } from '../../contracts/primitives.ts';

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
  /** Ed25519 public keys as JWK, pinned at pairing. */
  capsuleKeys: z.array(z.record(z.string(), z.unknown())).readonly(),
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
