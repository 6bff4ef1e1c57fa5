import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { CommandFailure } from './command.ts';

/** The checkout or installation that this command runs from. */
export const projectFolder = path.resolve(fileURLToPath(import.meta.url), '../../..');
/** A program of its own, built with this one (`vite.node.config.ts`). */
export const program = (name: 'hub' | 'simulate-worker'): string =>
  path.join(projectFolder, 'out/node', `${name}.js`);

export interface ReadyHub {
  readonly url: string;
  readonly process: ChildProcess;
}

/** Starts a hub process and waits for its `ready` line; its log goes where `stderr` says, and `onStarted` gets it at once. */
export async function startHub(
  options: { readonly port: number; readonly dataFolder: string; readonly environment: NodeJS.ProcessEnv },
  stderr: SpawnOptions['stdio'] & ('inherit' | 'ignore' | 'pipe') = 'inherit',
  onStarted: (hub: ChildProcess) => void = () => undefined,
): Promise<ReadyHub> {
  const hub = spawn(
    process.execPath,
    [program('hub'), '--port', String(options.port), '--data', options.dataFolder],
    { stdio: ['ignore', 'pipe', stderr], env: options.environment },
  );
  onStarted(hub);
  const url = await readyLine(hub);
  return { url, process: hub };
}

function readyLine(hub: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    hub.once('error', reject);
    hub.once('exit', (code, signal) => {
      const how = code === null ? `by ${signal}` : `with exit status ${code}`;
      reject(new CommandFailure(`The hub ended ${how} before it served; it said why above.`));
    });
    if (!hub.stdout) throw new Error('The hub was started without a pipe for its ready line.');
    createInterface({ input: hub.stdout }).on('line', (line) => {
      const event = parseLine(line);
      if (event?.event === 'ready' && typeof event.url === 'string') resolve(event.url);
    });
  });
}

function parseLine(line: string): { event?: unknown; url?: unknown } | undefined {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Asks a process to end, and ends it after a while; resolves when it is gone. */
export async function stopProcess(child: ChildProcess, graceMs = 5000): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
  await gone;
  clearTimeout(timer);
}
