import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemEnvironment } from '../../../src/composition/system-environment.ts';
import { beginServing } from '../../../src/platform/hub-store/begin-serving.ts';
import type { HubDatabase } from '../../../src/platform/hub-store/hub-database.ts';
import { openSearchReplica } from '../../../src/platform/hub-store/search-replica.ts';
import { stock } from './fixtures.ts';
import { databases } from './hub-place.ts';
import { openTestHub, type TestHub } from './test-hubs.ts';

let folder: string;
let it: TestHub;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'aisle-search-copy-'));
});
afterEach(async () => {
  await it.close();
  rmSync(folder, { recursive: true });
});

/** The hub, where in the middle of each of the first readings of its feed another process begins a term. */
function withOthersThatBegin(hub: HubDatabase, times: number): HubDatabase {
  let left = times;
  return {
    ...hub,
    sql: {
      ...hub.sql,
      async all(text, ...values) {
        const rows = await hub.sql.all<never>(text, ...values);
        if (text.includes('FROM feedEntry') && left > 0) {
          left -= 1;
          await beginServing(hub);
        }
        return rows;
      },
    },
  };
}

describe.each(databases)('the copy for search of a hub on %s', (kind) => {
  test('catches up although other processes of the hub begin meanwhile', async () => {
    it = await openTestHub(kind);
    const sku = await stock(it.hub, 'kurta', 6);
    const opened = openSearchReplica({
      file: path.join(folder, 'search.sqlite'),
      hub: withOthersThatBegin(it.hub, 2),
      environment: systemEnvironment,
      onProblem: (error) => {
        throw error;
      },
    });
    if (!opened.ok) throw new Error(opened.failure.message);
    const copy = opened.value;
    await copy.catchUp();
    expect(copy.database.connection.prepare('SELECT sku, onHand FROM stock').all()).toEqual([
      { sku, onHand: 6 },
    ]);
    await copy.close();
  });
});
