import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { SyncStatus } from '../../contracts/kiosk-ipc.ts';
import { useKiosk } from '../app/kiosk-store.ts';
import { installFakeBridge } from '../testing/fake-bridge.ts';
import { SyncProgress } from './SyncProgress.tsx';

const status = (fields: Partial<SyncStatus>): SyncStatus => ({
  hub: 'connected',
  phase: 'first-sync',
  progress: 0,
  syncedAt: null,
  pendingOperations: 0,
  ...fields,
});
const show = (fields: Partial<SyncStatus>) => act(async () => useKiosk.setState({ sync: status(fields) }));
const words = () => screen.getByRole('status').textContent;
const bar = () => screen.getByRole<HTMLProgressElement>('progressbar').value;

beforeEach(() => {
  vi.useFakeTimers();
  installFakeBridge();
  useKiosk.setState({ sync: status({}) });
  render(<SyncProgress />);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

it('says how much is here, also while the line is lost, and that it goes on', async () => {
  await show({ progress: 0.43 });
  expect([words(), bar()]).toEqual(['43 % of the rails are filled', 43]);
  await show({ progress: 0.43, hub: 'unreachable' });
  expect([words(), bar()]).toEqual([expect.stringContaining('broke off at 43 %'), 43]);
  await show({ progress: 0, hub: 'unreachable', phase: 'never' });
  expect(words()).toContain('does not answer yet');
});

it('says that the line is slow, and how long it will take, to whoever must wait', async () => {
  for (let second = 1; second <= 12; second += 1) {
    await act(() => vi.advanceTimersByTimeAsync(1_000));
    await show({ progress: second / 400 });
  }
  expect(screen.getByTestId('sync-slow').textContent).toBe('The connection is slow: about 7 minutes to go.');
  await show({ progress: 0.9 });
  expect(screen.queryByTestId('sync-slow')).toBeNull();
});
