import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(fileURLToPath(import.meta.url), '../../..');

/** What ships with the program, in a checkout and in a package alike. */
export const sampleShopFolder = path.join(root, 'assets/sample-shop');
export const localesFolder = path.join(root, 'assets/locales');
export const brandFolder = path.join(root, 'assets/brand');
export const staticFolder = path.join(root, 'assets/web');
