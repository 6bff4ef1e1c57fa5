import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, expect, it } from 'vitest';
import type { Plan } from '../../contracts/plan.ts';
import { resetKiosk, showSession } from '../app/kiosk-store.ts';
import { startI18n } from '../shared/i18n.ts';
import { sessionView } from '../testing/fixtures.ts';
import { PlanCard } from './PlanCard.tsx';

beforeAll(startI18n);
afterEach(() => {
  cleanup();
  resetKiosk();
});

const piece = {
  sku: 'kurta-m',
  handle: 'kurta',
  title: 'Indigo kurta',
  size: 'M',
  colour: 'Indigo',
  unitPrice: 249_900,
};
const hold = {
  type: 'hold',
  state: 'waiting',
  piece,
  place: 'here',
  storeId: 'hyd-banjara',
  storeName: 'Banjara Hills',
  quantity: 1,
  reservationId: '019a0000-0000-7000-8000-0000000000aa',
  replaces: null,
  held: null,
} as const;
const plan: Plan = {
  planId: '019a0000-0000-7000-8000-0000000000bb',
  kind: 'outfit',
  state: 'proposed',
  revision: 1,
  at: '2026-11-22T10:00:00.000Z',
  asked: { occasion: 'wedding', budget: 800_000 },
  steps: [hold, { type: 'bag', state: 'waiting', piece, change: 2, before: null }],
  currency: 'INR',
  trouble: null,
};
const states = () => screen.getAllByRole('listitem').map((item) => item.getAttribute('data-state'));

it('shows each step with its price, the sum and the budget', () => {
  render(<PlanCard plan={plan} />);
  expect(states()).toEqual(['waiting', 'waiting']);
  expect(screen.getAllByRole('listitem')[0]?.textContent).toContain('Indigo kurta, M, Indigo');
  expect(screen.getAllByRole('listitem')[1]?.textContent).toContain('2 × Indigo kurta');
  expect(screen.getByText(/Together ₹7,497/)).toBeTruthy();
  expect(screen.getByText(/of ₹8,000/)).toBeTruthy();
});

it('can be gone on with only where it is the session’s own, and open', () => {
  const { rerender } = render(<PlanCard plan={plan} />);
  expect(screen.queryByTestId('plan-go-on')).toBeNull();
  showSession(sessionView({ plan }));
  rerender(<PlanCard plan={plan} />);
  expect(screen.getByTestId('plan-go-on')).toBeTruthy();
  showSession(sessionView({ plan: { ...plan, state: 'done', revision: 5 } }));
  rerender(<PlanCard plan={plan} />);
  expect(screen.queryByTestId('plan-go-on')).toBeNull();
});

it('shows how far it is now, not how far it was when it was said', () => {
  const held = { own: true, number: 12, fittingRoom: 3, expiresAt: plan.at };
  const steps: Plan['steps'] = [
    { ...hold, state: 'done', held },
    { type: 'bag', state: 'failed', piece, change: 2, before: 0 },
  ];
  showSession(sessionView({ plan: { ...plan, state: 'undoing', revision: 4, steps } }));
  render(<PlanCard plan={plan} />);
  expect(states()).toEqual(['done', 'failed']);
  expect(screen.getAllByRole('listitem')[0]?.textContent).toContain('number 12 · fitting room 3');
});

it('is not overtaken by another plan of the session', () => {
  const other = {
    ...plan,
    planId: '019a0000-0000-7000-8000-0000000000cc',
    state: 'done' as const,
    revision: 9,
  };
  showSession(sessionView({ plan: other }));
  render(<PlanCard plan={plan} />);
  expect(states()).toEqual(['waiting', 'waiting']);
});
