import { type Failure, fail, type Result } from '../../contracts/result.ts';

/** Code of an error of SQLite or the system, such as `SQLITE_FULL` or `EROFS`; empty for others. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

interface Known {
  /** Of the code: https://sqlite.org/rescode.html, or the system's own. */
  readonly pattern: RegExp;
  readonly kind: Failure['kind'];
  readonly reason: string;
  /** Goes on after the name of the file. */
  readonly words: string;
}

const known: readonly Known[] = [
  {
    pattern: /^SQLITE_(NOTADB|CORRUPT)/,
    kind: 'internal',
    reason: 'store-damaged',
    words: 'is damaged. Start again: what can be read of it is saved, and the hub brings the rest.',
  },
  {
    pattern: /^(SQLITE_FULL|ENOSPC|EDQUOT)/,
    kind: 'conflict',
    reason: 'disk-full',
    words: 'cannot be written, because its disk is full. Free some space.',
  },
  {
    pattern: /^(SQLITE_(READONLY|PERM)|EROFS|EACCES|EPERM)/,
    kind: 'denied',
    reason: 'store-read-only',
    words: 'cannot be written. Check the owner and the permissions of the file and its folder, and its disk.',
  },
  {
    pattern: /^SQLITE_(BUSY|LOCKED)/,
    kind: 'conflict',
    reason: 'store-locked',
    words: 'is in use by another process. Close the other one.',
  },
  {
    pattern: /^(SQLITE_(CANTOPEN|IOERR)|EIO|EFBIG|ENOTDIR|EISDIR)/,
    kind: 'invalid',
    reason: 'store-unreachable',
    words: 'cannot be opened or written. Check that its folder exists and that the disk is well.',
  },
];

/**
 * What a person at the machine can do about an error of SQLite or of the disk; undefined for errors that are bugs. The
 * message names the file, never its content.
 */
export function storeFailure(error: unknown, file: string): Result<never> | undefined {
  const code = codeOf(error);
  const found = known.find(({ pattern }) => pattern.test(code));
  return found && fail(found.kind, `${file} ${found.words}`, { reason: found.reason });
}

/**
 * The same for whoever stands before the kiosk, and for the model: nothing was written, and a person has to help. Undefined for
 * errors that are bugs.
 */
export function unwrittenFailure(error: unknown): Result<never> | undefined {
  const failure = storeFailure(error, 'The store');
  if (failure === undefined || failure.ok) return undefined;
  const { reason } = failure.failure;
  return fail(
    'denied',
    'This kiosk cannot save anything right now, so nothing was changed or promised. Ask an associate.',
    { ...(reason && { reason }) },
  );
}
