import { request } from 'node:http';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { aisle } from '../cli/run-aisle.ts';

/** The command `mcp-keys` as a process beside the hub; gives its stdout. In this process it would wait for itself. */
export async function mcpKeys(folder: string, ...argv: readonly string[]): Promise<string> {
  const { status, output, errors } = await aisle(['mcp-keys', ...argv, '--data', folder]);
  if (status !== 0) throw new Error(errors);
  return output.trim();
}

/** Makes a key; gives what the client sends. */
export const makeKey = (folder: string, ...argv: readonly string[]): Promise<string> =>
  mcpKeys(folder, 'create', 'test', ...argv);

export const protocols = ['2025-11-25', '2026-07-28'] as const;
export type ProtocolVersion = (typeof protocols)[number];

/** The official client, connected in that version of the protocol. */
export async function connect(url: string, key: string, protocol: ProtocolVersion): Promise<Client> {
  const client = new Client(
    { name: 'test', version: '1' },
    { versionNegotiation: { mode: protocol === '2025-11-25' ? 'legacy' : { pin: protocol } } },
  );
  const transport = new StreamableHTTPClientTransport(new URL('/mcp', url), {
    requestInit: { headers: { authorization: `Bearer ${key}` } },
  });
  await client.connect(transport);
  return client;
}

export const initialize = {
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'raw', version: '1' } },
};

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** A request of which every header can be chosen, `Host` too. */
export function send(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string | Buffer = JSON.stringify(initialize),
  method = 'POST',
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      new URL('/mcp', url),
      {
        method,
        // A connection of its own: one on which the hub did not read to the end is of no use to others.
        agent: false,
        headers: {
          accept: 'application/json, text/event-stream',
          'content-type': 'application/json',
          ...headers,
        },
      },
      (response) => {
        let text = '';
        response
          .setEncoding('utf8')
          .on('data', (piece: string) => {
            text += piece;
          })
          .on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }))
          .on('error', reject);
      },
    );
    sent.on('error', reject);
    // After an early answer the rest of the body has nowhere to go.
    sent.on('socket', (socket) => socket.on('error', () => undefined));
    sent.end(body);
  });
}
