import { assertNever } from '../../../contracts/result.ts';
import type { Goal, GoalRoom } from '../goal.ts';
import { refer } from '../references.ts';
import { shownIn } from '../shown.ts';
import type { Wish } from '../wish.ts';
import {
  associate,
  bag,
  bestOffer,
  loyalty,
  offers,
  orders,
  paid,
  reservations,
  store,
  track,
} from './account.ts';
import { compare, similar } from './alike.ts';
import { changeLine, oneMore, remove, setQuantity } from './bag-lines.ts';
import { notify, stopNotifying } from './notify.ts';
import {
  cancelOrder,
  changeAddress,
  changeItems,
  changeOwnAddress,
  changePayment,
  contents,
  giveFeedback,
  startExchange,
  startReturn,
} from './orders.ts';
import { continueOnPhone } from './phone.ts';
import { bundle, details, locate, nearby, stock } from './pieces.ts';
import { keepPoints, redeemPoints } from './points.ts';
import { policy } from './policy.ts';
import { cheaper, examples, more, recommend, search, unknown } from './search.ts';
import { findSize } from './size.ts';
import { spoken } from './spoken.ts';
import { asksWhether, hasTrial, inFittingRoom, stepped } from './stepping.ts';
import { cancelReservation, extendReservation, otherSize } from './trials.ts';
import { fulfilment, setFulfilment } from './ways.ts';
import { add, applyBest, applyOffer, cancelPayment, pay, removeOffer, reserve, take } from './writes.ts';

export function goalOf(wish: Wish, room: GoalRoom): Goal {
  const { sizeStep } = wish;
  if (sizeStep !== undefined && inFittingRoom.has(wish.intent) && !asksWhether(wish) && hasTrial(room)) {
    return otherSize(wish, room, sizeStep);
  }
  if (wish.intent === undefined) return withoutIntent(wish, room);
  switch (wish.intent) {
    case 'associate':
      return brings(wish, room) ? otherSize(wish, room, wish.sizeStep) : associate(wish, room);
    case 'track':
      return track(wish, room);
    case 'orders':
      return wish.code === undefined ? orders(wish, room) : track(wish, room);
    case 'policy':
      return policy(wish, room);
    case 'cancel-order':
      return cancelOrder(wish, room);
    case 'order-address':
      return changeAddress(wish, room);
    case 'customer-address':
      return changeOwnAddress(wish, room);
    case 'feedback':
      return giveFeedback(wish, room);
    case 'order-payment':
      return changePayment(wish, room);
    case 'order-items':
      return changeItems(wish, room);
    case 'exchange':
      return startExchange(wish, room);
    case 'return':
      return startReturn(wish, room);
    case 'cancel-payment':
      return cancelPayment(wish, room);
    case 'cancel-reservation':
      return cancelReservation(wish, room);
    case 'extend':
      return extendReservation(wish, room);
    case 'notify':
      return notify(wish, room);
    case 'continue-phone':
      return continueOnPhone(room);
    case 'stop-notify':
      return stopNotifying(wish, room);
    case 'find-size':
      return findSize(wish, room);
    case 'bigger-size':
      return stepped(wish, room, 1);
    case 'smaller-size':
      return stepped(wish, room, -1);
    case 'other-size':
      return wish.code === undefined ? otherSize(wish, room) : changeItems(wish, room);
    case 'reservations':
      return reservations(wish, room);
    case 'reserve':
      return reserve(wish, room);
    case 'paid':
      return paid(wish, room);
    case 'pay':
      return pay(wish, room);
    case 'take-now':
    case 'pick-up':
    case 'ship-from-shop':
    case 'ship-home':
      return setFulfilment(room, wish.intent);
    case 'fulfilment':
      return fulfilment(wish, room);
    case 'redeem-points':
      return redeemPoints(wish, room);
    case 'keep-points':
      return keepPoints(wish, room);
    case 'remove-offer':
      return removeOffer(wish, room);
    case 'best-offer':
      return bestOffer(wish, room);
    case 'apply-offer':
      return applyOffer(wish, room);
    case 'offers':
      return wish.code === undefined || isQuestion(wish) ? offers(wish, room) : applyOffer(wish, room);
    case 'loyalty':
      return loyalty(wish, room);
    case 'remove':
      return remove(wish, room);
    case 'one-more':
      return oneMore(wish, room);
    case 'bag-change':
      return wish.code === undefined ? changeLine(wish, room) : changeItems(wish, room);
    case 'quantity':
      return setQuantity({ ...wish, pointing: true }, room, countOf(wish));
    case 'take':
      return take(wish, room);
    case 'apply-best':
      return applyBest(wish, room);
    case 'order-contents':
      return contents(wish, room);
    case 'add':
      return add(wish, room);
    case 'bag':
      return bag(wish, room);
    case 'compare':
      return compare(wish, room);
    case 'similar':
      return similar(wish, room);
    case 'bundle':
      return bundle(wish, room);
    case 'nearby':
      return nearby(wish, room);
    case 'store':
      return store(wish, room);
    case 'locate':
      return locate(wish, room);
    case 'stock':
      return stock(wish, room);
    case 'details':
      return details(wish, room);
    case 'recommend':
      return recommend(wish, room);
    case 'cheaper':
      return cheaper(wish, room);
    case 'more':
      return more(wish, room);
    case 'search':
      return searchOrRecommend(wish, room);
    case 'worker':
      return spoken(wish, room);
    case 'again':
      return unknown(wish, room);
    case 'who':
    case 'help':
    case 'thanks':
    case 'bye':
    case 'greet':
    case 'no':
    case 'yes':
      return words(room, wish.intent);
    default:
      return assertNever(wish.intent);
  }
}

// biome-ignore lint/correctness/useYield: a goal that needs no tool is a goal like the others
function* words(room: GoalRoom, key: string): Goal {
  return { text: room.texts.t(`talk.${key}`), suggestions: examples(room) };
}

function searchOrRecommend(wish: Wish, room: GoalRoom): Goal {
  if (wish.code !== undefined) return track(wish, room);
  if (wish.ordinal !== undefined) return optioned(wish) ? stock(wish, room) : details(wish, room);
  const onlyOccasion =
    wish.occasion !== undefined &&
    wish.productType === undefined &&
    wish.words.length === 0 &&
    wish.colour === undefined;
  return onlyOccasion && wish.price.maximum === undefined ? recommend(wish, room) : search(wish, room);
}

/** `Can someone bring me an L?`, of a piece on trial. */
const brings = (wish: Wish, room: GoalRoom): boolean =>
  (wish.size ?? wish.sizeStep) !== undefined && hasTrial(room);

/** `Is DIWALI10 still valid?` has nothing applied. */
const isQuestion = ({ heard }: Wish): boolean => heard.some((word) => offerQuestions.has(word));
const offerQuestions = new Set([
  'valid',
  'active',
  'work',
  'working',
  'expired',
  'expire',
  'what',
  'does',
  'chalega',
  'वैलिड',
  'चलेगा',
  'sirve',
  'funciona',
  'vigente',
  'valido',
  'شغال',
  'صالح',
  'ينفع',
]);

/** `One` points as often as it counts: only here it is a number. */
const countOf = ({ quantity, number, heard }: Wish): number =>
  quantity ?? number ?? (heard.some((word) => single.has(word)) ? 1 : -1);
const single = new Set(['one', 'ek', 'एक', 'uno', 'una', 'واحد']);

const optioned = ({ size, colour, number, sizeStep }: Wish): boolean =>
  [size, colour, number, sizeStep].some((value) => value !== undefined);

/** Only details: about the piece on the table when there is one, a search otherwise. */
function withoutIntent(wish: Wish, room: GoalRoom): Goal {
  if (wish.code !== undefined)
    return /-/u.test(wish.code)
      ? track(wish, room)
      : isQuestion(wish)
        ? offers(wish, room)
        : applyOffer(wish, room);
  if (wish.ordinal !== undefined) return optioned(wish) ? stock(wish, room) : details(wish, room);
  const filtered =
    wish.productType !== undefined ||
    wish.department !== undefined ||
    wish.fabric !== undefined ||
    wish.occasion !== undefined ||
    wish.excludeColours.length > 0 ||
    wish.exclude.length > 0 ||
    wish.price.maximum !== undefined ||
    wish.price.minimum !== undefined;
  const optionOnly =
    !filtered && wish.words.length === 0 && (wish.size !== undefined || wish.colour !== undefined);
  if (optionOnly && refer(wish, shownIn(room.state)).found === 'piece') return stock(wish, room);
  if (filtered || optionOnly) return searchOrRecommend(wish, room);
  return unknown(wish, room);
}
