import { spawn } from 'node:child_process';
import type { Command } from './command.ts';
import { program } from './processes.ts';

export const hubCommand: Command = {
  name: 'hub',
  summary: 'serve the online side: web shop, sessions, feeds, payments',
  help: `Serves the online side of Aisle until it is stopped (Ctrl-C or SIGTERM).

Usage: aisle hub [--port N] [--host ADDRESS] [--data DIR] [--restored] [--trust-proxy]

  --port N        port to listen on; 0 takes a free one (default 4600)
  --host ADDRESS  address to listen on (default 127.0.0.1)
  --data DIR      durable data (default .aisle/hub); an empty hub is filled with the sample shop
  --restored      the data come from a backup of another tool: nothing of a shop is promised until each of its kiosks has
                  said what it did since, or its rights have run out ('aisle backup' marks its copies by itself)
  --trust-proxy   the hub is reached only through a proxy of yours, which appends to X-Forwarded-For who asks; limits by
                  address then go by the last one there (default: by the other end of the line)

Environment:
  AISLE_PAIRING_CODE   code with which a kiosk may pair itself; without it no kiosk can
  DATABASE_URL         postgres://user:password@host:5432/database, for several hubs on one database; the
                       data folder then holds a copy for search only (default: SQLite in the data folder)
  AISLE_PUBLIC_URL     base of the links in QR codes and messages (default: the listening address)
  AISLE_TRUST_PROXY    1 is --trust-proxy
  OPENAI_API_KEY, OPENAI_BASE_URL, AISLE_LLM_MODEL   model of the agent; without a key it works without a model
  AISLE_LLM_PRICE, AISLE_LLM_TURN_BUDGET             what its tokens cost, and what a turn may (see README.md)
  AISLE_WORKERS_OFF                                  workers to do without
  STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET           real payments; without them they are simulated
  WHATSAPP_TOKEN, WHATSAPP_PHONE_NUMBER_ID           real messages; without them they are simulated, and /inbox shows them

MCP clients use its tools at /mcp with a key from 'aisle mcp-keys'.

Prints one line on stdout when it serves: {"event":"ready","url":"http://127.0.0.1:4600",…}
`,
  run: (argv, { environment }) =>
    new Promise((resolve, reject) => {
      const hub = spawn(process.execPath, [program('hub'), ...argv], {
        stdio: 'inherit',
        env: environment,
      });
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => hub.kill(signal));
      hub.once('error', reject);
      hub.once('exit', (code, signal) =>
        resolve(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)),
      );
    }),
};
