import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fail, succeed } from '../../contracts/result.ts';
import { useKiosk } from '../app/kiosk-store.ts';
import { useView } from '../app/view-store.ts';
import { type FakeBridge, installFakeBridge } from '../testing/fake-bridge.ts';
import { restoredView } from '../testing/fixtures.ts';
import { PhoneScreen } from './PhoneScreen.tsx';

let bridge: FakeBridge;
const requestId = '019a0000-0000-7000-8000-0000000000bb';

beforeEach(() => {
  bridge = installFakeBridge();
  bridge.answer('session.request-code', () =>
    succeed({ requestId, expiresAt: new Date(Date.now() + 300_000).toISOString() }),
  );
});
afterEach(cleanup);

const press = (digits: string): void => {
  for (const digit of digits) fireEvent.click(screen.getByTestId(`digit-${digit}`));
};
const settle = () => act(() => new Promise<void>((resolve) => setTimeout(resolve, 0)));

async function sendNumber(): Promise<void> {
  render(<PhoneScreen />);
  press('9876543210');
  fireEvent.click(screen.getByTestId('phone-send'));
  await settle();
}

describe('phone number', () => {
  it('shows only the digit typed last, then two of them', async () => {
    render(<PhoneScreen />);
    press('98765');
    expect(screen.getByTestId('phone-entry').textContent).toBe('••••5');
    press('43210');
    fireEvent.click(screen.getByTestId('phone-send'));
    await settle();
    expect(bridge.calls.at(-1)).toEqual({
      name: 'session.request-code',
      request: { phone: '9876543210', country: 'IN' },
    });
    expect(document.body.textContent).toContain('+91 ••••• •••10');
    expect(document.body.textContent).not.toContain('98765');
  });
  it('says how many tries are left after a wrong code, and starts the code anew', async () => {
    await sendNumber();
    bridge.answer('session.verify-code', () =>
      fail('denied', 'Wrong', { reason: 'code-wrong', details: { attemptsLeft: 3 } }),
    );
    press('111111');
    await settle();
    expect(screen.getByTestId('error-message').textContent).toContain('That is not the right code.');
    expect(document.body.textContent).toContain('3 tries left.');
    expect(screen.getByTestId('code-entry').textContent).toBe('');
  });
  it('opens the session with the right code', async () => {
    await sendNumber();
    bridge.answer('session.verify-code', () => succeed(restoredView()));
    press('123456');
    await settle();
    expect(useView.getState().screen).toEqual({ name: 'home' });
    expect(useKiosk.getState().session).toEqual(restoredView());
  });
});

describe('pickup code', () => {
  const sync = { phase: 'current', progress: 1, syncedAt: null, pendingOperations: 0 } as const;
  const goOffline = () => act(() => useKiosk.setState({ sync: { ...sync, hub: 'unreachable' } }));
  const goOnline = () => act(() => useKiosk.setState({ sync: { ...sync, hub: 'connected' } }));
  const enter = (code: string): void => {
    for (const symbol of code) fireEvent.click(screen.getByTestId(`symbol-${symbol}`));
  };

  it('is asked for without network, and shows only the character typed last', async () => {
    goOffline();
    render(<PhoneScreen />);
    enter('7K2Q');
    expect(screen.getByTestId('pickup-entry').textContent).toBe('•••Q–');
    expect(screen.getByTestId('pickup-open').hasAttribute('disabled')).toBe(true);
    for (const key of ['m', 'Backspace', 'm', '9', 'x', 'o', 'i', 'd']) fireEvent.keyDown(window, { key });
    expect(screen.getByTestId('pickup-entry').textContent).toBe('••••–•••0');
    bridge.answer('session.open-pickup', () => succeed(restoredView({ trust: 'capsule', customer: null })));
    fireEvent.click(screen.getByTestId('pickup-open'));
    await settle();
    expect(bridge.calls.at(-1)).toEqual({ name: 'session.open-pickup', request: { code: '7K2QM9X0' } });
    expect(useView.getState().screen).toEqual({ name: 'home' });
  });
  it('says how many tries are left, and when to wait', async () => {
    goOffline();
    render(<PhoneScreen />);
    bridge.answer('session.open-pickup', () =>
      fail('denied', 'Unknown', { reason: 'pickup-wrong', details: { attemptsLeft: 4 } }),
    );
    enter('7K2QM9XD');
    fireEvent.click(screen.getByTestId('pickup-open'));
    await settle();
    expect(screen.getByTestId('error-message').textContent).toContain(
      'We do not know this pickup code here.',
    );
    expect(document.body.textContent).toContain('4 tries left.');
    expect(screen.getByTestId('pickup-entry').textContent).toBe('–');
    bridge.answer('session.open-pickup', () => fail('denied', 'Wait', { reason: 'too-many-tries' }));
    enter('7K2QM9XD');
    fireEvent.click(screen.getByTestId('pickup-open'));
    await settle();
    expect(screen.getByTestId('error-message').textContent).toContain('too often in a short time');
  });
  it('is offered when the network goes, and is not taken away when it comes back', async () => {
    render(<PhoneScreen />);
    expect(screen.queryByTestId('pickup-entry')).toBeNull();
    goOffline();
    enter('7K');
    goOnline();
    expect(screen.getByTestId('pickup-entry').textContent).toBe('•K–');
    fireEvent.click(screen.getByTestId('pickup-phone'));
    expect(screen.getByTestId('phone-entry')).toBeTruthy();
  });
  it('leaves a code alone that is on its way when the network goes', async () => {
    await sendNumber();
    goOffline();
    expect(screen.getByTestId('code-entry')).toBeTruthy();
  });
});
