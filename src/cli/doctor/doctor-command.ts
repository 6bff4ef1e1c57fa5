import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Command, UsageError } from '../command.ts';
import { projectFolder } from '../processes.ts';
import type { Finding } from './check.ts';
import { checkCamera, checkDisk, checkDisplay, checkRuntime, checkServers } from './machine.ts';
import { checkClock, checkHub, checkModel } from './network.ts';

const marks = { ok: 'ok      ', warning: 'warning ', problem: 'PROBLEM ' } as const;

export const doctorCommand: Command = {
  name: 'doctor',
  summary: 'check camera, display, disk, hub, model endpoint, MCP servers and clock',
  help: `Checks what a kiosk needs of this machine and says what to do.

Usage: aisle doctor [--hub URL] [--data DIR] [--json]

  --hub URL   hub to look for (default: AISLE_HUB_URL, otherwise http://127.0.0.1:4600)
  --data DIR  folder that the data will live in (default .aisle)
  --json      the findings as one JSON array

Exit status: 0 no problem (warnings may be there), 1 a problem, 2 unusable options.
`,
  async run(argv, { output, environment }) {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        hub: { type: 'string', default: environment.AISLE_HUB_URL || 'http://127.0.0.1:4600' },
        data: { type: 'string', default: path.join(projectFolder, '.aisle') },
        json: { type: 'boolean', default: false },
      },
    });
    if (!URL.canParse(values.hub)) throw new UsageError(`--hub wants a URL, such as http://127.0.0.1:4600.`);
    const [camera, disk, hub, model, servers] = await Promise.all([
      checkCamera(),
      checkDisk(path.resolve(values.data)),
      checkHub(values.hub),
      checkModel(environment),
      checkServers(environment),
    ]);
    const findings: readonly Finding[] = [
      camera,
      checkDisplay(environment),
      checkRuntime(environment),
      disk,
      hub.finding,
      model,
      servers,
      checkClock(hub.clockAheadSeconds),
    ];
    output.write(values.json ? `${JSON.stringify(findings)}\n` : findings.map(describe).join(''));
    return findings.some((finding) => finding.state === 'problem') ? 1 : 0;
  },
};

const describe = (finding: Finding): string =>
  `${marks[finding.state]} ${finding.check.padEnd(9)} ${finding.found}\n${
    finding.advice ? `${' '.repeat(19)}${finding.advice}\n` : ''
  }`;
