import { expect, test } from 'vitest';
import { fail, succeed } from '../../contracts/result.ts';
import { createTestShop } from '../testing/test-shop.ts';
import type { ShopParts } from './parts.ts';
import { continueOnPhone } from './phone-link.ts';

const link = { url: 'https://shop.example/c/x', expiresAt: '2026-11-22T10:10:00.000Z', sent: false };

test('without the hub it is said what still works', async () => {
  const { shop, guest } = createTestShop();
  expect(await shop.sessions.continueOnPhone(await guest())).toMatchObject({
    failure: { kind: 'offline', reason: 'phone-needs-hub', message: expect.stringContaining('bag') },
  });
});

test('the hub hears all that was done here before it makes a link, and makes none of what it has not heard', async () => {
  const { guest } = createTestShop();
  const actor = await guest();
  const asked: string[] = [];
  const parts = (flushed: 'here' | 'away') =>
    ({
      flush: async () => {
        asked.push('flush');
        return flushed === 'here' ? succeed(undefined) : fail('timeout', 'Slow.');
      },
      phoneLinks: {
        open: async (sessionId: string) => {
          asked.push(sessionId);
          return succeed(link);
        },
      },
    }) as unknown as ShopParts;
  expect(await continueOnPhone(parts('here'), actor)).toEqual(succeed(link));
  expect(asked).toEqual(['flush', actor.sessionId]);
  expect(await continueOnPhone(parts('away'), actor)).toMatchObject({
    failure: { kind: 'timeout', reason: 'phone-needs-hub' },
  });
  expect(asked).toEqual(['flush', actor.sessionId, 'flush']);
});
