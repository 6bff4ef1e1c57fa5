import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { stopProcess } from '../../../../src/cli/processes.ts';
import { electronRuntime, rootFlags } from '../../../../tools/electron-path.mjs';

const patienceMs = 60_000;
const here = path.dirname(fileURLToPath(import.meta.url));

/** What the probe told; `at` and `startedAt` in milliseconds since 1970. */
export interface ProbeEvent {
  readonly event: string;
  readonly at: number;
  readonly forMs?: number;
}

export interface ProbedProcess {
  readonly process: ChildProcess;
  readonly startedAt: number;
  readonly events: readonly ProbeEvent[];
  /** The next event of a name, or the one that came already. Rejects when the process ends before. */
  until(event: string): Promise<ProbeEvent>;
  /** Runs a script in the page, where `painted(selector)` waits for an element. */
  act(script: string): Promise<void>;
  stop(): Promise<void>;
}

/** Starts Electron with the probe, without a debugger that would slow it down. */
export function startProbed(program: readonly string[], environment: NodeJS.ProcessEnv): ProbedProcess {
  const events: ProbeEvent[] = [];
  const waiting = new Map<string, (event: ProbeEvent) => void>();
  const startedAt = Date.now();
  const child = spawn(
    electronRuntime().executablePath,
    [...rootFlags(), '--log-level=3', '-r', path.join(here, 'probe.cjs'), ...program],
    { stdio: ['pipe', 'pipe', 'ignore'], env: environment },
  );
  const ended = new Promise<never>((_, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`Electron ended early (exit status ${code})`)));
  });
  ended.catch(() => undefined);
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (!line.startsWith('{')) return;
    const event = { at: Date.now(), ...JSON.parse(line) } as ProbeEvent;
    events.push(event);
    waiting.get(event.event)?.(event);
  });
  const next = (name: string): Promise<ProbeEvent> =>
    Promise.race([
      ended,
      new Promise<ProbeEvent>((resolve, reject) => {
        const timer = setTimeout(
          () => reject(new Error(`Electron told nothing of '${name}' in ${patienceMs} ms`)),
          patienceMs,
        );
        waiting.set(name, (event) => {
          clearTimeout(timer);
          resolve(event);
        });
      }),
    ]);
  return {
    process: child,
    startedAt,
    events,
    until: async (name) => events.find(({ event }) => event === name) ?? (await next(name)),
    act: async (script) => {
      const done = next('done');
      child.stdin.write(`${JSON.stringify({ script })}\n`);
      await done;
    },
    stop: () => stopProcess(child),
  };
}

export const emptyWindow = (dataFolder: string): readonly string[] => [
  path.join(here, 'empty-window.mjs'),
  `--data=${dataFolder}`,
];
