// The store's thread on a disk that is too full to move the log into the file; other writing goes well. Notes beside the
// file, a line each, that it began and what it could not do.
import { appendFileSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import Libsql from 'libsql';
import { register } from 'tsx/esm/api';

/** @param {string} line */
const note = (line) => appendFileSync(`${workerData.file}.notes`, `${line}\n`);
const { prepare } = Libsql.prototype;
Object.assign(Libsql.prototype, {
  /**
   * @this {Libsql.Database}
   * @param {string} text
   */
  prepare(text) {
    if (!text.startsWith('PRAGMA wal_checkpoint')) return prepare.call(this, text);
    note(text);
    throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
  },
});

note('begun');
register();
await import('../../../composition/store-thread.ts');
