import { accessSync, constants } from 'node:fs';
import type { Connection, Statement } from './connection.ts';
import { isDamage } from './rescue/inspect.ts';
import { codeOf } from './store-failure.ts';

/** What keeps a store from being written or read. `damaged` stays until the next start, the others until a write succeeds. */
export type StoreTrouble = 'full' | 'read-only' | 'failing' | 'busy' | 'damaged';

/** Sees every error of one store file, in whatever part of the program it arises. */
export interface StoreWatch {
  failed(error: unknown): void;
  /** Something was written durably. */
  wrote(): void;
  /** `since` in milliseconds since 1970; null while all is well. */
  trouble(): { readonly kind: StoreTrouble; readonly since: number } | null;
}

export interface StoreWatchOptions {
  readonly file: string;
  readonly now: () => number;
  /** Called when it begins, changes and (with null) ends. `error` is what showed it. */
  readonly onTrouble: (kind: StoreTrouble | null, error?: unknown) => void;
}

export function createStoreWatch({ file, now, onTrouble }: StoreWatchOptions): StoreWatch {
  let trouble: { readonly kind: StoreTrouble; readonly since: number } | null = null;
  return {
    failed: (error) => {
      const kind = troubleOf(error, file);
      if (kind === undefined || kind === trouble?.kind || trouble?.kind === 'damaged') return;
      trouble = { kind, since: now() };
      onTrouble(kind, error);
    },
    wrote: () => {
      if (trouble === null || trouble.kind === 'damaged') return;
      trouble = null;
      onTrouble(null);
    },
    trouble: () => trouble,
  };
}

/** By SQLite's result code (https://sqlite.org/rescode.html); undefined for what has nothing to do with the disk. */
function troubleOf(error: unknown, file: string): StoreTrouble | undefined {
  const code = codeOf(error);
  if (isDamage(error)) return 'damaged';
  if (code.startsWith('SQLITE_FULL')) return 'full';
  if (/^SQLITE_(READONLY|PERM)/.test(code)) return 'read-only';
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return 'busy';
  if (!/^SQLITE_(IOERR|CANTOPEN)/.test(code)) return undefined;
  // SQLite has no code of its own for a disk that the system has made read-only meanwhile.
  try {
    accessSync(file, constants.W_OK);
    return 'failing';
  } catch {
    return 'read-only';
  }
}

/** The connection, with every error shown to the watch. */
export function watchConnection(connection: Connection, watch: StoreWatch): Connection {
  const watched = <Arguments extends readonly unknown[], Value>(work: (...args: Arguments) => Value) => {
    return (...args: Arguments): Value => {
      try {
        return work(...args);
      } catch (error) {
        watch.failed(error);
        throw error;
      }
    };
  };
  const statements = new WeakMap<object, object>();
  const watchStatement = <Row>(statement: Statement<Row>): Statement<Row> => {
    let known = statements.get(statement) as Statement<Row> | undefined;
    if (known === undefined) {
      known = {
        all: watched(statement.all),
        first: watched(statement.first),
        iterate: watched(statement.iterate),
        run: watched(statement.run),
      };
      statements.set(statement, known);
    }
    return known;
  };
  return {
    ...connection,
    prepare: watched((sql: string) => watchStatement(connection.prepare(sql))) as Connection['prepare'],
    execute: watched(connection.execute),
  };
}
