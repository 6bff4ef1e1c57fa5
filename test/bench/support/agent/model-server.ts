/**
 * `node --import tsx model-server.ts`: a chat-completions endpoint that takes its time. A turn is two answers: three calls of
 * tools at once, then words; each answer takes {@link answerMs}. Tells its address, then after each answer how many milliseconds
 * passed between the request's arrival and the answer's last byte.
 */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { begin, callsTools, end, event } from '../../../integration/agent/model-endpoint.ts';

const answerMs = 300;
const words = 'Here is what the shop has for you. Shall I hold one of them? '.split(' ');

const calls = callsTools(
  ['search_catalog', '{"text":"silk kurta","size":"M"}'],
  ['get_cart', '{}'],
  ['get_store_info', '{}'],
);

async function speak(response: ServerResponse): Promise<void> {
  begin(response);
  for (const word of words) {
    await sleep(answerMs / words.length);
    event(response, { content: `${word} ` });
  }
  event(response, {}, 'stop');
  end(response);
}

const server = createServer((request, response) => {
  const arrived = performance.now();
  response.once('finish', () => process.stdout.write(`${performance.now() - arrived}\n`));
  let text = '';
  request.on('data', (chunk) => {
    text += String(chunk);
  });
  request.on('end', () => {
    const { messages } = JSON.parse(text) as { messages: readonly { readonly role: string }[] };
    const answer =
      messages.at(-1)?.role === 'tool'
        ? speak(response)
        : sleep(answerMs).then(() => calls(response, { messages }));
    answer.catch((error: unknown) => {
      throw error;
    });
  });
});
server.keepAliveTimeout = 0;
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}/v1\n`);
});
