import { useEffect, useLayoutEffect } from 'react';
import { takeScan } from '../scan/take-scan.ts';
import { useWedgeScanner } from '../shared/use-wedge-scanner.ts';
import { takeStaffScan } from '../staff/staff-scan.ts';
import { IdleGuard } from './IdleGuard.tsx';
import { followMain } from './projection.ts';
import { ScreenSwitch } from './ScreenSwitch.tsx';
import { Sheets } from './Sheets.tsx';
import { useStaffCorner } from './use-staff-corner.ts';
import { useView } from './view-store.ts';

export function App() {
  const theme = useView((view) => view.theme);
  const largeText = useView((view) => view.largeText);
  const screenName = useView((view) => view.screen.name);

  useEffect(followMain, []);
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme;
    document.documentElement.dataset.text = largeText ? 'large' : 'normal';
  }, [theme, largeText]);
  useWedgeScanner((text) => {
    if (screenName === 'staff') takeStaffScan(text);
    else void takeScan(text);
  });
  useStaffCorner();

  return (
    <IdleGuard>
      <ScreenSwitch />
      <Sheets />
    </IdleGuard>
  );
}
