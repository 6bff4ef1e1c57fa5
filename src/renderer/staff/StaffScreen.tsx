import { useCallback, useEffect, useRef, useState } from 'react';
import { type Failure, fail } from '../../contracts/result.ts';
import { Shell } from '../app/Shell.tsx';
import { callKiosk } from '../shared/bridge.ts';
import { PinEntry } from './PinEntry.tsx';
import { StaffPages } from './StaffPages.tsx';

const closed = fail('denied', 'staff.closed', { reason: 'staff-closed' });

/** A PIN, then the staff's pages. Main closes the session that the PIN opened; leaving the screen does so at once. */
export function StaffScreen() {
  const [token, setToken] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const open = useRef(token);
  open.current = token;
  const onClosed = useCallback(() => {
    setToken(null);
    setFailure(closed.ok ? null : closed.failure);
  }, []);
  useEffect(
    () => () => {
      if (open.current !== null) void callKiosk('staff.leave', { token: open.current });
    },
    [],
  );
  const enter = async (pin: string): Promise<void> => {
    const answer = await callKiosk('staff.enter', { pin });
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) setToken(answer.value.token);
  };
  return (
    <Shell testId="staff">
      {token === null ? (
        <PinEntry failure={failure} onEnter={enter} />
      ) : (
        <StaffPages token={token} onClosed={onClosed} />
      )}
    </Shell>
  );
}
