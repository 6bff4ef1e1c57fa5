import type { Reservation, ReservationView } from '../../contracts/reservation.ts';
import { isActive } from '../../contracts/reservation.ts';
import { type Result, succeed } from '../../contracts/result.ts';
import type { Actor, Shop } from '../../core/shop.ts';
import type { Deed } from './plan/plan.ts';
import { clocksOf } from './truth/checks.ts';
import type { HoldFacts } from './truth/ledger.ts';
import type { Life, Machine } from './world/machine.ts';
import { type Sku, storeId } from './world/templates.ts';
import type { World } from './world/world.ts';

/** Where a deed happens: a kiosk, or the web shop on the hub. */
interface Place {
  readonly name: string;
  readonly life: Life;
  readonly shop: Shop;
  readonly channel: 'kiosk' | 'web';
  /** By the number of the visitor. */
  readonly sessions: Map<number, string>;
  readonly cutOff: boolean;
  readonly machine: Machine<unknown>;
}

function placeOf(world: World, deed: Deed): Place | undefined {
  const { hub } = world;
  if (!('kiosk' in deed)) {
    const process = hub.process();
    if (!process) return undefined;
    const { life, shop, visitors } = process;
    return { name: hub.name, life, shop, channel: 'web', sessions: visitors, cutOff: false, machine: hub };
  }
  const kiosk = world.kiosks[deed.kiosk - 1];
  const process = kiosk?.process();
  if (!kiosk || !process) return undefined;
  const { life, shop, visitors } = process;
  const cutOff = kiosk.line.cutUntil() > 0 || hub.process() === undefined;
  return { name: kiosk.name, life, shop, channel: 'kiosk', sessions: visitors, cutOff, machine: kiosk };
}

/** Does what people do. Resolves when it is done, or never when the machine dies meanwhile. */
export async function doDeed(world: World, deed: Deed): Promise<void> {
  const place = placeOf(world, deed);
  if (!place) {
    world.trace.note('someone', deed.kind, 'finds the machine dead');
    return;
  }
  const outcome = await perform(world, place, deed);
  if (place.life.incarnation.alive) world.trace.note(place.name, deed.kind, outcome);
}

function perform(world: World, place: Place, deed: Deed): Promise<string> {
  switch (deed.kind) {
    case 'hold':
    case 'web-hold':
      return hold(world, place, deed);
    case 'cancel':
    case 'web-cancel':
      return cancel(world, place, deed.which);
    case 'extend':
    case 'web-extend':
      return extend(world, place, deed.which);
    case 'leave':
      return leave(place, deed.visitor);
    case 'step':
      return step(world, place, deed);
    case 'recount':
      return recount(world, place, deed);
    case 'sell':
      return sell(world, place, deed);
  }
}

const actorOf = ({ channel }: Place, sessionId: string): Actor => ({
  sessionId,
  storeId,
  channel,
  language: 'en',
});

/** The visitor's session, begun at their first deed. */
async function sessionOf(place: Place, visitor: number): Promise<Result<string>> {
  const known = place.sessions.get(visitor);
  if (known !== undefined) return succeed(known);
  const started = await place.shop.sessions.start('en');
  if (!started.ok) return started;
  // Someone else may have begun it for them meanwhile.
  const sessionId = place.sessions.get(visitor) ?? started.value.sessionId;
  place.sessions.set(visitor, sessionId);
  return succeed(sessionId);
}

const factsOf = (view: Reservation): HoldFacts => ({ ...view, expiresAt: Date.parse(view.expiresAt) });

/** Units that no one was promised, whoever holds the right to them. */
const free = ({ ledger, units }: World, sku: Sku): number =>
  units.everThere(sku) - units.missing(sku) - units.sold(sku) - ledger.kept(sku);

async function hold(
  world: World,
  place: Place,
  { visitor, sku, quantity }: { readonly visitor: number; readonly sku: Sku; readonly quantity: number },
): Promise<string> {
  const { ledger, demand, coverage } = world;
  const session = await sessionOf(place, visitor);
  if (!session.ok) return words(session);
  const wish = demand.ask({ cutOff: place.cutOff, possible: free(world, sku) >= quantity });
  const made = await place.shop.holds.reserveForTrial(actorOf(place, session.value), sku, quantity);
  if (!place.life.incarnation.alive) return '';
  if (made.ok) {
    wish.served();
    coverage.note(place.channel === 'web' ? 'web hold' : 'kiosk hold');
    if (place.cutOff) coverage.note('kiosk hold while cut off');
    const told = { sessionId: session.value, clocks: clocksOf(world, place.machine) };
    if (isActive(made.value)) ledger.pledge(place.name, factsOf(made.value), told);
  } else if (isOwnLimit(made.failure.reason)) wish.withdrawn();
  return viewWords(made);
}

/** Whether someone was sent away for what they have already: that says nothing about the stock. */
const isOwnLimit = (reason: string | undefined): boolean =>
  reason === 'already-reserved' || reason === 'too-many-held' || reason === 'session-ended';

async function cancel({ ledger, coverage }: World, place: Place, which: number): Promise<string> {
  const kept = ledger.keptBy(place.name);
  const chosen = kept[which % Math.max(1, kept.length)];
  if (chosen === undefined) return 'nothing to cancel';
  ledger.askedToCancel(chosen.id);
  const ended = await place.shop.holds.cancel(actorOf(place, chosen.sessionId), chosen.id);
  if (place.life.incarnation.alive && ended.ok && !isActive(ended.value)) {
    ledger.endAcknowledged(place.name, chosen.id);
    coverage.note('hold cancelled');
  }
  return viewWords(ended);
}

async function extend({ ledger, coverage }: World, place: Place, which: number): Promise<string> {
  const kept = ledger.keptBy(place.name);
  const chosen = kept[which % Math.max(1, kept.length)];
  if (chosen === undefined) return 'nothing to extend';
  const extended = await place.shop.holds.extend(actorOf(place, chosen.sessionId), chosen.id);
  if (place.life.incarnation.alive && extended.ok && isActive(extended.value)) {
    ledger.told(chosen.id, Date.parse(extended.value.expiresAt));
    coverage.note('hold extended');
  }
  return viewWords(extended);
}

async function leave(place: Place, visitor: number): Promise<string> {
  const sessionId = place.sessions.get(visitor);
  if (sessionId === undefined) return 'no one there';
  place.sessions.delete(visitor);
  const ended = await place.shop.sessions.end(actorOf(place, sessionId), 'shopper');
  return ended.ok ? 'left' : words(ended);
}

async function step(
  { ledger, coverage }: World,
  { shop }: Place,
  { which, to }: Extract<Deed, { kind: 'step' }>,
): Promise<string> {
  const tasks = await shop.floor.tasks(storeId);
  const task = tasks[which % Math.max(1, tasks.length)];
  if (task === undefined) return 'nothing to do';
  if (to === 'returned') ledger.putBack(task.reservationId);
  else ledger.takeOn(task.reservationId);
  const done = await shop.floor.advance(storeId, task.reservationId, to);
  if (done.ok) coverage.note('staff step');
  return done.ok ? `${task.quantity} ${task.sku} ${to}` : words(done);
}

async function recount(
  { units, coverage }: World,
  { shop }: Place,
  { sku, difference }: Extract<Deed, { kind: 'recount' }>,
): Promise<string> {
  const [figure] = await shop.stock.here(storeId, [sku]);
  const shown = Math.max(figure?.available ?? 0, -difference);
  if (difference > 0) units.arrive(sku, difference);
  const reason = difference > 0 ? 'delivery' : 'stolen';
  const corrected = await shop.floor.correct(storeId, sku, { counted: shown + difference, shown, reason });
  if (corrected.ok) coverage.note('recount');
  return corrected.ok ? `${difference} ${sku}` : words(corrected);
}

async function sell(
  world: World,
  { shop, life, cutOff }: Place,
  { sku, quantity }: Extract<Deed, { kind: 'sell' }>,
): Promise<string> {
  const wish = world.demand.ask({ cutOff, possible: free(world, sku) >= quantity });
  const sold = await shop.floor.sell(storeId, sku, quantity);
  if (!life.incarnation.alive) return '';
  if (sold.ok) {
    wish.served();
    world.coverage.note('till sale');
  }
  return sold.ok ? `${quantity} ${sku}` : words(sold);
}

function words(result: Result<unknown>): string {
  return result.ok ? 'done' : (result.failure.reason ?? result.failure.kind);
}

const viewWords = (result: Result<ReservationView>): string =>
  result.ok ? `${result.value.quantity} ${result.value.sku} ${result.value.state}` : words(result);
