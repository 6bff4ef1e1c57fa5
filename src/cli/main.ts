import { agentCommand } from './agent/agent-command.ts';
import { backupCommand } from './backup-command.ts';
import { type Command, CommandFailure, type CommandStreams, UsageError } from './command.ts';
import { demoCommand } from './demo/demo-command.ts';
import { devicesCommand } from './devices/devices-command.ts';
import { doctorCommand } from './doctor/doctor-command.ts';
import { hubCommand } from './hub-command.ts';
import { importCommand } from './import/import-command.ts';
import { keysCommand } from './keys/keys-command.ts';
import { mcpCommand } from './mcp/mcp-command.ts';
import { mcpKeysCommand } from './mcp-keys/mcp-keys-command.ts';
import { ordersCommand } from './orders/orders-command.ts';
import { simulateCommand } from './simulate/simulate-command.ts';
import { startCommand } from './start/start-command.ts';

const commands: readonly Command[] = [
  startCommand,
  hubCommand,
  agentCommand,
  mcpCommand,
  mcpKeysCommand,
  importCommand,
  backupCommand,
  keysCommand,
  ordersCommand,
  devicesCommand,
  demoCommand,
  simulateCommand,
  doctorCommand,
];

const overview = `Aisle, the sales associate that follows a shopper from the phone into the shop.

Usage: npm run --silent aisle -- COMMAND [OPTIONS]

Commands:
${commands.map((command) => `  ${command.name.padEnd(8)} ${command.summary}`).join('\n')}

'COMMAND --help' tells more of each. Results go to stdout, words about them to stderr.
Exit status: 0 done, 1 done in part or something was found wrong, 2 could not be tried as asked.
`;

async function main(argv: readonly string[], streams: CommandStreams): Promise<number> {
  const [name, ...rest] = argv;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    (name === undefined ? streams.errors : streams.output).write(overview);
    return name === undefined ? 2 : 0;
  }
  const command = commands.find((candidate) => candidate.name === name);
  if (!command) {
    streams.errors.write(`aisle: there is no command '${name}'. 'aisle --help' lists them.\n`);
    return 2;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    streams.output.write(command.help);
    return 0;
  }
  try {
    return await command.run(rest, streams);
  } catch (error) {
    if (error instanceof UsageError || isParseError(error)) {
      streams.errors.write(`aisle ${name}: ${error.message}\nSee 'aisle ${name} --help'.\n`);
      return 2;
    }
    if (error instanceof CommandFailure) {
      streams.errors.write(`aisle ${name}: ${error.message}\n`);
      return 1;
    }
    throw error;
  }
}

/** `parseArgs` of Node throws these for unknown or incomplete options. */
const isParseError = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader went away (`aisle … | head`): nothing to tell it any more.
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await main(process.argv.slice(2), {
  input: process.stdin,
  output: process.stdout,
  errors: process.stderr,
  environment: process.env,
});
