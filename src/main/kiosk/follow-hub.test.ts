import { pino } from 'pino';
import { expect, test, vi } from 'vitest';
import type { DeviceShop } from '../../composition/open-device-shop.ts';
import type { SyncStatus } from '../../contracts/kiosk-ipc.ts';
import { fail, succeed } from '../../contracts/result.ts';
import { followHub } from './follow-hub.ts';
import type { SessionDesk } from './session-desk.ts';

const sessionId = '0197d7f0-0000-7000-8000-000000000001';

/** A kiosk whose line to the hub comes and goes by hand. */
function followed(open: { readonly session: boolean }) {
  let tellStatus: (status: SyncStatus) => void = () => undefined;
  let correct: () => void = () => undefined;
  const told: string[] = [];
  const deviceShop = {
    sync: {
      onStatus: (listener: typeof tellStatus) => {
        tellStatus = listener;
      },
      onFeed: () => undefined,
      onEvent: () => undefined,
      onCorrected: (listener: typeof correct) => {
        correct = listener;
      },
      flush: async () => void told.push('sent'),
    },
    local: { operations: { onCommitted: () => undefined } },
    hub: {
      call: async (name: string) => {
        told.push(`asked ${name}`);
        return succeed({ session: { sessionId } });
      },
    },
    storeId: () => 'hyd-banjara',
  } as unknown as DeviceShop;
  const desk = {
    actor: () => (open.session ? succeed({ sessionId }) : fail('not-found', 'Nobody is here.')),
    changed: () => void told.push('session changed'),
    renew: async () => {
      told.push('shown');
      return true;
    },
  } as unknown as SessionDesk;
  followHub({
    deviceShop,
    desk,
    tell: (event) => event !== 'sync-changed' && told.push(event),
    log: pino({ level: 'silent' }),
  });
  return {
    told,
    line: (hub: SyncStatus['hub']) => tellStatus({ hub } as SyncStatus),
    correct: () => correct(),
  };
}

test('a kiosk that hears the hub again sends what was done, and reads its session, once', async () => {
  const { told, line } = followed({ session: true });
  line('unreachable');
  expect(told).toEqual([]);
  line('connected');
  line('connected');
  await vi.waitFor(() => expect(told).toEqual(['sent', 'asked session', 'shown']));
  line('unreachable');
  line('connected');
  await vi.waitFor(() => expect(told).toHaveLength(6));
});

test('with nobody there nothing is asked', async () => {
  const { told, line } = followed({ session: false });
  line('connected');
  await Promise.resolve();
  expect(told).toEqual([]);
});

test('what the hub’s receipt changes is shown to the shopper and the associates at once', () => {
  const { told, correct } = followed({ session: true });
  correct();
  expect(told).toEqual(['floor-changed', 'session changed']);
});
