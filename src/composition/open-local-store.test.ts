import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { must } from '../core/testing/must.ts';
import { openConnection } from '../platform/store/connection.ts';
import { openLocalStore } from './open-local-store.ts';
import { systemEnvironment } from './system-environment.ts';

test('a file whose disk takes nothing more says so at the start, and starts no thread', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'aisle-start-'));
  await must(openLocalStore(folder, systemEnvironment, () => 1)).database.close();
  const opened = openLocalStore(folder, systemEnvironment, () => 1, {
    // It would fail to load.
    threadProgram: new URL('file:///no-such-program.js'),
    connect: (file, waitMs) => {
      const connection = openConnection(file, waitMs);
      return {
        ...connection,
        execute: (sql) => {
          if (sql.startsWith('UPDATE'))
            throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
          connection.execute(sql);
        },
      };
    },
  });
  expect(opened).toMatchObject({ ok: false, failure: { kind: 'conflict', reason: 'disk-full' } });
  rmSync(folder, { recursive: true });
});
