import type { BagNote } from '../../contracts/note.ts';
import { isOpen, type Plan } from '../../contracts/plan.ts';
import type { Language } from '../../contracts/primitives.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import type { CartLine, Session, SessionSnapshot, SessionView } from '../../contracts/session.ts';
import { isAbout } from '../../core/notes/set-note.ts';
import type { DeviceEnvironment } from '../../core/ports/environment.ts';
import type { Actor, OpenedCode, Shop } from '../../core/shop.ts';
import type { TellPage } from '../ipc/tell-page.ts';
import { type Clearing, createClearing, type SessionShelf } from './clearing.ts';
import { type IdleWatch, type Paying, payingWith, watchIdle } from './idle-watch.ts';

export type EndReason = 'shopper' | 'idle' | 'staff' | 'crash';

export interface SessionDeskPorts {
  readonly shop: Shop;
  readonly shelf: SessionShelf;
  readonly tell: TellPage;
  readonly storeId: () => string | undefined;
  readonly idleLimitMs: number;
  readonly clocks: Pick<DeviceEnvironment, 'now' | 'uptime'>;
  /** Pushes the outbox, so that the phone has it all before the wipe; failing is fine. */
  readonly handBack: () => Promise<unknown>;
  /** Work in progress of a shopper who leaves: a turn of the agent, a confirmation. */
  readonly onEnd: (reason: EndReason) => void;
  /** A bug, or a disk that fails, in work that nobody waits for. */
  readonly onCrash: (error: unknown) => void;
}

/** What a guest's session leaves to the one that follows. */
type Carried = {
  readonly lines: readonly CartLine[];
  readonly notes: readonly BagNote[];
  readonly plan: Plan | null;
};

/** The one shopper in front of the kiosk. All changes of who that is go through here, one after the other. */
export class SessionDesk {
  private current: Actor | undefined;
  private idle: IdleWatch | undefined;
  private paying: Paying | undefined;
  private queue: Promise<unknown> = Promise.resolve();
  private parting: Promise<void> = Promise.resolve();
  private announced = false;
  private readonly clearing: Clearing;

  constructor(private readonly ports: SessionDeskPorts) {
    this.clearing = createClearing(ports);
  }

  /** Who acts now, or a failure that says that the session is over. */
  actor(): Result<Actor> {
    if (!this.current)
      return fail('not-found', 'This session has ended. Start again from the first screen.', {
        reason: 'no-session',
      });
    return succeed(this.current);
  }

  touch(): void {
    this.idle?.touch();
  }

  async view(): Promise<SessionView | null> {
    if (!this.current) return null;
    const view = await this.ports.shop.sessions.view(this.current);
    if (!view.ok) return null;
    this.paying = payingWith(view.value.payment, this.paying, this.ports.clocks);
    return view.value;
  }

  startGuest(language: Language): Promise<Result<SessionView>> {
    return this.inTurn(async () => {
      await this.leave('shopper');
      const storeId = this.ports.storeId();
      if (!storeId) return notReady();
      const started = await this.ports.shop.sessions.start(language);
      return started.ok
        ? this.enter({ sessionId: started.value.sessionId, storeId, channel: 'kiosk', language })
        : started;
    });
  }

  /**
   * Takes in a session from the hub. The bag of whoever has not said who they are, and the pieces that wait for them, go over into
   * it; another shopper's session ends first.
   */
  admit(snapshot: SessionSnapshot): Promise<Result<SessionView>> {
    return this.inTurn(async () => {
      const storeId = this.ports.storeId();
      if (!storeId) return notReady();
      const { sessionId, language } = snapshot.session;
      const carried = await this.bagToCarry();
      await this.ports.shelf.keepSnapshot(snapshot);
      return this.goOnAs({ sessionId, storeId, channel: 'kiosk', language }, snapshot.session, carried);
    });
  }

  /** Takes in what a code brings that was opened without the hub: nothing personal, and each code once. */
  admitOpened(code: OpenedCode): Promise<Result<SessionView>> {
    return this.inTurn(async () => {
      const storeId = this.ports.storeId();
      if (!storeId) return notReady();
      const { language, cart } = code.session;
      const started = await this.ports.shop.sessions.start(language, code);
      if (!started.ok) return started;
      const { sessionId } = started.value;
      const carried = await this.bagToCarry();
      return this.goOnAs({ sessionId, storeId, channel: 'kiosk', language }, { cart, notes: [] }, carried);
    });
  }

  /**
   * The hub has news of a session (a phone changed the bag, a payment was paid). False, and nothing is done, when the news is
   * no longer `fresh` because something was changed here since it was asked for.
   */
  renew(snapshot: SessionSnapshot, fresh: () => boolean): Promise<boolean> {
    return this.inTurn(async () => {
      if (this.current?.sessionId !== snapshot.session.sessionId) return true;
      if (!fresh()) return false;
      await this.ports.shelf.keepSnapshot(snapshot);
      this.changed();
      return true;
    });
  }

  setLanguage(language: Language): Promise<Result<SessionView>> {
    return this.inTurn(async () => {
      const actor = this.actor();
      if (!actor.ok) return actor;
      const done = await this.ports.shop.sessions.setLanguage(actor.value, language);
      return done.ok ? this.enter({ ...actor.value, language }) : done;
    });
  }

  end(reason: EndReason): Promise<void> {
    return this.inTurn(() => this.leave(reason));
  }

  /** After a start: whatever session a crash left open is ended and wiped before the first screen shows. */
  clearLeftovers(): Promise<void> {
    return this.inTurn(() => this.clearing.clear(this.current?.sessionId));
  }

  /** To be called from time to time: what a full disk kept from being ended or wiped is, once it can be. */
  retryClearing(): Promise<void> {
    return this.inTurn(() => this.clearing.retry(this.current?.sessionId));
  }

  /** Resolves when the hub has got what the last session leaves to it, and the session is wiped. */
  parted(): Promise<void> {
    return this.parting;
  }

  /** Tells the page of the session as it is now; several changes in one go make one event. */
  changed(): void {
    if (this.announced) return;
    this.announced = true;
    setImmediate(() => {
      this.announced = false;
      this.view().then(
        (session) => session && this.ports.tell('session-changed', { session }),
        this.ports.onCrash,
      );
    });
  }

  private async enter(actor: Actor): Promise<Result<SessionView>> {
    this.current = actor;
    this.idle?.stop();
    this.idle = watchIdle(
      this.ports.idleLimitMs,
      this.ports.clocks.uptime,
      () => this.paying?.until ?? 0,
      () => void this.end('idle'),
    );
    const view = await this.view();
    if (!view) return fail('internal', 'The session could not be shown. Please ask an associate.');
    this.ports.tell('session-changed', { session: view });
    return succeed(view);
  }

  private async leave(reason: EndReason): Promise<void> {
    const actor = this.current;
    if (!actor) return;
    this.current = undefined;
    this.idle?.stop();
    this.paying = undefined;
    this.ports.onEnd(reason);
    await this.ports.shop.sessions.end(actor, reason);
    this.ports.tell('session-changed', { session: null });
    this.ports.tell('session-ended', { reason });
    // The next shopper need not wait for the hub; the wipe itself waits for what must be handed back.
    this.parting = this.ports
      .handBack()
      .catch(this.ports.onCrash)
      .then(() => this.clearing.wipe())
      .catch(this.ports.onCrash);
  }

  /** Ends the session that is here unless it is this one, and opens this one with the lines that come along. */
  private async goOnAs(
    actor: Actor,
    { cart, notes }: Pick<Session, 'cart' | 'notes'>,
    carried: Carried | undefined,
  ): Promise<Result<SessionView>> {
    if (this.current && carried) await this.ports.shop.holds.moveTrials(this.current, actor);
    if (this.current?.sessionId !== actor.sessionId) await this.leave('shopper');
    const here = new Set(cart.map((line) => line.sku));
    for (const { sku, quantity } of carried?.lines ?? []) {
      if (!here.has(sku)) await this.ports.shop.carts.setLine(actor, sku, quantity);
    }
    for (const { worker, key, ...content } of carried?.notes ?? []) {
      if (!notes.some((note) => isAbout(note, { worker, key })))
        await this.ports.shop.notes.set(actor, worker, key, content);
    }
    if (carried?.plan) await this.ports.shop.plans.carry(carried.plan, actor);
    return this.enter(actor);
  }

  /**
   * The bag of a guest, or of a code that was opened without the hub; undefined for anyone whom the hub has named. Nobody can pay
   * it twice: its link is taken back, and a paid one is empty.
   */
  private async bagToCarry(): Promise<Carried | undefined> {
    const view = await this.view();
    if (!this.current || !view || view.trust === 'restored') return undefined;
    const plan = view.plan !== null && isOpen(view.plan) ? view.plan : null;
    const bag = { lines: view.cart.lines, notes: view.notes, plan };
    if (view.payment?.state !== 'open') return bag;
    const cancelled = await this.ports.shop.payments.cancel(this.current);
    return !cancelled.ok && cancelled.failure.reason === 'already-paid' ? undefined : bag;
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.queue.then(work);
    this.queue = result.catch(() => undefined);
    return result;
  }
}

const notReady = () =>
  fail('offline', 'The kiosk is still fetching the shop for the first time. Please ask an associate.', {
    reason: 'not-ready',
  });
