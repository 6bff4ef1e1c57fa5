import type { KioskCall, KioskRequest, KioskResponse } from '../../contracts/kiosk-ipc.ts';
import { callKiosk } from '../shared/bridge.ts';

/** A staff session that main has opened. */
export interface StaffAccess {
  readonly token: string;
  /** Main has closed it, or nobody touched the screen. */
  readonly onClosed: () => void;
}

type StaffCall = Extract<KioskCall, `staff.${string}`>;

/** A call with the session's token. What main refuses because the session is over closes the page too. */
export async function callStaff<C extends Exclude<StaffCall, 'staff.enter' | 'staff.camera-seen'>>(
  { token, onClosed }: StaffAccess,
  name: C,
  request: Omit<KioskRequest<C>, 'token'>,
): Promise<KioskResponse<C>> {
  const answer = await callKiosk(name, { ...request, token } as KioskRequest<C>);
  if (!answer.ok && answer.failure.reason === 'staff-closed') onClosed();
  return answer;
}
