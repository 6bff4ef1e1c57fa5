import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fromSource } from '../../../support/from-source.ts';

export interface Child {
  readonly process: ChildProcess;
  /** The next line of its stdout; rejects with its stderr when it ends before. */
  line(): Promise<string>;
  /** Writes a line to its stdin, and gives what it answers, parsed. */
  ask<Answer>(command: string): Promise<Answer>;
  /** Exit status, null when a signal ended it. */
  readonly ended: Promise<number | null>;
}

export interface ChildOptions {
  /** A command that the program is started by, such as `['strace', '-f']`. */
  readonly through?: readonly string[];
}

/** Runs a program of `children/` in a process of its own, with real files, signals and limits. */
export function runChild(
  program: string,
  args: readonly string[],
  { through = [] }: ChildOptions = {},
): Child {
  const file = path.join(import.meta.dirname, '../children', `${program}.ts`);
  const [command = '', ...rest] = [...through, process.execPath, ...fromSource, file, ...args];
  const child = spawn(command, rest, { stdio: ['pipe', 'pipe', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (data) => {
    errors += String(data);
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const line = async (): Promise<string> => {
    const { value, done } = await lines.next();
    if (!done) return value;
    throw new Error(`${program} ended with ${await ended}: ${errors}`);
  };
  return {
    process: child,
    ended,
    line,
    ask: async <Answer>(text: string) => {
      child.stdin.write(`${text}\n`);
      return JSON.parse(await line()) as Answer;
    },
  };
}
