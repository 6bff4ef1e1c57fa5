import { type StorageHealth, storageHealth } from '../../src/contracts/kiosk-ipc.ts';

/** `well` without a wish; `damaged,3,1` is a damaged store that was restored before, with so many operations saved and lost. */
export function storageOf(wish: string | null): StorageHealth {
  const [state = 'well', operations, lost] = wish?.split(',') ?? [];
  const at = new Date(Date.now() - 3 * 60 * 60_000).toISOString();
  return storageHealth.parse({
    state,
    since: state === 'well' ? null : at,
    restored: operations === undefined ? null : { at, operations: Number(operations), lost: Number(lost) },
    backupAt: operations === undefined ? null : at,
  });
}
