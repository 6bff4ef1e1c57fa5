import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useTurn } from '../chat/turn-store.ts';
import { type FakeBridge, installFakeBridge } from '../testing/fake-bridge.ts';
import { paymentFixture, restoredView } from '../testing/fixtures.ts';
import { IdleGuard } from './IdleGuard.tsx';
import { useKiosk } from './kiosk-store.ts';
import { useView } from './view-store.ts';

let bridge: FakeBridge;

beforeEach(() => {
  vi.useFakeTimers();
  bridge = installFakeBridge();
  useKiosk.setState({ session: restoredView() });
  useView.setState({ screen: { name: 'home' }, draft: 'black jeans', keyboard: true, largeText: true });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));
const warning = () => screen.queryByTestId('idle-warning');

describe('idle', () => {
  it('asks after 90 s and goes on at a touch', async () => {
    render(<IdleGuard>page</IdleGuard>);
    await pass(89_000);
    expect(warning()).toBeNull();
    await pass(1_500);
    expect(warning()?.textContent).toContain('Still there?');
    act(() => warning()?.click());
    expect(warning()).toBeNull();
    await pass(60_000);
    expect([warning(), bridge.called('session.end'), bridge.called('session.touch')]).toEqual([null, 0, 1]);
  });
  it('wipes 20 s later: session, draft, keyboard, chat and settings', async () => {
    useTurn.setState({ turn: null });
    render(<IdleGuard>page</IdleGuard>);
    await pass(110_500);
    const { screen: shown, draft, keyboard, largeText, trail } = useView.getState();
    expect({ shown, draft, keyboard, largeText, trail, session: useKiosk.getState().session }).toEqual({
      shown: { name: 'attract' },
      draft: '',
      keyboard: false,
      largeText: false,
      trail: [],
      session: null,
    });
    expect(bridge.calls.filter((call) => call.name === 'session.end')).toEqual([
      { name: 'session.end', request: { reason: 'idle' } },
    ]);
  });
  it('waits while a payment is open', async () => {
    useKiosk.setState({ session: restoredView({ payment: paymentFixture() }) });
    useView.setState({ screen: { name: 'pay' } });
    render(<IdleGuard>page</IdleGuard>);
    await pass(300_000);
    expect([warning(), bridge.called('session.end')]).toEqual([null, 0]);
  });
});
