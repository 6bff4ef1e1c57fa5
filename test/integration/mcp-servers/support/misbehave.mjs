/*
 * An MCP server over stdio that goes wrong in the way that its first argument names. Written without the SDK, which would
 * not let it.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const [way = '', mark = ''] = process.argv.slice(2);
const megabyte = 1024 * 1024;
const schema = { type: 'object', properties: {} };

/** @param {object} message */
const write = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
/** @param {string} name @param {object} [more] */
const tool = (name, more = {}) => ({
  name,
  description: name,
  inputSchema: schema,
  annotations: { readOnlyHint: true },
  ...more,
});

/** Writes the same for ever, as fast as it is taken. @param {NodeJS.WriteStream} stream @param {string} text */
function pour(stream, text) {
  while (stream.write(text));
  stream.once('drain', () => pour(stream, text));
}

/** A schema that doubles its work with each level. @param {number} levels */
const bomb = (levels) => ({
  type: 'object',
  $ref: `#/$defs/a${levels}`,
  $defs: Object.fromEntries(
    Array.from({ length: levels + 1 }, (_, level) => {
      const below = { $ref: `#/$defs/a${level - 1}` };
      return [`a${level}`, level === 0 ? { type: 'object' } : { allOf: [below, below] }];
    }),
  ),
});

function tools() {
  switch (way) {
    case 'many':
      return Array.from({ length: 5_000 }, (_, index) => tool(`tool_${index}`));
    case 'bombs':
      return [
        tool('fine'),
        ...Array.from({ length: 20 }, (_, index) => tool(`bomb_${index}`, { inputSchema: bomb(28) })),
      ];
    case 'lie':
      return [
        tool('no_schema', { inputSchema: { type: 'object', properties: { a: { type: 'strnig' } } } }),
        tool('bomb', { inputSchema: bomb(40) }),
        tool('wrong_output', { outputSchema: { ...schema, required: ['price'] } }),
        tool('bad_output', { outputSchema: { type: 'object', properties: { a: { type: 'strnig' } } } }),
        tool('slow_output', {
          outputSchema: { type: 'object', properties: { a: { type: 'string', pattern: '^(a+)+$' } } },
        }),
        tool('deep_output'),
        tool('not_allowed'),
        tool('secretly_writes', { annotations: {} }),
      ];
    default:
      return [tool('ask')];
  }
}

/** @param {string} name */
function answer(name) {
  switch (name) {
    case 'slow_output':
      return { structuredContent: { a: `${'a'.repeat(50)}!` } };
    case 'deep_output':
      return { structuredContent: { a: JSON.parse('['.repeat(2_000) + ']'.repeat(2_000)) } };
    case 'ask':
      return way === 'long' ? { content: [{ type: 'text', text: 'x'.repeat(megabyte) }] } : {};
    default:
      return { structuredContent: { fine: true } };
  }
}

if (way === 'exit') process.exit(3);
if (way === 'garbage')
  process.stdout.write('Starting up ...\n{"half": \n[1,2]\n\u0000\u0001\n{"jsonrpc":"1.0"}\n');
if (way === 'noise') pour(process.stdout, 'log line\n'.repeat(1_000));
if (way === 'complain') setInterval(() => process.stderr.write('log line\n'.repeat(1_000)), 1);
// Neither the end of its input nor a polite signal ends it.
if (way === 'hang' || way === 'silent') {
  process.on('SIGTERM', () => undefined);
  setInterval(() => undefined, 1_000);
}

createInterface({ input: process.stdin }).on('line', (line) => {
  if (way === 'silent') return;
  const { id, method, params } = JSON.parse(line);
  switch (method) {
    case 'initialize':
      write({
        id,
        result: {
          protocolVersion: params.protocolVersion,
          capabilities: { tools: {} },
          serverInfo: { name: way, version: '1' },
        },
      });
      return;
    case 'tools/list':
      write({ id, result: { tools: tools() } });
      if (way === 'notify') {
        const note = {
          jsonrpc: '2.0',
          method: 'notifications/message',
          params: { level: 'info', data: 'x' },
        };
        pour(process.stdout, `${JSON.stringify(note)}\n`);
      }
      return;
    case 'tools/call':
      if (way === 'hang') return;
      if (way === 'creep') {
        process.stdout.write('x'.repeat(1.5 * megabyte));
        return;
      }
      if (way === 'flood') {
        process.stdout.write(`{"jsonrpc":"2.0","id":${id},"result":{"content":[{"type":"text","text":"`);
        pour(process.stdout, 'x'.repeat(megabyte));
        return;
      }
      if (way === 'die') {
        if (!existsSync(mark)) {
          writeFileSync(mark, 'died');
          process.exit(1);
        }
        write({ id, result: { content: [{ type: 'text', text: 'back' }] } });
        return;
      }
      write({ id, result: { content: [{ type: 'text', text: 'fine' }], ...answer(params.name) } });
      return;
    case 'notifications/initialized':
      return;
    default:
      // Some of the older generation.
      if (way === 'old') process.exit(1);
      if (id !== undefined) write({ id, error: { code: -32601, message: 'Method not found' } });
  }
});
