import { pino } from 'pino';
import { systemEnvironment } from '../composition/system-environment.ts';
import { readHubOptions } from './options.ts';
import { startHub } from './start-hub.ts';

/** Runs until SIGTERM or SIGINT. Standard output carries the ready line and nothing else; the log goes to standard error. */
async function main(): Promise<void> {
  const options = readHubOptions(process.argv.slice(2), process.env);
  if (!options.ok) return refuse(options.failure.message);
  const log = pino(
    { level: process.env.AISLE_LOG_LEVEL || 'info', base: { program: 'hub' } },
    pino.destination({ fd: 2, sync: true }),
  );
  const started = await startHub({
    options: options.value,
    environment: systemEnvironment,
    variables: process.env,
    log,
  });
  if (!started.ok) return refuse(started.failure.message);
  const { url, close } = started.value;

  let stopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      log.info({ signal }, 'stopping');
      close().then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ err: error }, 'stopping failed');
          process.exit(1);
        },
      );
    });
  }
  process.stdout.write(`${JSON.stringify({ event: 'ready', url, pid: process.pid })}\n`);
}

function refuse(message: string): void {
  process.stderr.write(`aisle hub: ${message}\n`);
  process.exitCode = 2;
}

await main();
