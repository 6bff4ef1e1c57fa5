import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { emptyPreferences } from '../../../src/core/session/preferences.ts';
import { createSessionDesk } from '../../../src/hub/sessions/session-desk.ts';
import { saveCustomer } from '../../../src/platform/hub-store/customers.ts';
import { openTestHub, type TestHub } from '../hub-store/test-hubs.ts';

const phone = '+919800000001';
let it: TestHub;

beforeAll(async () => {
  it = await openTestHub('SQLite');
  await it.hub.transaction(({ sql }) =>
    saveCustomer(sql, {
      customerId: v7(),
      name: 'Meera',
      phone,
      language: 'en',
      loyalty: { tier: 'gold', points: 120, pointsToNextTier: null, nextTier: null },
      preferences: emptyPreferences,
    }),
  );
});
afterAll(() => it.close());

test('a code that cannot be sent is told to the log, and the hub goes on', async () => {
  const full = new Error('The disk is full');
  const sendCode = vi.fn(() => Promise.reject(full));
  const unsent = vi.fn();
  const unhandled = vi.fn();
  // A listener for one test: without any, a rejection that nobody handles ends the process.
  process.on('unhandledRejection', unhandled);
  try {
    const notAsked = () => Promise.reject(new Error('Nobody asked for this message'));
    const messages = {
      sendCode,
      sendPaymentLink: notAsked,
      queueConfirmation: notAsked,
      queueBackInStock: notAsked,
      queuePhoneLink: notAsked,
    };
    const desk = createSessionDesk(it.hub, messages, unsent);
    // The same answer as ever: it must not tell whose number it is.
    expect(await desk.requestCode('kiosk-1', phone)).toMatchObject({ ok: true });
    await expect.poll(() => sendCode.mock.calls).toMatchObject([[{ phone }]]);
    await expect.poll(() => unsent.mock.calls).toEqual([[full]]);
    expect(unhandled).not.toHaveBeenCalled();
  } finally {
    process.off('unhandledRejection', unhandled);
  }
});
