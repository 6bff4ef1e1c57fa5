import type { SyncStatus } from '../../contracts/kiosk-ipc.ts';
import type { FeedWriter } from '../store/feed-writer.ts';
import { codeOf } from '../store/store-failure.ts';

interface Facts {
  readonly hub: 'connected' | 'unreachable';
  readonly pulling: boolean;
  /** Of the pull that runs, 0 to 1. */
  readonly progress: number;
  readonly pendingOperations: number;
}

/** Turns what is known into what screens show, and tells when that changes. */
export function createSyncStatus({
  feed,
  paired,
  tell,
}: {
  readonly feed: FeedWriter;
  readonly paired: () => boolean;
  readonly tell: (status: SyncStatus) => void;
}): { get(): SyncStatus; set(facts: Partial<Facts>): void } {
  let facts: Facts = { hub: 'unreachable', pulling: false, progress: 0, pendingOperations: 0 };

  let syncedAt: number | null = null;
  const get = (): SyncStatus => {
    try {
      ({ syncedAt } = feed.position());
    } catch (error) {
      // A store that cannot be read is told of elsewhere; what was known of the sync goes on to be.
      if (codeOf(error) === '') throw error;
    }
    const phase = syncedAt !== null ? 'current' : facts.pulling ? 'first-sync' : 'never';
    return {
      hub: paired() ? facts.hub : 'unpaired',
      phase,
      progress: phase === 'current' ? 1 : phase === 'never' ? 0 : facts.progress,
      syncedAt: syncedAt === null ? null : new Date(syncedAt).toISOString(),
      pendingOperations: facts.pendingOperations,
    };
  };

  let told = '';
  return {
    get,
    set: (changed) => {
      facts = { ...facts, ...changed };
      const status = get();
      const text = JSON.stringify(status);
      if (text === told) return;
      told = text;
      tell(status);
    },
  };
}
