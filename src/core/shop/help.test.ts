import { expect, test } from 'vitest';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import { createTestShop } from '../testing/test-shop.ts';
import { createHelp } from './help.ts';

test('where no associate is near, that is said', async () => {
  const { shop, guest } = createTestShop();
  const { sessionId } = await guest();
  expect(await shop.help.callAssociate(sessionId, 'help')).toMatchObject({
    failure: { kind: 'denied', reason: 'no-associate-here' },
  });
});

test('each call is one of its own, and comes back as whoever was asked says', async () => {
  const calls: unknown[] = [];
  let id = 0;
  const answers: readonly Result<void>[] = [
    succeed(undefined),
    fail('offline', 'The hub cannot be reached.'),
  ];
  const help = createHelp({
    environment: {
      now: () => 0,
      newId: () => {
        id += 1;
        return `call-${id}`;
      },
    },
    associates: {
      call: async (call) => {
        calls.push(call);
        return answers[calls.length - 1] ?? succeed(undefined);
      },
    },
  });
  expect(await help.callAssociate('session', 'help')).toEqual({ ok: true, value: undefined });
  expect(await help.callAssociate(null, 'payment')).toMatchObject({ failure: { kind: 'offline' } });
  expect(calls).toEqual([
    { callId: 'call-1', sessionId: 'session', reason: 'help' },
    { callId: 'call-2', sessionId: null, reason: 'payment' },
  ]);
});
