import { expect, it } from 'vitest';
import { createLedger, type HolderClocks, type HoldFacts } from './ledger.ts';

const clocks: HolderClocks = { wall: 1_000, time: 1_000, distrusted: false, hubWall: 1_000 };
const hold: HoldFacts = {
  reservationId: 'hold',
  sku: 'A',
  quantity: 1,
  state: 'requested',
  expiresAt: 600_000,
};
const returned: HoldFacts = { ...hold, state: 'returned' };

function pledged() {
  const ledger = createLedger(() => 1_000);
  ledger.pledge('kiosk 1', hold, { sessionId: 'session', clocks });
  ledger.putBack('hold');
  return ledger;
}

it('an end from the feed may be forgotten in a power cut, until the hub says it again', () => {
  const ledger = pledged();
  expect(ledger.compare('kiosk 1', [returned], clocks)).toBeUndefined();
  ledger.powerCut('kiosk 1');
  expect(ledger.compare('kiosk 1', [hold], clocks)).toBeUndefined();
  expect(ledger.kept('A')).toBe(0);
  expect(ledger.compare('kiosk 1', [returned], clocks)).toBeUndefined();
  // Said again: from here on nothing excuses it.
  expect(ledger.compare('kiosk 1', [hold], clocks)?.invariant).toBe('lost');
});

it('an end that someone was told of is lost when its holder holds again, power cut or not', () => {
  const ledger = pledged();
  ledger.compare('kiosk 1', [returned], clocks);
  ledger.endAcknowledged('kiosk 1', 'hold');
  ledger.powerCut('kiosk 1');
  expect(ledger.compare('kiosk 1', [hold], clocks)?.invariant).toBe('lost');
});
