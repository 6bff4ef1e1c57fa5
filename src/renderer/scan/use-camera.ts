import { useEffect, useState } from 'react';
import { callKiosk } from '../shared/bridge.ts';
import type { CodeReader } from './code-reader.ts';

export type CameraState = 'starting' | 'looking' | 'missing';

/** The same code stays in view after it failed; asking main again before this many ms would only repeat the answer. */
const sameTextMs = 4_000;

/** Runs the reader while the screen is up and tells staff whether the camera works. */
export function useCamera(
  makeReader: () => CodeReader,
  elementId: string,
  onText: (text: string) => void,
): CameraState {
  const [state, setState] = useState<CameraState>('starting');
  // biome-ignore lint/correctness/useExhaustiveDependencies: one reader a visit; callbacks do not change what it reads
  useEffect(() => {
    const element = document.getElementById(elementId);
    if (!element) return;
    let current = true;
    let seen = { text: '', at: Number.NEGATIVE_INFINITY };
    const reader = makeReader();
    const take = (text: string): void => {
      const now = performance.now();
      if (!current || (text === seen.text && now - seen.at < sameTextMs)) return;
      seen = { text, at: now };
      onText(text);
    };
    const report = (working: boolean): void => {
      if (!current) return;
      setState(working ? 'looking' : 'missing');
      void callKiosk('staff.camera-seen', { working });
    };
    reader.start(element, take).then(
      () => report(true),
      () => report(false),
    );
    return () => {
      current = false;
      void reader.stop();
    };
  }, []);
  return state;
}
