import { vi } from 'vitest';
import type {
  KioskBridge,
  KioskCall,
  KioskEvent,
  KioskEventPayload,
  KioskRequest,
  KioskResponse,
  KioskState,
} from '../../contracts/kiosk-ipc.ts';
import { fail, succeed } from '../../contracts/result.ts';
import { resetKiosk } from '../app/kiosk-store.ts';
import { wipe } from '../app/wipe.ts';
import { startI18n } from '../shared/i18n.ts';
import { sessionView, storeFixture } from './fixtures.ts';

type Answers = { [C in KioskCall]?: (request: KioskRequest<C>) => KioskResponse<C> };

export interface FakeBridge {
  /** Name and request of every call, oldest first. */
  readonly calls: readonly { readonly name: KioskCall; readonly request: unknown }[];
  readonly tell: <E extends KioskEvent>(name: E, payload: KioskEventPayload<E>) => void;
  /** Changes what a call is answered with from now on. */
  readonly answer: <C extends KioskCall>(
    name: C,
    respond: (request: KioskRequest<C>) => KioskResponse<C>,
  ) => void;
  readonly called: (name: KioskCall) => number;
}

const state: KioskState = {
  store: storeFixture,
  brand: { name: 'Marigold' },
  sync: {
    hub: 'connected',
    phase: 'current',
    progress: 1,
    syncedAt: '2026-11-22T08:32:00.000Z',
    pendingOperations: 0,
  },
  session: null,
  idle: { afterMs: 90_000, warnMs: 20_000 },
};

/** Puts a bridge on `window` whose answers a test decides, and empties the stores. Unanswered calls fail as offline. */
export function installFakeBridge(overrides: Partial<KioskState> = {}): FakeBridge {
  startI18n();
  resetKiosk();
  wipe();
  const calls: { name: KioskCall; request: unknown }[] = [];
  const listeners = new Map<KioskEvent, Set<(payload: never) => void>>();
  const answers: Answers = {
    'kiosk.state': () => succeed({ ...state, ...overrides }),
    'session.start-guest': () => succeed(sessionView()),
    'session.end': () => succeed({}),
    'session.touch': () => succeed({}),
    'staff.camera-seen': () => succeed({}),
    'associate.call': () => succeed({}),
    'catalogue.recommend': () => succeed([]),
  };
  const bridge: KioskBridge = {
    async call(name, request) {
      calls.push({ name, request });
      const respond = answers[name] as ((request: unknown) => KioskResponse<typeof name>) | undefined;
      return respond
        ? respond(request)
        : (fail('offline', `${name} is not answered in this test`) as KioskResponse<typeof name>);
    },
    on(name, listener) {
      const known = listeners.get(name) ?? new Set();
      known.add(listener as (payload: never) => void);
      listeners.set(name, known);
      return () => known.delete(listener as (payload: never) => void);
    },
  };
  vi.stubGlobal('aisle', bridge);
  return {
    calls,
    called: (name) => calls.filter((call) => call.name === name).length,
    tell(name, payload) {
      for (const listener of listeners.get(name) ?? []) listener(payload as never);
    },
    answer(name, respond) {
      Object.assign(answers, { [name]: respond });
    },
  };
}
