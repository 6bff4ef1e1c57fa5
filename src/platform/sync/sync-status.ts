import type { SyncStatus } from '../../contracts/kiosk-ipc.ts';
import type { FeedWriter } from '../store/feed-writer.ts';
import type { ReplicaPosition } from '../store/replica.ts';
import { codeOf } from '../store/store-failure.ts';

interface Facts {
  readonly hub: 'connected' | 'unreachable';
  readonly pulling: boolean;
  /** Of the first sync, 0 to 1. */
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

  let known: Pick<ReplicaPosition, 'syncedAt' | 'arrived'> = { syncedAt: null, arrived: null };
  const position = (): typeof known => {
    try {
      known = feed.position();
    } catch (error) {
      // A store that cannot be read is told of elsewhere; what was known of the sync goes on to be.
      if (codeOf(error) === '') throw error;
    }
    return known;
  };

  const get = (): SyncStatus => {
    const { syncedAt, arrived } = position();
    const begun = facts.pulling || arrived !== null;
    const phase = syncedAt !== null ? 'current' : begun ? 'first-sync' : 'never';
    return {
      hub: paired() ? facts.hub : 'unpaired',
      phase,
      progress: phase === 'current' ? 1 : phase === 'never' ? 0 : Math.max(facts.progress, arrived ?? 0),
      syncedAt: syncedAt === null ? null : new Date(syncedAt).toISOString(),
      pendingOperations: facts.pendingOperations,
    };
  };

  let told = '';
  return {
    get,
    set: (changed) => {
      // A sync that goes on after a break reads the last few rows again; that is no step back for whoever looks on.
      const before = changed.pulling && position().arrived === null ? 0 : facts.progress;
      facts = { ...facts, ...changed, progress: Math.max(before, changed.progress ?? 0) };
      const status = get();
      const text = JSON.stringify(status);
      if (text === told) return;
      told = text;
      tell(status);
    },
  };
}
