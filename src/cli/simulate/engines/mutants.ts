import type { LocalStore } from '../../../composition/open-local-store.ts';
import type { FeedLine } from '../../../contracts/feed.ts';
import { readFeedText } from '../../../contracts/feed-text.ts';
import type { Connection, Statement } from '../../../platform/store/connection.ts';
import type { HubClient } from '../../../platform/sync/hub-client.ts';
import type { Engine } from './engine.ts';
import { kioskStoreWith } from './naive.ts';

/*
 * The shipped engine with one safeguard off each. A harness that finds nothing wrong with one of them would find nothing wrong
 * with an engine that has lost it.
 */

const noEscrowCheck: Engine = {
  name: 'no-escrow-check',
  about: 'kiosks promise whatever is asked for, whether they have the right or not',
  kioskStore: kioskStoreWith((position) => ({ ...position, promisable: Number.MAX_SAFE_INTEGER })),
};

/** Whatever comes is decided as if it came for the first time. */
const noDedupe: Engine = {
  name: 'no-dedupe',
  about: 'the hub applies an operation each time that it arrives',
  hubDesk: (desk, hub) => ({
    ...desk,
    operations: async (device, operations) => {
      const first = operations[0]?.sequence;
      if (first === undefined) return desk.operations(device, operations);
      const before = await hub.transaction(async ({ sql }) => {
        const row = await sql.first<{ appliedSequence: number }>(
          'SELECT appliedSequence FROM device WHERE deviceId = ?',
          device.deviceId,
        );
        for (const { operationId } of operations) {
          await sql.run('DELETE FROM appliedOperation WHERE operationId = ?', operationId);
        }
        const known = row?.appliedSequence ?? 0;
        const applied = Math.min(known, first - 1);
        await sql.run('UPDATE device SET appliedSequence = ? WHERE deviceId = ?', applied, device.deviceId);
        return known;
      });
      const receipt = await desk.operations(device, operations);
      if (receipt.appliedSequence >= before) return receipt;
      await hub.transaction(({ sql }) =>
        sql.run('UPDATE device SET appliedSequence = ? WHERE deviceId = ?', before, device.deviceId),
      );
      return { ...receipt, appliedSequence: before };
    },
  }),
};

async function* cursorFirst(lines: AsyncIterable<string>, local: LocalStore): AsyncIterable<string> {
  const texts: string[] = [];
  let begin: Extract<FeedLine, { type: 'begin' }> | undefined;
  for await (const text of lines) {
    texts.push(text);
    const line = readFeedText(text);
    if (line?.type === 'begin') begin = line;
    if (begin?.mode !== 'delta' || line?.type !== 'checkpoint' || !line.complete) continue;
    const { epoch } = begin;
    await local.database.transaction((query) =>
      query.updateTable('replica').set({ epoch, cursor: line.cursor }).execute(),
    );
  }
  yield* texts;
}

const cursorBeforeRows: Engine = {
  name: 'cursor-before-rows',
  about: 'a kiosk stores how far it has read before it stores what it has read',
  kioskHub: (hub, local): HubClient => ({
    ...hub,
    feed: async (request, signal) => {
      const answer = await hub.feed(request, signal);
      return answer.ok ? { ok: true, value: cursorFirst(answer.value, local) } : answer;
    },
  }),
};

const ackBeforeFsync: Engine = {
  name: 'ack-before-fsync',
  about: 'stores say that something is written down before the disk has it',
  connection: (connection) => ({
    ...connection,
    execute: (sql) => connection.execute(sql.replace(/synchronous = (FULL|NORMAL)/, 'synchronous = OFF')),
  }),
};

/** What a device asks of its file to know how long its rights last (`lease-mark.ts`). */
const isLeaseMark = (sql: string): boolean => /^SELECT lease, leaseMs,.* FROM replica/.test(sql);

/** Its row says that the lease lasts far longer than the hub has said. */
const prolonged = <Row>(statement: Statement<Row>): Statement<Row> => ({
  ...statement,
  first: (...parameters) => {
    const row = statement.first(...parameters);
    if (row === undefined) return row;
    const { leaseMs } = row as { readonly leaseMs?: number | null };
    return { ...row, leaseMs: leaseMs && leaseMs * 1000 };
  },
});

const noLeaseGuard: Engine = {
  name: 'no-lease-guard',
  about: 'kiosks go on to promise by rights whose time is over',
  connection: (connection): Connection => ({
    ...connection,
    prepare: <Row>(sql: string) => {
      const statement = connection.prepare<Row>(sql);
      return isLeaseMark(sql) ? prolonged(statement) : statement;
    },
  }),
};

const noJournal: Engine = {
  name: 'no-journal',
  about: 'kiosks forget what the hub has confirmed, and cannot say it again to one that was restored',
  kioskStore: (local) => ({
    ...local,
    outbox: {
      ...local.outbox,
      settle: async (sent, receipt) => {
        const outcome = await local.outbox.settle(sent, receipt);
        await local.database.transaction((query) => query.deleteFrom('journal').execute());
        return outcome;
      },
    },
  }),
};

export const mutants: readonly Engine[] = [
  noEscrowCheck,
  noDedupe,
  cursorBeforeRows,
  ackBeforeFsync,
  noLeaseGuard,
  noJournal,
];
