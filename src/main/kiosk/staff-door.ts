import { fail, type Result, succeed } from '../../contracts/result.ts';

/** Wrong PINs before the door locks, and for how long. */
const maximumTries = 5;
const lockMs = 5 * 60_000;
/** Without a touch for so long, the next one needs the PIN again. */
const idleMs = 60_000;

/** What happened, and ids of what it happened to: nothing of a person. */
export type Audit = (event: string, facts?: Readonly<Record<string, string | number>>) => void;

export interface StaffDoorPorts {
  readonly now: () => number;
  readonly newId: () => string;
  readonly checkPin: (pin: string) => Promise<boolean>;
  readonly audit: Audit;
}

/** Lets staff in by a PIN, one session at a time, and out again when nobody touches the screen for a minute. */
export class StaffDoor {
  private wrongTries = 0;
  private lockedUntil = 0;
  private opened: { readonly token: string; touchedAt: number } | undefined;

  constructor(private readonly ports: StaffDoorPorts) {}

  /** Opens a session in place of any other. `denied` with reason `wrong-pin` or, after five of those, `locked`. */
  async enter(pin: string): Promise<Result<{ token: string }>> {
    if (this.ports.now() < this.lockedUntil) return locked();
    // Counted before it is known to be wrong: what is asked at once must not be more tries.
    this.wrongTries += 1;
    if (this.wrongTries >= maximumTries) {
      this.wrongTries = 0;
      this.lockedUntil = this.ports.now() + lockMs;
    }
    if (!(await this.ports.checkPin(pin))) {
      this.ports.audit('wrong staff PIN');
      if (this.ports.now() < this.lockedUntil) this.opened = undefined;
      return fail('denied', 'That PIN is not right.', { reason: 'wrong-pin' });
    }
    this.wrongTries = 0;
    this.lockedUntil = 0;
    const token = this.ports.newId();
    this.opened = { token, touchedAt: this.ports.now() };
    this.ports.audit('staff page opened');
    return succeed({ token });
  }

  leave(token: string): Result<Record<string, never>> {
    if (this.opened?.token === token) {
      this.opened = undefined;
      this.ports.audit('staff page closed');
    }
    return succeed({});
  }

  touch(token: string): Result<Record<string, never>> {
    const session = this.session(token);
    if (!session) return closed();
    session.touchedAt = this.ports.now();
    return succeed({});
  }

  /** Does the work if the session is open. It is no touch: a list that refreshes itself keeps no door open. */
  async inside<T>(token: string, work: () => Promise<Result<T>>): Promise<Result<T>> {
    return this.session(token) ? work() : closed();
  }

  private session(token: string): { touchedAt: number } | undefined {
    if (this.opened && this.ports.now() - this.opened.touchedAt >= idleMs) this.leave(this.opened.token);
    return this.opened?.token === token ? this.opened : undefined;
  }
}

const locked = () => fail('denied', 'Too many wrong PINs. Try again in five minutes.', { reason: 'locked' });

const closed = () =>
  fail('denied', 'The staff page has closed itself. Type the PIN again.', { reason: 'staff-closed' });
