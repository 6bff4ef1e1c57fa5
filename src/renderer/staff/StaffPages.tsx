import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIdle } from '../app/use-idle.ts';
import { Button } from '../shared/Button.tsx';
import { FittingRooms } from './FittingRooms.tsx';
import { HealthPage } from './HealthPage.tsx';
import { RecountPage } from './RecountPage.tsx';
import styles from './StaffPages.module.css';
import { callStaff, type StaffAccess } from './staff-access.ts';
import { onStaffScan } from './staff-scan.ts';

const pages = ['floor', 'recount', 'health'] as const;
type PageName = (typeof pages)[number];

/** As long as main's own limit. */
const idleMs = 60_000;
/** A scanner's keys are one touch. */
const touchEveryMs = 1_000;

/** What a scanner read last; `scanned` tells two scans of the same label apart. */
export interface StaffScan {
  readonly text: string;
  readonly scanned: number;
}

/** The staff's pages behind the PIN. A scanned label opens the recount of its piece, whichever page is open. */
export function StaffPages({ token, onClosed }: StaffAccess) {
  const { t } = useTranslation();
  const staff = useMemo(() => ({ token, onClosed }), [token, onClosed]);
  const [page, setPage] = useState<PageName>('floor');
  const [scan, setScan] = useState<StaffScan | null>(null);
  const toldAt = useRef(Number.NEGATIVE_INFINITY);
  useIdle({
    afterMs: idleMs,
    warnMs: 0,
    active: true,
    onTouch: () => {
      const now = performance.now();
      if (now - toldAt.current < touchEveryMs) return;
      toldAt.current = now;
      void callStaff(staff, 'staff.touch', {});
    },
    onExpire: onClosed,
  });
  useEffect(
    () =>
      onStaffScan((text) => {
        setPage('recount');
        setScan((before) => ({ text, scanned: (before?.scanned ?? 0) + 1 }));
      }),
    [],
  );
  return (
    <>
      <nav className={styles.tabs} aria-label={t('staff.pages')}>
        {pages.map((name) => (
          <Button
            key={name}
            kind="pill"
            pressed={page === name}
            testId={`staff-page-${name}`}
            onClick={() => {
              setScan(null);
              setPage(name);
            }}
          >
            {t(`staff.page.${name}`)}
          </Button>
        ))}
      </nav>
      {page === 'floor' && <FittingRooms staff={staff} />}
      {page === 'recount' && <RecountPage staff={staff} scan={scan} />}
      {page === 'health' && <HealthPage staff={staff} />}
    </>
  );
}
