import type { Kiosk } from '../../kiosk/kiosk.ts';
import type { KioskHandlers } from '../serve-calls.ts';

type StaffCalls =
  | 'staff.enter'
  | 'staff.leave'
  | 'staff.touch'
  | 'staff.health'
  | 'staff.tasks'
  | 'staff.advance'
  | 'staff.find-piece'
  | 'staff.correct';

/** The staff's pages; all but the door itself only for who has come through it. */
export function staffHandlers(kiosk: Kiosk): Pick<KioskHandlers, StaffCalls> {
  const { staffDoor, staffDesk, staffFloor } = kiosk;
  return {
    'staff.enter': ({ pin }) => staffDoor.enter(pin),
    'staff.leave': async ({ token }) => staffDoor.leave(token),
    'staff.touch': async ({ token }) => staffDoor.touch(token),
    'staff.health': ({ token }) => staffDoor.inside(token, () => staffDesk.health()),
    'staff.tasks': ({ token }) => staffDoor.inside(token, () => staffFloor.tasks()),
    'staff.advance': ({ token, reservationId, to }) =>
      staffDoor.inside(token, () => staffFloor.advance(reservationId, to)),
    'staff.find-piece': ({ token, text }) => staffDoor.inside(token, () => staffFloor.find(text)),
    'staff.correct': ({ token, sku, ...count }) =>
      staffDoor.inside(token, () => staffFloor.correct(sku, count)),
  };
}
