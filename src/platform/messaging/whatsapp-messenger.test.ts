import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWhatsAppMessenger } from './whatsapp-messenger.ts';

let server: Server;
let baseUrl: string;
let next: { status: number; body: unknown };
const seen: { path: string | undefined; token: string | undefined; body: unknown }[] = [];
const message = {
  messageId: '019b8cbd-af00-7579-a54b-f09f0d2691e5',
  channel: 'whatsapp',
  to: '+919000000101',
  kind: 'payment-link',
  text: 'Pay here: https://shop.test/p/7K2Q-M9XD',
} as const;

beforeAll(async () => {
  server = createServer((request, response) => {
    let text = '';
    request.on('data', (piece) => {
      text += String(piece);
    });
    request.on('end', () => {
      seen.push({ path: request.url, token: request.headers.authorization, body: JSON.parse(text) });
      response.writeHead(next.status, { 'content-type': 'application/json' }).end(JSON.stringify(next.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v23.0`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

test('sends free text as the Cloud API wants it', async () => {
  next = { status: 200, body: { messages: [{ id: 'wamid.1' }] } };
  const messenger = createWhatsAppMessenger({ token: 'secret', phoneNumberId: '42', baseUrl });
  expect(await messenger.send(message)).toEqual({ ok: true, value: undefined });
  expect(seen.at(-1)).toEqual({
    path: '/v23.0/42/messages',
    token: 'Bearer secret',
    body: {
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      to: '919000000101',
      type: 'text',
      text: { preview_url: true, body: message.text },
      biz_opaque_callback_data: message.messageId,
    },
  });
});

test('tells what is worth another try from what is not', async () => {
  const messenger = createWhatsAppMessenger({ token: 'secret', phoneNumberId: '42', baseUrl });
  for (const [status, code, expected] of [
    [400, 131047, { kind: 'denied', reason: 'window-closed' }],
    [400, 130429, { kind: 'timeout' }],
    [503, 2, { kind: 'timeout' }],
    [401, 190, { kind: 'denied', reason: 'token-refused' }],
    [400, 100, { kind: 'invalid' }],
  ] as const) {
    next = { status, body: { error: { code, message: 'no' } } };
    expect(await messenger.send(message)).toMatchObject({ failure: expected });
  }
  const away = createWhatsAppMessenger({ token: 'x', phoneNumberId: '42', baseUrl: 'http://127.0.0.1:1' });
  expect(await away.send(message)).toMatchObject({ failure: { kind: 'offline' } });
});
