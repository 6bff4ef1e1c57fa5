import type { FeedLine, Lease } from '../../contracts/feed.ts';
import type { Environment } from '../../core/ports/environment.ts';
import type { Clocks } from '../../core/stock/lease.ts';
import { createFloorRows } from './floor-rows.ts';
import { forgetOldJournal } from './journal.ts';
import type { Database } from './open-database.ts';
import { renumber } from './operation-numbers.ts';

export interface ReplicaPosition {
  /** What to go on from: a place inside a snapshot that broke off, otherwise the last state that was whole. */
  readonly epoch: string | null;
  readonly cursor: string | null;
  /** When the last state that was whole was stored; null before the first. */
  readonly syncedAt: number | null;
  /** How much of a snapshot that is not whole yet is here, 0 to 1; null when there is none. */
  readonly arrived: number | null;
}

/** One reading of the feed. */
export interface Reading {
  readonly mode: 'snapshot' | 'delta';
  readonly epoch: string;
  /** Stamp for its rows. */
  readonly generation: number;
  /** Rows that earlier readings of the same snapshot have brought, and all that there will be; an estimate. */
  readonly before: number;
  readonly total: number;
  readonly lease: Lease;
}

type Begin = Extract<FeedLine, { type: 'begin' }>;
type Checkpoint = Extract<FeedLine, { type: 'checkpoint' }>;

interface Row {
  readonly epoch: string | null;
  readonly cursor: string | null;
  readonly syncedAt: number | null;
  readonly snapshotEpoch: string | null;
  readonly snapshotCursor: string | null;
  readonly snapshotRows: number;
  readonly snapshotTotal: number;
  readonly generation: number;
}

export type Replica = ReturnType<typeof createReplica>;

/** Where a file stands between its hub's states, and the checkpoints that move it on. */
export function createReplica(database: Database, environment: Environment) {
  const read = database.connection.prepare<Row>(
    'SELECT epoch, cursor, syncedAt, snapshotEpoch, snapshotCursor, snapshotRows, snapshotTotal, generation FROM replica',
  );
  const row = (): Row => {
    const found = read.first();
    if (found === undefined) throw new Error('The store file has lost its row of replica');
    return found;
  };

  const floor = createFloorRows(database.connection);
  const lastSequence = database.connection.prepare<{ lastSequence: number }>(
    'SELECT lastSequence FROM replica',
  );

  /** Gives the stamp of its rows. */
  const beginSnapshot = async (epoch: string, rows: number): Promise<number> => {
    const { generation } = await database.transaction((query) =>
      query
        .updateTable('replica')
        // The hub may have lost operations that the rows here include: until it says how far its own rows go, each own
        // hold counts as not included. That promises too little for a while, never too much.
        .set((is) => ({
          generation: is('generation', '+', 1),
          appliedSequence: 0,
          // Rights may have been given to others meanwhile; the end of the snapshot tells.
          paused: 1,
          snapshotEpoch: epoch,
          snapshotCursor: null,
          snapshotRows: 0,
          snapshotTotal: rows,
        }))
        .returning('generation')
        .executeTakeFirstOrThrow(),
    );
    return generation;
  };

  return {
    lastSequence: () => lastSequence.first()?.lastSequence ?? 0,

    position(): ReplicaPosition {
      const { epoch, cursor, syncedAt, snapshotEpoch, snapshotCursor, ...snapshot } = row();
      if (snapshotEpoch === null || snapshotCursor === null)
        return { epoch, cursor, syncedAt, arrived: null };
      const arrived = Math.min(1, snapshot.snapshotRows / Math.max(1, snapshot.snapshotTotal));
      return { epoch: snapshotEpoch, cursor: snapshotCursor, syncedAt, arrived };
    },

    /** Undefined when the hub begins something that cannot be added to what is here; then the next asking begins anew. */
    async begin({ mode, epoch, rows, lease }: Begin): Promise<Reading | undefined> {
      const known = row();
      const unfinished = known.snapshotCursor !== null;
      if (mode === 'rest' ? !unfinished : mode === 'delta' && (unfinished || known.epoch === null)) {
        await database.transaction((query) =>
          query.updateTable('replica').set({ snapshotEpoch: null, snapshotCursor: null }).execute(),
        );
        return undefined;
      }
      const before = mode === 'rest' ? known.snapshotRows : 0;
      // Only a whole snapshot changes something at its beginning; all other readings spare a commit.
      const generation = mode === 'snapshot' ? await beginSnapshot(epoch, rows) : known.generation;
      return {
        mode: mode === 'delta' ? mode : 'snapshot',
        epoch,
        generation,
        before,
        total: before + rows,
        lease,
      };
    },

    /**
     * Stores where the rows so far lead to; `applied` of them came in this reading. `requested`: the clocks when it was asked
     * for, from which the lease counts. Gives whether the hub may have forgotten what it had confirmed: it is not the one that the last
     * whole state came from, or says so itself, which a backup does whose past is ours as far as we have read.
     */
    async checkpoint(
      reading: Reading,
      line: Checkpoint,
      { applied, requested }: { readonly applied: number; readonly requested: Clocks },
    ): Promise<boolean> {
      const { cursor, appliedSequence, complete } = line;
      const { mode, epoch, before, total } = reading;
      // A cursor that a power cut takes away takes no row with it: the log keeps the order of commits, and what comes
      // again is a whole state of the same thing.
      return database.transaction(
        async (query) => {
          const known = await query
            .selectFrom('replica')
            .select(['epoch', 'lastSequence', 'confirmedSequence'])
            .executeTakeFirstOrThrow();
          // The hub has decided more than was ever made here: this file is younger than the device.
          if (appliedSequence > known.lastSequence) await renumber(query, appliedSequence);
          const moved =
            mode === 'snapshot' && !complete
              ? {
                  snapshotEpoch: epoch,
                  snapshotCursor: cursor,
                  snapshotRows: before + applied,
                  snapshotTotal: total,
                }
              : {
                  epoch,
                  cursor,
                  syncedAt: environment.now(),
                  snapshotEpoch: null,
                  snapshotCursor: null,
                  snapshotRows: 0,
                  snapshotTotal: 0,
                  ...leaseColumns(reading.lease, requested),
                };
          await query
            .updateTable('replica')
            .set({ ...moved, appliedSequence })
            .execute();
          floor.takeLater();
          if (complete) await forgetOldJournal(query, environment.now());
          await query.deleteFrom('stockChange').where('sequence', '<=', appliedSequence).execute();
          const ofAnother = mode === 'snapshot' && known.epoch !== null && known.epoch !== epoch;
          return complete && (ofAnother || appliedSequence < known.confirmedSequence);
        },
        { repeatable: !complete },
      );
    },
  };
}

/** Rights that are worth nothing now keep what they were worth for the holds that run. */
function leaseColumns({ number, remainingMs }: Lease, { now, uptime }: Clocks) {
  if (remainingMs === 0) return { paused: 1 };
  return { paused: 0, lease: number, leaseMs: remainingMs, leaseWall: now, leaseUptime: uptime, seenAt: now };
}
