import { rmSync } from 'node:fs';
import { writeFeedText } from '../../contracts/feed-text.ts';
import { type Result, succeed } from '../../contracts/result.ts';
import type { Environment } from '../../core/ports/environment.ts';
import { createFeedWriter, type FeedRequest } from '../store/feed-writer.ts';
import { baseMigrations } from '../store/migrations/base.ts';
import { kioskMigrations } from '../store/migrations/kiosk.ts';
import { type Database, openDatabase } from '../store/open-database.ts';
import { createSingleFlight } from '../sync/single-flight.ts';
import { parseCursor } from './feed-cursor.ts';
import { readFeed } from './feed-reader.ts';
import type { HubDatabase } from './hub-database.ts';
import type { OpenedFeed } from './open-feed.ts';
import { currentTerm, isOwnPast } from './terms.ts';

/** A copy of the hub's catalogue and stock that search reads, kept as a kiosk keeps its own. */
export interface SearchReplica {
  readonly database: Database;
  /** Resolves when the copy has what was committed before the call. */
  catchUp(): Promise<void>;
  close(): Promise<void>;
}

export interface SearchReplicaOptions {
  readonly file: string;
  readonly hub: HubDatabase;
  readonly environment: Environment;
  /** Hears why the copy could not follow; the next news of the feed is another chance. */
  readonly onProblem: (error: unknown) => void;
}

/** A device without rights, of no shop, which does nothing itself. */
const reader = { deviceId: '', storeId: '' };

/** Opens the copy, which then follows the hub's feed by itself. Failures are those of `openDatabase`. */
export function openSearchReplica(options: SearchReplicaOptions): Result<SearchReplica> {
  const { hub, environment, onProblem } = options;
  const opened = openCopy(options);
  if (!opened.ok) return opened;
  const database = opened.value;
  const writer = createFeedWriter(database, { ...environment, uptime: environment.now });
  let closing = false;

  const pull = createSingleFlight(async () => {
    while (!closing) {
      const { clocks: requested, ...position } = writer.request();
      const opened = await openForReader(hub, position);
      const applied = await writer.apply(linesOf(readFeed(hub.sql, reader, opened)), { requested });
      if (applied.ok) return;
      // A feed ends early where another process of this hub began a term meanwhile; it goes on in that one.
      if ((await currentTerm(hub.sql)) === opened.epoch)
        throw new Error(`The copy for search could not follow: ${applied.failure.message}`);
    }
  });
  const unsubscribe = hub.subscribe(({ type }) => {
    if (type === 'feed-advanced') pull().catch(onProblem);
  });
  return succeed({
    database,
    catchUp: pull,
    async close() {
      unsubscribe();
      closing = true;
      await pull().catch(onProblem);
      await database.close();
    },
  });
}

/** One that is damaged or of another version is made anew: everything in it comes from the hub. */
function openCopy({ file, environment }: SearchReplicaOptions): Result<Database> {
  const open = () => openDatabase(file, [...baseMigrations, ...kioskMigrations], { now: environment.now });
  const opened = open();
  const { reason } = opened.ok ? {} : opened.failure;
  if (reason !== 'store-damaged' && reason !== 'store-newer' && reason !== 'migration-failed') return opened;
  for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
  return open();
}

/** As `openFeed` for a device, but of nothing that a device has. */
async function openForReader(
  { sql, environment }: HubDatabase,
  { epoch, cursor }: Pick<FeedRequest, 'epoch' | 'cursor'>,
): Promise<OpenedFeed> {
  const wanted = cursor === null ? undefined : parseCursor(cursor);
  const known =
    wanted && epoch !== null && (await isOwnPast(sql, { termId: epoch, cursor: wanted.cursor }))
      ? wanted
      : undefined;
  return {
    epoch: await currentTerm(sql),
    start: known ?? { cursor: 0, snapshot: true, base: 0 },
    lease: { number: 1, remainingMs: null },
    at: environment.now(),
  };
}

async function* linesOf(slices: ReturnType<typeof readFeed>): AsyncGenerator<string> {
  for await (const slice of slices) yield* writeFeedText(slice).split('\n');
}
