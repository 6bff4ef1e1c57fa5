import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fail, succeed } from '../../contracts/result.ts';
import { useView } from '../app/view-store.ts';
import { type FakeBridge, installFakeBridge } from '../testing/fake-bridge.ts';
import { restoredView } from '../testing/fixtures.ts';
import type { CodeReader } from './code-reader.ts';
import { ScanScreen } from './ScanScreen.tsx';

let bridge: FakeBridge;
let see: (text: string) => void = () => undefined;
const stop = vi.fn(async () => undefined);

const reader = (start: CodeReader['start']) => (): CodeReader => ({ start, stop });
const working = reader(async (_element, onText) => {
  see = onText;
});

beforeEach(() => {
  bridge = installFakeBridge();
  useView.setState({ screen: { name: 'scan' } });
  stop.mockClear();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const settle = () => act(() => new Promise<void>((resolve) => setTimeout(resolve, 0)));
async function open(makeReader: () => CodeReader): Promise<void> {
  render(<ScanScreen makeReader={makeReader} />);
  await settle();
}

describe('scan', () => {
  it('restores the session that the camera sees, and lets go of the camera', async () => {
    bridge.answer('session.scan', () => succeed({ found: 'session', session: restoredView() }));
    await open(working);
    act(() => see('https://shop.example/s/AbCdEfGhIjKlMnOpQrStUv'));
    await settle();
    expect(useView.getState().screen).toEqual({ name: 'home' });
    cleanup();
    expect(stop).toHaveBeenCalledOnce();
    expect(bridge.calls).toContainEqual({ name: 'staff.camera-seen', request: { working: true } });
  });
  it.each([
    ['code-expired', 'This code has run out.'],
    ['capsule-expired', 'This code has run out.'],
    ['code-used', 'This code was used already.'],
    ['capsule-tampered', 'This code is damaged or was changed.'],
    ['foreign-code', 'This code is not one of ours.'],
    ['barcode-unknown', 'We do not know this barcode.'],
  ])('has words of its own for %s', async (reason, words) => {
    bridge.answer('session.scan', () => fail('conflict', 'Refused', { reason }));
    await open(working);
    act(() => see('https://elsewhere.example/menu'));
    await settle();
    expect(screen.getByTestId('error-message').textContent).toContain(words);
    expect(screen.getByTestId('scan-phone')).toBeTruthy();
  });
  it('names the shop that a code was made for', async () => {
    bridge.answer('session.scan', () =>
      fail('invalid', 'Elsewhere', { reason: 'code-other-shop', details: { shop: 'Indiranagar' } }),
    );
    await open(working);
    act(() => see('https://shop.example/s/AbCdEfGhIjKlMnOpQrStUv'));
    await settle();
    expect(screen.getByTestId('error-message').textContent).toContain('made for our shop Indiranagar');
  });
  it('asks once for a code that stays in view', async () => {
    bridge.answer('session.scan', () => fail('conflict', 'Refused', { reason: 'code-used' }));
    await open(working);
    for (let frame = 0; frame < 30; frame += 1) act(() => see('https://shop.example/s/x'));
    await settle();
    expect(bridge.called('session.scan')).toBe(1);
  });
  it('offers the scanner and the phone where there is no camera', async () => {
    await open(
      reader(async () => {
        throw new DOMException('No camera', 'NotFoundError');
      }),
    );
    expect(screen.getByTestId('scan-view').textContent).toContain('Hold your code to the scanner');
    expect(bridge.calls).toContainEqual({ name: 'staff.camera-seen', request: { working: false } });
  });
  it('gives advice when nothing was read for 20 s', async () => {
    vi.useFakeTimers();
    render(<ScanScreen makeReader={working} />);
    await act(() => vi.advanceTimersByTimeAsync(20_100));
    expect(screen.getByTestId('scan-tips').textContent).toContain('15 minutes');
  });
});
