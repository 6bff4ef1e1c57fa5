import { expect, test } from 'vitest';
import { fail, succeed } from '../../contracts/result.ts';
import type { ToolContext } from './tool.ts';
import { auditedCatalogue, type ToolCallRecord } from './tool-audit.ts';
import type { ToolCatalogue } from './tool-catalogue.ts';

const context: ToolContext = {
  actor: { sessionId: 'a session', storeId: 'a shop', channel: 'kiosk', language: 'en' },
  idempotencyKey: 'turn:call +919800000009',
  signal: new AbortController().signal,
};

test('every call is told of, with nothing that a shopper or a model wrote', async () => {
  const results = [
    succeed({ phone: '+919800000009' }),
    fail('conflict', 'Asha has it.', { reason: 'sold-out' }),
    fail('not-found', 'There is no tool call Asha on +919800000009.'),
  ];
  const catalogue = {
    list: async () => [
      { worker: 'cart', name: 'update_cart', description: '', effect: 'write', inputSchema: {} },
    ],
    call: async () => ({ result: results.shift() ?? succeed({}), card: undefined }),
  } as unknown as ToolCatalogue;
  const records: ToolCallRecord[] = [];
  const watched = auditedCatalogue(catalogue, (record) => records.push(record));
  await watched.call('update_cart', { note: 'for Asha' }, context);
  await watched.call('update_cart', {}, context);
  await watched.call('call Asha on +919800000009', {}, context);
  const write = { tool: 'update_cart', effect: 'write', channel: 'kiosk', milliseconds: expect.any(Number) };
  expect(records).toEqual([
    { ...write, outcome: 'ok' },
    { ...write, outcome: 'conflict', reason: 'sold-out' },
    { ...write, tool: 'unknown', effect: 'read', outcome: 'not-found' },
  ]);
  expect(JSON.stringify(records)).not.toMatch(/Asha|98000|session/);
});
