import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { program } from '../../../src/cli/processes.ts';

let folder: string;
const running: ChildProcess[] = [];

function start(...argv: readonly string[]): ChildProcess {
  const hub = spawn(process.execPath, [program('hub'), ...argv], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, AISLE_PAIRING_CODE: 'pair-for-tests', AISLE_LOG_LEVEL: 'info' },
  });
  running.push(hub);
  return hub;
}

async function readyLine(
  hub: ChildProcess,
): Promise<{ readonly event: string; readonly url: string; readonly pid: number }> {
  let text = '';
  for await (const piece of hub.stdout ?? []) {
    text += String(piece);
    if (text.includes('\n')) return JSON.parse(text);
  }
  throw new Error('The hub ended before it was ready');
}

async function ended(
  hub: ChildProcess,
): Promise<{ readonly code: number; readonly errors: string; readonly output: string }> {
  let errors = '';
  let output = '';
  hub.stderr?.on('data', (piece) => {
    errors += String(piece);
  });
  hub.stdout?.on('data', (piece) => {
    output += String(piece);
  });
  const [code] = await once(hub, 'close');
  return { code: Number(code), errors, output };
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'aisle-hub-process-'));
});
afterAll(async () => {
  for (const hub of running) hub.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

test('serves with one line on standard output, holds its folder, ends cleanly, and starts again quickly', async () => {
  const data = path.join(folder, 'data');
  const hub = start('--port', '0', '--data', data);
  const ready = await readyLine(hub);
  expect(ready).toEqual({
    event: 'ready',
    url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
    pid: hub.pid,
  });
  expect(await (await fetch(`${ready.url}/healthz`)).json()).toEqual({ ok: true });

  const second = await ended(start('--port', '0', '--data', data));
  expect(second).toMatchObject({
    code: 2,
    output: '',
    errors: expect.stringContaining('in use by another hub'),
  });
  const port = new URL(ready.url).port;
  const third = await ended(start('--port', port, '--data', path.join(folder, 'other')));
  expect(third).toMatchObject({ code: 2, errors: expect.stringContaining(`Port ${port} is in use`) });

  const end = ended(hub);
  hub.kill('SIGTERM');
  expect(await end).toMatchObject({ code: 0, output: '' });

  const again = start('--port', '0', '--data', data);
  await readyLine(again);
  const endAgain = ended(again);
  again.kill('SIGTERM');
  const { code, errors } = await endAgain;
  expect(code).toBe(0);
  expect(errors).not.toContain('sample shop imported');
}, 120_000);

test('what cannot work is said in one line, with exit status 2', async () => {
  const file = path.join(folder, 'a-file');
  await writeFile(file, 'not a folder');
  for (const [argv, words] of [
    [['--port', 'many'], '--port must be a number'],
    [['--sail'], 'sail'],
    [['--port', '0', '--data', path.join(file, 'data')], 'cannot be made or written'],
  ] as const) {
    const { code, errors, output } = await ended(start(...argv));
    expect([code, output, errors.trim().split('\n').length]).toEqual([2, '', 1]);
    expect(errors).toContain(words);
  }
}, 60_000);
