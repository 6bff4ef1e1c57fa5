import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { fromSource } from '../../../support/from-source.ts';

const here = path.dirname(fileURLToPath(import.meta.url));

function spawnProgram(program: string, given: readonly string[]): ChildProcess {
  return spawn(process.execPath, [...fromSource, path.join(here, program), ...given], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Runs a program of this folder to its end and gives the JSON that it wrote: each in a process of its own. */
export async function runChild<T>(program: string, ...given: readonly string[]): Promise<T> {
  const child = spawnProgram(program, given);
  let text = '';
  child.stdout?.on('data', (chunk) => {
    text += String(chunk);
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${program} ended with ${code}`);
  return JSON.parse(text) as T;
}

/** Starts the server of files; gives its address and the way to stop it. */
export async function serveFiles(folder: string): Promise<{ readonly url: string; stop(): void }> {
  const child = spawnProgram('file-server.ts', [folder]);
  if (child.stdout === null) throw new Error('No pipe');
  const [url] = await once(createInterface({ input: child.stdout }), 'line');
  return { url: String(url), stop: () => child.kill() };
}
