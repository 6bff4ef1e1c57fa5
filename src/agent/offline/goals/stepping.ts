import { isActive } from '../../../contracts/reservation.ts';
import type { Goal, GoalRoom } from '../goal.ts';
import type { Wish } from '../wish.ts';
import { changeItems } from './orders.ts';
import { stock } from './pieces.ts';
import { otherSize } from './trials.ts';

/** `A size up`, where pieces are on trial, asks for it to be brought. */
export const inFittingRoom: ReadonlySet<Wish['intent']> = new Set([
  undefined,
  'search',
  'reserve',
  'other-size',
  'bigger-size',
  'smaller-size',
]);
/** `Do you have it a size up?` wants to know, before it wants anything. */
export const asksWhether = ({ heard }: Wish): boolean => heard.some((word) => whether.has(word));
const whether = new Set([
  'have',
  'got',
  'stock',
  'available',
  'tienes',
  'tienen',
  'hay',
  'عندكم',
  'لديكم',
  'متوفر',
  'موجود',
  'milega',
  'milegi',
  'मिलेगा',
  'मिलेगी',
  'उपलब्ध',
]);
export const hasTrial = ({ state }: GoalRoom): boolean =>
  state.session.reservations.some((row) => isActive(row) && row.kind === 'trial');

/** In an order, in the fitting room, or only asked about. */
export function stepped(wish: Wish, room: GoalRoom, step: 1 | -1): Goal {
  if (wish.code !== undefined) return changeItems(wish, room);
  return asksWhether(wish) && wish.sizeStep !== undefined ? stock(wish, room) : otherSize(wish, room, step);
}
