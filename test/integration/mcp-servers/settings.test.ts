import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import { runAgent } from '../../../src/cli/agent/run-agent.ts';
import { openAgent } from '../../../src/composition/open-agent.ts';
import { fail } from '../../../src/contracts/result.ts';
import { readForeignSettings } from '../../../src/platform/mcp/foreign/settings.ts';
import { createWorkers } from '../../../src/workers/all.ts';
import { createFakeShop } from '../../../src/workers/testing/fake-shop.ts';
import { openShopWith, program, serveHttp, settingsOf } from './support/open.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'aisle-mcp-settings-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = path.join(folder, 'servers.json');
function variablesFor(content: unknown): Record<string, string> {
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return { AISLE_MCP_SERVERS: file, COURIER_TOKEN: 't-0p-s3cret' };
}
/** As the file refers to the environment. */
const reference = (name: string): string => `\${${name}}`;
const servers = (one: object, name = 'courier') => ({ mcpServers: { [name]: one } });

describe('the file of MCP servers', () => {
  it('is the usual one, with values from the environment', async () => {
    const variables = variablesFor({
      mcpServers: {
        courier: {
          command: 'npx',
          args: ['-y', 'courier'],
          env: { TOKEN: reference('COURIER_TOKEN') },
          tools: ['track'],
        },
        web: {
          type: 'http',
          url: 'https://mcp.example/mcp',
          headers: { Authorization: `Bearer ${reference('COURIER_TOKEN')}` },
          tools: '*',
          writes: ['book'],
          timeoutMs: 2_000,
        },
      },
    });
    expect(await readForeignSettings(variables)).toEqual({
      ok: true,
      value: [
        {
          name: 'courier',
          reach: { command: 'npx', args: ['-y', 'courier'], env: { TOKEN: 't-0p-s3cret' } },
          tools: ['track'],
          writes: [],
          timeoutMs: 8_000,
        },
        {
          name: 'web',
          reach: {
            url: new URL('https://mcp.example/mcp'),
            headers: { Authorization: 'Bearer t-0p-s3cret' },
          },
          tools: '*',
          writes: ['book'],
          timeoutMs: 2_000,
        },
      ],
    });
  });

  it('need not be there', async () => {
    expect(await readForeignSettings({})).toEqual({ ok: true, value: [] });
    expect(await readForeignSettings({ AISLE_MCP_SERVERS: '' })).toEqual({ ok: true, value: [] });
  });

  it.each([
    ['is no JSON', '{"mcpServers": {"courier": {"env": {"KEY": "s3cret"', 'is not JSON'],
    ['has no servers', { servers: {} }, 'mcpServers: '],
    [
      'has a server of neither kind',
      servers({ tools: '*' }),
      'mcpServers.courier: give either command or url',
    ],
    ['has one of both', servers({ command: 'x', url: 'http://x.example' }), 'give either command or url'],
    ['has an address that is none', servers({ url: 'ftp://x.example' }), 'mcpServers.courier.url: '],
    [
      'has a misspelt field',
      servers({ command: 'x', tool: ['a'] }),
      'mcpServers.courier: Unrecognized key: "tool"',
    ],
    ['has a name that no tool could begin with', servers({ command: 'x' }, 'a__b'), 'a name is of letters'],
    [
      'has a secret in it',
      servers({ command: 'x', env: { KEY: 's3cret' } }),
      `write ${reference('NAME')} for it`,
    ],
    [
      'has a secret header in it',
      servers({ url: 'http://x.example', headers: { Key: 's3cret' } }),
      `write ${reference('NAME')}`,
    ],
    [
      'wants what is not set',
      servers({ command: 'x', env: { KEY: reference('NOT_THERE') } }),
      'takes NOT_THERE from',
    ],
    ['lets write what it does not let use', servers({ command: 'x', writes: ['a'] }), 'tools does not'],
  ])('is refused in one line, without its secrets, when it %s', async (_what, content, words) => {
    const read = await readForeignSettings(variablesFor(content));
    const message = read.ok ? '' : read.failure.message;
    expect(message).toContain(`AISLE_MCP_SERVERS: ${file} `);
    expect(message).toContain(words);
    expect(message).not.toContain('s3cret');
    expect(message).not.toContain('\n');
  });
});

describe('a bad file', () => {
  it('ends the agent command with status 2', async () => {
    const errors = new PassThrough();
    const streams = {
      input: new PassThrough(),
      output: new PassThrough(),
      errors,
      environment: variablesFor('{'),
    };
    const status = await runAgent([], streams, async () => fail('internal', 'never opened'));
    expect(status).toBe(2);
    expect(String(errors.read())).toBe(
      `aisle agent: AISLE_MCP_SERVERS: ${file} is not JSON. Mend it, or unset the variable.\n`,
    );
  });

  it('is told to the operator of a kiosk or a hub, whose agent goes on without it', async () => {
    const said: string[] = [];
    const { shop } = createFakeShop();
    const { agent, close } = await openAgent({
      shop,
      workers: createWorkers(shop),
      model: undefined,
      environment: { now: () => 0, newId: () => 'id' },
      variables: { AISLE_MCP_SERVERS: path.join(folder, 'missing.json') },
      onToolCrash: () => undefined,
      audit: () => undefined,
      onForeignServer: (text) => said.push(text),
      onFailover: () => undefined,
    });
    expect(agent.planner()).toBe('offline');
    expect(said).toEqual([expect.stringContaining('missing.json cannot be read')]);
    await close();
  });
});

describe('a secret', () => {
  it('reaches its server, and no line for the operator, however the server ends', async () => {
    const secret = 't-0p-s3cret';
    const web = { ...(await serveHttp()), headers: { Authorization: `Bearer ${secret}` } };
    const refusing = await serveHttp(async (request) =>
      Response.json({ denied: request.headers.get('authorization') }, { status: 401 }),
    );
    const { catalogue, call, troubles } = await openShopWith(
      settingsOf('web', web),
      settingsOf('refusing', { ...refusing, headers: { Authorization: `Bearer ${secret}` } }),
      settingsOf('exit', { ...program('misbehave.mjs', 'exit'), env: { KEY: secret } }),
      settingsOf('gone', { command: `/no/such/${'program'}`, args: [], env: { KEY: secret } }),
    );
    await catalogue.list();
    expect(await call('web__echo')).toMatchObject({
      ok: true,
      value: { headers: { authorization: `Bearer ${secret}` } },
    });
    expect(troubles.length).toBeGreaterThanOrEqual(4);
    expect(troubles.join()).not.toContain(secret);
  });
});
