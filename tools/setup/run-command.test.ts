import { expect, test } from 'vitest';
import { runCommand } from './run-command.mjs';

const node = (script: string) => runCommand(process.execPath, ['-e', script]);

test('says whether the command succeeded, with what it printed on either stream', async () => {
  expect(await node('console.log("out"); console.error("err")')).toEqual({
    ok: true,
    output: expect.stringMatching(/out|err/),
  });
  expect(await node('console.error("why"); process.exit(3)')).toEqual({ ok: false, output: 'why\n' });
});

test('of long output, both ends are kept', async () => {
  const { output } = await node('console.log("first"); console.log("x".repeat(9000)); console.log("last")');
  expect(output.length).toBeLessThan(4100);
  expect([output.startsWith('first'), output.endsWith('last\n')]).toEqual([true, true]);
});

test('a command that is not there, or takes too long, is not ok', async () => {
  expect((await runCommand('aisle-no-such-command', [])).ok).toBe(false);
  const endless = await runCommand(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], {
    timeoutMs: 200,
  });
  expect(endless.ok).toBe(false);
});
