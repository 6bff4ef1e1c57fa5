import { safeStorage } from 'electron';
import type { SecretBox } from '../../core/ports/secret-box.ts';
import { plainSecretBox } from '../../platform/device-state/plain-secret-box.ts';

const mark = 'sealed:';

/**
 * Seals with the system's key store (Keychain, DPAPI, libsecret or kwallet). Without one, as on a bare X server, secrets
 * stay readable and only the file's mode protects them; the mark in front says which it was.
 */
export function keyStoreBox(): SecretBox {
  const available =
    safeStorage.isEncryptionAvailable() &&
    (process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text');
  if (!available) return plainSecretBox;
  return {
    seal: (secret) => `${mark}${safeStorage.encryptString(secret).toString('base64')}`,
    open: (sealed) => {
      if (!sealed.startsWith(mark)) return plainSecretBox.open(sealed);
      try {
        return safeStorage.decryptString(Buffer.from(sealed.slice(mark.length), 'base64'));
      } catch {
        return undefined;
      }
    },
  };
}
