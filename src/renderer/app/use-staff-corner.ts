import { useEffect } from 'react';
import { go, useView } from './view-store.ts';

const taps = 5;
const withinMs = 4_000;
/** CSS pixels from the top and the start edge of the screen. */
const cornerSize = 96;

/** Five taps in the top corner at the start of the line open the staff page. */
export function useStaffCorner(): void {
  useEffect(() => {
    let times: readonly number[] = [];
    const onPress = (event: PointerEvent): void => {
      const fromStart =
        document.documentElement.dir === 'rtl' ? window.innerWidth - event.clientX : event.clientX;
      if (event.clientY > cornerSize || fromStart > cornerSize) {
        times = [];
        return;
      }
      times = [...times.filter((time) => event.timeStamp - time < withinMs), event.timeStamp];
      if (times.length < taps) return;
      times = [];
      if (useView.getState().screen.name !== 'staff') go({ name: 'staff' });
    };
    window.addEventListener('pointerdown', onPress, true);
    return () => window.removeEventListener('pointerdown', onPress, true);
  }, []);
}
