import { useCallback, useEffect, useState } from 'react';
import type { z } from 'zod';
import type { KioskCall, KioskCalls, KioskRequest } from '../../contracts/kiosk-ipc.ts';
import type { Failure } from '../../contracts/result.ts';
import { callKiosk } from './bridge.ts';

type Value<C extends KioskCall> = Extract<z.output<KioskCalls[C]['response']>, { ok: true }>['value'];

export interface Answer<T> {
  readonly value: T | null;
  readonly failure: Failure | null;
  readonly again: () => void;
}

/** A call whose answer a screen shows; asked anew when the request changes or `again` is called. */
export function useAnswer<C extends KioskCall>(name: C, request: KioskRequest<C> | null): Answer<Value<C>> {
  const [state, setState] = useState<{ value: Value<C> | null; failure: Failure | null }>({
    value: null,
    failure: null,
  });
  const [attempt, setAttempt] = useState(0);
  const key = JSON.stringify(request);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the request is compared by value, attempt asks again
  useEffect(() => {
    if (request === null) return;
    let current = true;
    void callKiosk(name, request).then((answer) => {
      if (!current) return;
      const result = answer as { ok: true; value: Value<C> } | { ok: false; failure: Failure };
      setState((before) =>
        result.ok ? { value: result.value, failure: null } : { value: before.value, failure: result.failure },
      );
    });
    return () => {
      current = false;
    };
  }, [name, key, attempt]);
  const again = useCallback(() => setAttempt((count) => count + 1), []);
  return { ...state, again };
}
