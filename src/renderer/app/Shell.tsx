import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BottomBar } from './BottomBar.tsx';
import { Messages } from './Messages.tsx';
import { OfflineBanner } from './OfflineBanner.tsx';
import styles from './Shell.module.css';
import { TopBar } from './TopBar.tsx';
import { useView } from './view-store.ts';

export interface ShellProps {
  readonly children: ReactNode;
  /** What the end of the top bar shows in place of the bag. */
  readonly topEnd?: ReactNode;
  /** Stands between the page and the bottom bar and does not scroll. */
  readonly dock?: ReactNode;
  readonly backTo?: 'back' | 'none';
  readonly testId?: string;
}

/** Frame of every screen but the first: top bar, page, dock, bottom bar; reach mode pushes it all down. */
export function Shell({ children, topEnd, dock, backTo = 'back', testId }: ShellProps) {
  const { t } = useTranslation();
  const reach = useView((view) => view.reach);
  return (
    <div className={styles.shell} data-reach={reach} data-testid={testId}>
      {reach && (
        <button type="button" className={styles.reach} onClick={() => useView.setState({ reach: false })}>
          {t('bar.reachOff')}
        </button>
      )}
      <OfflineBanner />
      <TopBar backTo={backTo} end={topEnd} />
      <main className={styles.page}>{children}</main>
      <Messages />
      {dock && <div className={styles.dock}>{dock}</div>}
      <BottomBar />
    </div>
  );
}
