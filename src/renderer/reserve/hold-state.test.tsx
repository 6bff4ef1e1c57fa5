import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ReservationView } from '../../contracts/reservation.ts';
import { useKiosk } from '../app/kiosk-store.ts';
import { installFakeBridge } from '../testing/fake-bridge.ts';
import { sessionView, storeFixture } from '../testing/fixtures.ts';
import { ReservationsScreen } from './ReservationsScreen.tsx';

const kurta: ReservationView = {
  reservationId: '019a0000-0000-7000-8000-0000000000dd',
  kind: 'trial',
  state: 'requested',
  number: 12,
  sessionId: sessionView().sessionId,
  storeId: storeFixture.storeId,
  sku: 'kurta-indigo-m',
  quantity: 1,
  fittingRoom: 2,
  createdAt: '2026-11-22T08:45:00.000Z',
  expiresAt: '2026-11-22T09:05:00.000Z',
  pickedAt: null,
  handle: 'kurta',
  title: 'Indigo kurta',
  size: 'M',
  colour: 'Indigo',
  image: null,
  location: 'Rail B4',
};

beforeEach(() => void installFakeBridge());
afterEach(cleanup);

function show(change: Partial<ReservationView>): string {
  cleanup();
  useKiosk.setState({
    store: storeFixture,
    session: sessionView({ reservations: [{ ...kurta, ...change }] }),
  });
  render(<ReservationsScreen reservationId={null} />);
  return screen.getByTestId('reservations').textContent ?? '';
}

it('tells the shopper where the piece is: to be brought, on its way, with them until a time', () => {
  expect(show({})).toContain('An associate brings it there.');
  expect(show({ state: 'picked' })).toContain('It is on its way to fitting room 2.');
  expect(screen.getByTestId('hold-state').textContent).toBe('On its way to fitting room 2');
  expect(show({ state: 'picked', fittingRoom: null })).toContain('On its way to the fitting rooms');
  expect(show({ state: 'handed-over' })).toContain('It is with you until 14:35.');
  expect(screen.getByTestId('hold-state').textContent).toBe('With you until 14:35');
});
