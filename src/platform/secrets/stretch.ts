import { scrypt } from 'node:crypto';

/** OWASP's minimum for scrypt (https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html). */
const cost = 2 ** 15;

/** 32 bytes from a secret that people type: as slow as it must be for whoever guesses, beside the event loop. */
export function stretch(secret: string, salt: string | Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(secret, salt, 32, { N: cost, r: 8, p: 3, maxmem: 64 * 2 ** 20 }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}
