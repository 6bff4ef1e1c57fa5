import { fail, type Result } from '../../contracts/result.ts';

/** Code of an error of SQLite or the system, such as `SQLITE_FULL` or `EROFS`; empty for others. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/**
 * What a person can do about an error of SQLite, by its result code (https://sqlite.org/rescode.html); undefined for
 * errors that are bugs. The message names the file, never its content.
 */
export function storeFailure(error: unknown, file: string): Result<never> | undefined {
  const code = codeOf(error);
  if (code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_CORRUPT')) {
    return fail(
      'internal',
      `${file} is damaged. Move it away and start again: the shop comes back from the hub; operations that had not reached it are in the moved file.`,
      { reason: 'store-damaged' },
    );
  }
  if (code.startsWith('SQLITE_FULL')) {
    return fail('conflict', `The disk of ${file} is full. Free some space and start again.`, {
      reason: 'disk-full',
    });
  }
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_PERM')) {
    return fail(
      'denied',
      `${file} cannot be written. Check the owner and the permissions of the file and its folder.`,
      {
        reason: 'store-read-only',
      },
    );
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return fail('conflict', `${file} is in use by another process. Close the other one and try again.`, {
      reason: 'store-locked',
    });
  }
  if (code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_IOERR')) {
    return fail(
      'invalid',
      `${file} cannot be opened. Check that the folder exists and that the disk is well.`,
      {
        reason: 'store-unreachable',
      },
    );
  }
  return undefined;
}
