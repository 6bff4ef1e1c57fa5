import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FloorTaskView, StockCount } from '../../contracts/floor.ts';
import { fail, succeed } from '../../contracts/result.ts';
import { type FakeBridge, installFakeBridge } from '../testing/fake-bridge.ts';
import { StaffScreen } from './StaffScreen.tsx';
import { takeStaffScan } from './staff-scan.ts';

const token = '019a0000-0000-7000-8000-0000000000cc';
const minute = 60_000;
let bridge: FakeBridge;
let tasks: FloorTaskView[];

const task = (change: Partial<FloorTaskView>): FloorTaskView => ({
  reservationId: `019a0000-0000-7000-8000-00000000000${change.number ?? 1}`,
  storeId: 'hyd-banjara',
  sku: 'kurta-indigo-m',
  quantity: 1,
  number: 1,
  fittingRoom: 2,
  state: 'requested',
  createdAt: new Date(Date.now() - 5 * minute).toISOString(),
  expiresAt: new Date(Date.now() + 15 * minute).toISOString(),
  pickedAt: null,
  handle: 'kurta',
  title: 'Indigo kurta',
  size: 'M',
  colour: 'Indigo',
  image: null,
  location: 'Rail B4',
  inPlaceOf: null,
  swappedFor: null,
  ...change,
});
const kurta: StockCount = {
  sku: 'kurta-indigo-m',
  title: 'Indigo kurta',
  size: 'M',
  colour: 'Indigo',
  image: null,
  location: 'Rail B4',
  onHand: 7,
  held: 2,
  asOf: '2026-11-22T08:32:00.000Z',
};

beforeEach(() => {
  bridge = installFakeBridge();
  tasks = [];
  bridge.answer('staff.enter', ({ pin }) =>
    pin === '2468' ? succeed({ token }) : fail('denied', 'no', { reason: 'wrong-pin' }),
  );
  bridge.answer('staff.touch', () => succeed({}));
  bridge.answer('staff.leave', () => succeed({}));
  bridge.answer('staff.tasks', () => succeed(tasks));
  bridge.answer('staff.advance', () => succeed({}));
  bridge.answer('staff.find-piece', () => succeed(kurta));
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const settle = () => act(() => new Promise<void>((resolve) => setTimeout(resolve, 0)));
const tap = (testId: string) => fireEvent.click(screen.getByTestId(testId));
const requests = (name: string) =>
  bridge.calls.filter((call) => call.name === name).map(({ request }) => request);

async function enter(pin = '2468'): Promise<void> {
  render(<StaffScreen />);
  for (const digit of pin) tap(`digit-${digit}`);
  tap('staff-enter');
  await settle();
}

describe('the door', () => {
  it('says that a PIN is wrong, and forgets it', async () => {
    await enter('1111');
    expect(screen.getByTestId('error-message').textContent).toBe('That PIN is not right.');
    expect(document.body.textContent).not.toContain('••••');
  });
  it('sends the token instead of the PIN, and gives it back when the screen is left', async () => {
    await enter();
    expect(requests('staff.tasks')).toEqual([{ token }]);
    cleanup();
    expect(requests('staff.leave')).toEqual([{ token }]);
  });
  it('asks for the PIN again when main has closed it', async () => {
    await enter();
    bridge.answer('staff.tasks', () => fail('denied', 'closed', { reason: 'staff-closed' }));
    bridge.tell('floor-changed', {});
    await settle();
    expect(screen.getByTestId('staff-enter')).toBeTruthy();
    expect(screen.getByTestId('error-message').textContent).toContain('Type the PIN again.');
  });
});

describe('fitting rooms', () => {
  const row = (number: number) =>
    within(
      screen
        .getAllByTestId('floor-task')
        .find((each) => each.dataset.number === String(number)) as HTMLElement,
    );

  it('shows what there is to do, one next step a row, and marks what is late or over', async () => {
    tasks = [
      task({ number: 1 }),
      task({ number: 2, state: 'picked', expiresAt: new Date(Date.now() - 3 * minute).toISOString() }),
      task({ number: 3, state: 'handed-over' }),
      task({ number: 4, state: 'expired', pickedAt: new Date().toISOString(), fittingRoom: null }),
    ];
    await enter();
    expect([1, 2, 3, 4].map((number) => row(number).getByTestId('floor-step').textContent)).toEqual([
      'Pick',
      'Hand over',
      'Put back',
      'Put back',
    ]);
    const first = screen.getAllByTestId('floor-task')[0]?.textContent ?? '';
    for (const words of ['Indigo kurta', 'M · Indigo', 'Rail B4', 'Fitting room 2', 'to pick'])
      expect(first).toContain(words);
    expect(row(1).getByTestId('floor-time').textContent).toMatch(/^1[45]:\d\d left$/);
    expect(row(2).getByTestId('floor-time').textContent).toMatch(/^overdue by 3:0\d$/);
    expect(row(4).getByTestId('floor-state').textContent).toBe('time is over: put it back');
    expect(row(4).queryByTestId('floor-time')).toBeNull();
  });
  it('takes the step and reads the list anew; news from elsewhere does so too', async () => {
    tasks = [task({ number: 1 })];
    await enter();
    tasks = [task({ number: 1, state: 'picked' })];
    tap('floor-step');
    await settle();
    expect(requests('staff.advance')).toEqual([
      { token, reservationId: task({ number: 1 }).reservationId, to: 'picked' },
    ]);
    expect(row(1).getByTestId('floor-step').textContent).toBe('Hand over');
    tasks = [];
    bridge.tell('floor-changed', {});
    await settle();
    expect(screen.getByTestId('floor-none')).toBeTruthy();
  });
  it('says why a step was refused', async () => {
    tasks = [task({ number: 1 })];
    await enter();
    bridge.answer('staff.advance', () => fail('conflict', 'over', { reason: 'reservation-over' }));
    tap('floor-step');
    await settle();
    expect(screen.getByTestId('error-message').textContent).toBe(
      'This hold is over. Put the piece back on its rail.',
    );
  });
});

describe('a recount', () => {
  const scan = async (text: string) => {
    act(() => takeStaffScan(text));
    await settle();
  };

  it('opens by a scan from any page, and writes down what was counted against what was shown', async () => {
    await enter();
    await scan('8901234567894');
    expect(requests('staff.find-piece')).toEqual([{ token, text: '8901234567894' }]);
    expect(screen.getByTestId('recount-shown').textContent).toBe('7');
    expect(screen.getByTestId('recount-held').textContent).toBe('2');
    bridge.answer('staff.correct', () => succeed({ ...kurta, onHand: 5 }));
    tap('count-less');
    tap('count-less');
    tap('recount-reason-damaged');
    expect(screen.getByTestId('recount-confirm').textContent).toBe('Correct 7 to 5');
    tap('recount-confirm');
    await settle();
    expect(requests('staff.correct')).toEqual([
      { token, sku: 'kurta-indigo-m', counted: 5, shown: 7, reason: 'damaged' },
    ]);
    expect(screen.getByTestId('recount-piece').dataset.corrected).toBe('true');
    expect(screen.getByTestId('recount-shown').textContent).toBe('5');
    expect(screen.queryByTestId('recount-form')).toBeNull();
  });
  it('asks to count again when the figure changes under the count', async () => {
    await enter();
    await scan('8901234567894');
    tap('count-more');
    bridge.answer('staff.find-piece', () => succeed({ ...kurta, onHand: 6 }));
    bridge.tell('stock-changed', { skus: ['another'] });
    await settle();
    expect(screen.getByTestId('count').textContent).toBe('8');
    bridge.tell('stock-changed', { skus: [kurta.sku] });
    await settle();
    expect(screen.getByTestId('recount-changed')).toBeTruthy();
    expect(screen.getByTestId('count').textContent).toBe('6');
    tap('count-less');
    expect(screen.queryByTestId('recount-changed')).toBeNull();
    expect(screen.getByTestId('recount-confirm').textContent).toBe('Correct 6 to 5');
  });
  it('never counts below nothing', async () => {
    bridge.answer('staff.find-piece', () => succeed({ ...kurta, onHand: 1 }));
    await enter();
    await scan('8901234567894');
    tap('count-less-ten');
    expect(screen.getByTestId('count').textContent).toBe('0');
    expect((screen.getByTestId('count-less') as HTMLButtonElement).disabled).toBe(true);
  });
  it('finds by typing, and says what to do about a number that nothing has', async () => {
    await enter();
    tap('staff-page-recount');
    bridge.answer('staff.find-piece', () => fail('not-found', 'none', { reason: 'sku-unknown' }));
    fireEvent.change(screen.getByTestId('recount-input'), { target: { value: ' AB-1 ' } });
    tap('recount-find');
    await settle();
    expect(requests('staff.find-piece')).toEqual([{ token, text: 'AB-1' }]);
    expect(screen.getByTestId('error-message').textContent).toContain('No piece has this number.');
    expect(screen.queryByTestId('recount-piece')).toBeNull();
  });
});
