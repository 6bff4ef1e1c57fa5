import { LeaveSheet } from '../end/LeaveSheet.tsx';
import { ReadingSheet } from './ReadingSheet.tsx';
import { useView } from './view-store.ts';

export function Sheets() {
  const sheet = useView((view) => view.sheet);
  return (
    <>
      {sheet === 'reading' && <ReadingSheet />}
      {sheet === 'leave' && <LeaveSheet />}
    </>
  );
}
