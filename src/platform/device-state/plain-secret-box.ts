import type { SecretBox } from '../../core/ports/secret-box.ts';

const mark = 'plain:';

/**
 * For machines without a key store: the secret stays readable, and only the file's mode (0600) protects it. The mark says
 * so to whoever looks, and keeps another box from taking it for its own.
 */
export const plainSecretBox: SecretBox = {
  seal: (secret) => `${mark}${secret}`,
  open: (sealed) => (sealed.startsWith(mark) ? sealed.slice(mark.length) : undefined),
};
