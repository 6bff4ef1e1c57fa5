import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deviceApi } from '../../../src/contracts/hub-api.ts';
import { readHubOptions } from '../../../src/hub/options.ts';
import { browser, type RunningHub, runHub } from './running-hub.ts';

let hub: RunningHub;
let behindProxy: RunningHub;

beforeAll(async () => {
  [hub, behindProxy] = await Promise.all([runHub(), runHub({ trustProxy: true })]);
});
afterAll(async () => {
  await Promise.all([hub.stop(), behindProxy.stop()]);
});

/** Pairs with a wrong code, which an address may do 20 times; gives why it was refused. */
async function pairAs({ url }: RunningHub, forwarded: string): Promise<string | undefined> {
  const response = await fetch(url + deviceApi.pair.path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': forwarded },
    body: JSON.stringify({ pairingCode: 'not-this-one', name: v7() }),
  });
  const answer = deviceApi.pair.response.parse(await response.json());
  return answer.ok ? undefined : answer.failure.reason;
}

test('turns without a cookie are counted by address; a minute later there is room again', async () => {
  const turn = async (body: object): Promise<number> => {
    const answer = await browser(hub.url).request('/chat/turns', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    await answer.text();
    return answer.status;
  };
  expect(await turn({ say: 'a kurta' })).toBe(200);
  // What is no turn is counted too, and makes no visitor.
  for (let count = 1; count < 300; count += 1) expect(await turn({ say: '' })).toBe(400);
  expect(await turn({ say: 'a kurta' })).toBe(429);
  hub.pass(61_000);
  expect(await turn({ say: 'a kurta' })).toBe(200);
}, 30_000);

describe('the header of a proxy', () => {
  test('is not believed unless the operator says that there is one', async () => {
    for (let count = 0; count < 20; count += 1) {
      expect(await pairAs(hub, `198.51.100.${count}`)).toBe('pairing-code-wrong');
    }
    expect(await pairAs(hub, '198.51.100.99')).toBe('too-many-requests');
  });

  test('tells addresses apart by its last one, which the proxy wrote', async () => {
    for (let count = 0; count < 20; count += 1) {
      expect(await pairAs(behindProxy, `203.0.113.${count}, 198.51.100.7`)).toBe('pairing-code-wrong');
    }
    expect(await pairAs(behindProxy, '203.0.113.99, 198.51.100.7')).toBe('too-many-requests');
    expect(await pairAs(behindProxy, '198.51.100.7, 2001:db8::8')).toBe('pairing-code-wrong');
    expect(await pairAs(behindProxy, 'nonsense')).toBe('pairing-code-wrong');
  });

  test('is believed by an option or a variable, and by nothing unclear', () => {
    const trusts = (argv: readonly string[], AISLE_TRUST_PROXY?: string) => {
      const read = readHubOptions(argv, { AISLE_TRUST_PROXY });
      return read.ok ? read.value.trustProxy : read.failure.kind;
    };
    expect([trusts([]), trusts([], ''), trusts([], '0')]).toEqual([false, false, false]);
    expect([trusts(['--trust-proxy']), trusts([], '1'), trusts([], 'yes')]).toEqual([true, true, 'invalid']);
  });
});
