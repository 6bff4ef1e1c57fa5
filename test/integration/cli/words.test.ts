import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aisle } from './run-aisle.ts';

let scratch = '';
beforeAll(async () => {
  scratch = await mkdtemp(path.join(tmpdir(), 'aisle-cli-words-'));
  await writeFile(path.join(scratch, 'a-file'), '');
  await writeFile(path.join(scratch, 'empty.csv'), '');
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

const commands = ['start', 'hub', 'agent', 'mcp', 'mcp-keys', 'import', 'keys', 'orders', 'demo', 'doctor'];

describe('the command line, as processes', () => {
  it('explains itself on stdout and ends with 0', async () => {
    const overview = await aisle(['--help']);
    expect({ status: overview.status, errors: overview.errors }).toEqual({ status: 0, errors: '' });
    for (const command of commands) expect(overview.output).toContain(`\n  ${command} `);
    const help = await aisle(['hub', '--help']);
    expect({ status: help.status, errors: help.errors }).toEqual({ status: 0, errors: '' });
    expect(help.output).toContain('--data DIR');
  });

  it.each([
    [[], 'Usage:'],
    [['sell'], "there is no command 'sell'"],
    [['agent', '--loud'], "Unknown option '--loud'"],
    [['hub', '--port', '70000'], '--port must be a number from 0'],
    [
      ['hub', '--port', '0', '--data', 'a-file'],
      'Check its owner and permissions, or choose another with --data.',
    ],
    [['start', '--port', 'many'], '--port must be a number from 0'],
    [['start', '--size', 'big'], '--size wants WIDTHxHEIGHT'],
    [['keys', 'sing'], "there is no 'keys sing'"],
    [['import', 'catalogue', 'nowhere.csv'], 'there is no such file'],
    [['import', 'catalogue', 'empty.csv'], 'it is empty'],
  ] as const)('refuses %j with status 2, an empty stdout and a word on stderr', async (argv, word) => {
    const files = ['a-file', 'nowhere.csv', 'empty.csv'];
    const done = await aisle(argv.map((part) => (files.includes(part) ? path.join(scratch, part) : part)));
    expect({ status: done.status, output: done.output }).toEqual({ status: 2, output: '' });
    expect(done.errors).toContain(word);
    expect(done.errors).not.toMatch(/^\s+at /mu);
  });

  it.runIf(process.platform === 'linux')(
    'refuses a folder that the system does not let be made',
    async () => {
      const done = await aisle(['hub', '--port', '0', '--data', '/proc/aisle']);
      expect({ status: done.status, output: done.output }).toEqual({ status: 2, output: '' });
    },
  );

  it('checks the machine, and says what to do about each problem', async () => {
    const done = await aisle(
      ['doctor', '--json', '--hub', 'http://127.0.0.1:9', '--data', path.join(scratch, 'a-file')],
      '',
      { OPENAI_BASE_URL: 'nonsense', OPENAI_API_KEY: 'x', AISLE_MCP_SERVERS: 'nowhere.json' },
    );
    expect(done.status).toBe(1);
    const findings = JSON.parse(done.output) as { check: string; state: string; advice?: string }[];
    const states = Object.fromEntries(findings.map(({ check, state }) => [check, state]));
    expect(states).toMatchObject({
      disk: 'problem',
      hub: 'warning',
      model: 'problem',
      servers: 'problem',
      clock: 'warning',
    });
    for (const { state, advice } of findings) expect(advice === undefined).toBe(state === 'ok');
  });
});
