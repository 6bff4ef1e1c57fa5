import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { installFakeBridge } from '../testing/fake-bridge.ts';
import { PhoneLinkCard } from './PhoneLinkCard.tsx';

const url = 'https://shop.example/c/AAAAAAAAAAAAAAAAAAAAAA';
const in10Minutes = () => new Date(Date.now() + 10 * 60_000).toISOString();

beforeEach(() => {
  vi.useFakeTimers();
  installFakeBridge();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

it('shows the code as long as it opens something, and no longer', async () => {
  render(<PhoneLinkCard link={{ url, expiresAt: in10Minutes(), sent: false }} />);
  expect(screen.getByTestId('phone-link-qr')).toBeTruthy();
  expect(screen.getByText(/works once/)).toBeTruthy();
  await act(() => vi.advanceTimersByTimeAsync(10 * 60_000 + 1000));
  expect(screen.queryByTestId('phone-link-qr')).toBeNull();
  expect(screen.getByTestId('phone-link-over').textContent).toContain('new one');
});

it('says where the link has gone that opens by itself', () => {
  render(
    <PhoneLinkCard link={{ url: 'https://shop.example/sign-in', expiresAt: in10Minutes(), sent: true }} />,
  );
  expect(screen.getByText(/on its way to your phone/)).toBeTruthy();
});
