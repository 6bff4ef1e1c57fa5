import { beforeEach, describe, expect, it } from 'vitest';
import { useKiosk } from '../app/kiosk-store.ts';
import { useView } from '../app/view-store.ts';
import { beginTurn, useTurn } from '../chat/turn-store.ts';
import { type FakeBridge, installFakeBridge } from '../testing/fake-bridge.ts';
import { restoredView, sessionView } from '../testing/fixtures.ts';
import { leave } from './leave.ts';

let bridge: FakeBridge;

beforeEach(() => {
  bridge = installFakeBridge();
});

describe('end of session', () => {
  it('wipes at once and says goodbye with counts only', async () => {
    useKiosk.setState({ session: restoredView() });
    useView.setState({ screen: { name: 'bag' }, draft: 'shoes', language: 'es' });
    beginTurn('019a0000-0000-7000-8000-0000000000cc', 'shoes', 0);
    const leaving = leave();
    expect([useKiosk.getState().session, useTurn.getState().turn, useView.getState().draft]).toEqual([
      null,
      null,
      '',
    ]);
    await leaving;
    const { screen, language } = useView.getState();
    expect({ screen, language }).toEqual({
      screen: { name: 'thanks', farewell: { pieces: 1, holds: 0, paid: false, toPhone: true } },
      language: 'es',
    });
    expect(bridge.calls).toEqual([{ name: 'session.end', request: { reason: 'shopper' } }]);
  });
  it('asks a guest whose bag would be lost', async () => {
    const { cart } = restoredView();
    useKiosk.setState({ session: sessionView({ cart }) });
    await leave();
    expect([useView.getState().sheet, bridge.called('session.end')]).toEqual(['leave', 0]);
  });
});
