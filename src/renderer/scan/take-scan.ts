import type { Failure } from '../../contracts/result.ts';
import { useKiosk } from '../app/kiosk-store.ts';
import { complain, go, useView } from '../app/view-store.ts';
import { enterSession, startGuest } from '../session/actions.ts';
import { callKiosk } from '../shared/bridge.ts';

/** Longest text that main takes; a code beyond it is not ours. */
const maximumLength = 2048;

let busy = false;

/**
 * Acts on what a camera or wedge scanner read: restores a session or opens a product. Null where it worked or another
 * scan is still under way; a failure also shows on screens other than the scan screen.
 */
export async function takeScan(text: string): Promise<Failure | null> {
  if (busy) return null;
  busy = true;
  try {
    const answer = await callKiosk('session.scan', { text: text.slice(0, maximumLength) });
    if (!answer.ok) {
      if (useView.getState().screen.name !== 'scan') complain({ failure: answer.failure });
      else scanFailed(answer.failure);
      return answer.failure;
    }
    if (answer.value.found === 'session') {
      enterSession(answer.value.session);
      return null;
    }
    const { handle, sku } = answer.value;
    if (!useKiosk.getState().session && !(await startGuest())) return null;
    go({ name: 'product', handle, sku });
    return null;
  } finally {
    busy = false;
  }
}

let listener: ((failure: Failure) => void) | null = null;

const scanFailed = (failure: Failure): void => listener?.(failure);

/** The scan screen shows failed scans in its own place, whichever scanner read them. */
export function onScanFailed(show: (failure: Failure) => void): () => void {
  listener = show;
  return () => {
    if (listener === show) listener = null;
  };
}
