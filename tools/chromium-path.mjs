import { findCommand, systemPackages } from './setup/system-packages.mjs';

/**
 * The browser for web pages under test and in demonstrations, for playwright's `chromium.launch({ executablePath })`.
 *
 * @param {NodeJS.ProcessEnv} [environment] AISLE_CHROMIUM names another one
 * @returns {string}
 * @throws {Error} when there is none
 */
export function chromiumPath(environment = process.env) {
  const names = systemPackages.find(({ name }) => name === 'chromium')?.commands ?? [];
  const path = environment.AISLE_CHROMIUM || findCommand(names, environment.PATH);
  if (!path) throw new Error('No Chromium here: run `npm run setup`, or name one in AISLE_CHROMIUM');
  return path;
}
