import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Payment } from '../../contracts/payment.ts';
import { fail, succeed } from '../../contracts/result.ts';
import { useKiosk } from '../app/kiosk-store.ts';
import { followMain } from '../app/projection.ts';
import { type FakeBridge, installFakeBridge } from '../testing/fake-bridge.ts';
import { paymentFixture, restoredView } from '../testing/fixtures.ts';
import { PayScreen } from './PayScreen.tsx';
import { newer } from './use-payment.ts';

let bridge: FakeBridge;
let open: Payment;
const paid = (): Payment => ({ ...open, state: 'paid', paidAt: open.createdAt, orderNumber: 'MG-20001' });

beforeEach(() => {
  vi.useFakeTimers();
  open = paymentFixture();
  bridge = installFakeBridge({ session: restoredView() });
  bridge.answer('payment.create', () => succeed(open));
  useKiosk.setState({ session: restoredView() });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));

describe('payment', () => {
  it('shows code, amount and link, and turns to Paid by the event', async () => {
    const leave = followMain();
    render(<PayScreen />);
    await pass(10);
    expect(screen.getByTestId('payment-qr').tagName.toLowerCase()).toBe('svg');
    expect(screen.getByTestId('payment-amount').textContent).toBe('₹2,499');
    expect(screen.getByTestId('payment-link').textContent).toBe('pay.example/p/7K2Q-M9XD');
    act(() => bridge.tell('session-changed', { session: restoredView({ payment: paid() }) }));
    expect(screen.getByTestId('payment-paid').textContent).toContain('Order MG-20001');
    leave();
  });
  it('turns to Paid by asking when no event comes', async () => {
    bridge.answer('payment.status', () => succeed(paid()));
    render(<PayScreen />);
    await pass(2_600);
    expect(screen.getByTestId('payment-paid')).toBeTruthy();
  });
  it('says that the hub is silent and keeps asking', async () => {
    bridge.answer('payment.status', () => fail('offline', 'No hub'));
    render(<PayScreen />);
    await pass(2_600);
    expect(screen.getByTestId('payment-silent').textContent).toContain('keep asking');
    expect(screen.getByTestId('payment-qr')).toBeTruthy();
    bridge.answer('payment.status', () => succeed(paid()));
    await pass(2_600);
    expect(screen.getByTestId('payment-paid')).toBeTruthy();
  });
  it('offers a new code when the time is over', async () => {
    render(<PayScreen />);
    await pass(15 * 60_000 + 2_000);
    expect(screen.getByTestId('payment-over').textContent).toContain('Nothing was charged');
  });
  it('says what to do when there is no link, and that the bag is kept', async () => {
    bridge.answer('payment.create', () => fail('offline', 'No hub', { reason: 'hub-unreachable' }));
    render(<PayScreen />);
    await pass(10);
    expect(screen.getByTestId('error-message').textContent).toContain('Your bag is kept.');
  });
  it('never turns Paid back', () => {
    expect([newer(open, paid())?.state, newer(paid(), open)?.state, newer(null, open)?.state]).toEqual([
      'paid',
      'paid',
      'open',
    ]);
  });
});
