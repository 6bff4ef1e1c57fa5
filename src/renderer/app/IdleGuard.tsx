import { type ReactNode, useCallback, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { callKiosk } from '../shared/bridge.ts';
import styles from './IdleGuard.module.css';
import { useKiosk } from './kiosk-store.ts';
import { useIdle } from './use-idle.ts';
import { useView } from './view-store.ts';
import { wipe } from './wipe.ts';

/** Main keeps its own idle time; telling it of every tap would only load the channel. */
const touchEveryMs = 2_000;

const focus = (element: HTMLElement | null): void => element?.focus();

const quietScreens = new Set(['attract', 'thanks']);

export function IdleGuard({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const idle = useKiosk((kiosk) => kiosk.idle);
  const paying = useKiosk((kiosk) => kiosk.session?.payment?.state === 'open');
  const hasSession = useKiosk((kiosk) => kiosk.session !== null);
  const screenName = useView((view) => view.screen.name);
  const toldAt = useRef(Number.NEGATIVE_INFINITY);

  const tellMain = useCallback(() => {
    const now = performance.now();
    if (now - toldAt.current < touchEveryMs) return;
    toldAt.current = now;
    void callKiosk('session.touch', {});
  }, []);
  const expire = useCallback(() => {
    const ending = useKiosk.getState().session !== null;
    wipe();
    if (ending) void callKiosk('session.end', { reason: 'idle' });
  }, []);

  const { left, stay } = useIdle({
    ...idle,
    active: (hasSession || !quietScreens.has(screenName)) && !(paying && screenName === 'pay'),
    onTouch: tellMain,
    onExpire: expire,
  });

  return (
    <>
      {children}
      {left !== null && (
        <button
          type="button"
          className={styles.warning}
          onClick={stay}
          data-testid="idle-warning"
          ref={focus}
        >
          <span className={styles.question}>{t('idle.question')}</span>
          <span className={styles.hint} role="timer">
            {t('idle.hint', { count: Math.ceil(left / 1000) })}
          </span>
          <span className={styles.touch}>{t('idle.touch')}</span>
        </button>
      )}
    </>
  );
}
