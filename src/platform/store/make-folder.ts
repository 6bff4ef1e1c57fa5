import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * Makes a folder and those above it. Node's own `recursive` never ends where the system answers ENOENT for a folder
 * whose parent is there (such as /proc); this throws.
 */
export function makeFolder(folder: string, mode = 0o777): void {
  const wanted = path.resolve(folder);
  if (statSync(wanted, { throwIfNoEntry: false })?.isDirectory()) return;
  const parent = path.dirname(wanted);
  if (parent !== wanted) makeFolder(parent, mode);
  try {
    mkdirSync(wanted, { mode });
  } catch (error) {
    // Another process may have been quicker.
    if (!statSync(wanted, { throwIfNoEntry: false })?.isDirectory()) throw error;
  }
}
