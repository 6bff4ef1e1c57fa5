import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { KioskResponse } from '../../contracts/kiosk-ipc.ts';
import { type Failure, fail, type Result, succeed } from '../../contracts/result.ts';
import type { SessionSnapshot, SessionView } from '../../contracts/session.ts';
import { parseHandover } from '../../core/handover/parse-handover.ts';
import type { Shop } from '../../core/shop.ts';
import type { HubClient } from '../../platform/sync/hub-client.ts';
import type { CodeOpener } from './code-opener.ts';
import type { SessionDesk } from './session-desk.ts';

/** Wrong pickup codes before the entry pauses, and for how long. */
const maximumTries = 5;
const pauseMs = 5 * 60_000;

export interface EntrancePorts {
  readonly shop: Pick<Shop, 'browsing' | 'stock'>;
  readonly desk: SessionDesk;
  readonly hub: Pick<HubClient, 'call'>;
  readonly codes: CodeOpener;
  readonly now: () => number;
  /** Tells the hub what the session here has done so far, so that it is in what comes; failing is fine. */
  readonly handBack: () => Promise<unknown>;
}

const unheard = ({ kind }: Failure): boolean => kind === 'offline' || kind === 'timeout';

/** How a shopper comes in: by a code before the camera or scanner, by phone number, or by a pickup code. */
export class Entrance {
  private wrongTries = 0;
  private pausedUntil = 0;

  constructor(private readonly ports: EntrancePorts) {}

  async scan(text: string): Promise<KioskResponse<'session.scan'>> {
    const parsed = parseHandover(text);
    if (!parsed.ok) return parsed;
    if (parsed.value.kind === 'product') {
      const variant = await this.ports.shop.browsing.byBarcode(parsed.value.gtin);
      if (!variant.ok) return variant;
      return succeed({ found: 'product', handle: variant.value.handle, sku: variant.value.sku });
    }
    const session = await this.handOver(parsed.value.handle, parsed.value.capsule);
    return session.ok ? succeed({ found: 'session', session: session.value }) : session;
  }

  async requestCode(phone: string, country: string): Promise<KioskResponse<'session.request-code'>> {
    const number = isSupportedCountry(country)
      ? parsePhoneNumberFromString(phone, country as CountryCode)
      : undefined;
    if (!number?.isPossible()) {
      return fail('invalid', 'That is not a whole phone number. Check the digits and the country.', {
        reason: 'phone-invalid',
      });
    }
    return this.ports.hub.call('requestCode', { phone: number.number });
  }

  async verifyCode(requestId: string, code: string): Promise<Result<SessionView>> {
    if (!/^\d{6}$/.test(code)) {
      return fail('invalid', 'The code has six digits. Look at the message on your phone.', {
        reason: 'code-wrong',
      });
    }
    const snapshot = await this.fromHub(() => this.ports.hub.call('verifyCode', { requestId, code }));
    return snapshot.ok ? this.ports.desk.admit(snapshot.value) : snapshot;
  }

  /** For a kiosk without network: the code that the shopper got beforehand. `denied` after five wrong ones, for five minutes. */
  async openPickup(typed: string): Promise<Result<SessionView>> {
    if (this.ports.now() < this.pausedUntil) return tooManyTries();
    // Counted before it is known to be wrong: what is asked at once must not be more tries.
    this.wrongTries += 1;
    const left = maximumTries - this.wrongTries;
    if (left <= 0) {
      this.wrongTries = 0;
      this.pausedUntil = this.ports.now() + pauseMs;
    }
    const opened = await this.ports.codes.byPickupCode(typed);
    if (opened) {
      this.wrongTries = 0;
      this.pausedUntil = 0;
      return this.ports.desk.admitOpened(opened);
    }
    return fail('denied', 'This code is not known here. Check it, and that it is for this shop.', {
      reason: 'pickup-wrong',
      details: { attemptsLeft: left },
    });
  }

  /**
   * With the hub, the handle brings the whole session. Without, the visitor's row brings what was chosen, or the capsule the bare
   * bag. A forged capsule is refused in all cases: nobody honest carries one. What else a capsule is refused for (another
   * shop, its time, a key that is unknown here) counts only where the hub cannot be asked.
   */
  private async handOver(handle: string, text: string | null): Promise<Result<SessionView>> {
    const { desk, hub, codes } = this.ports;
    const capsule = text === null ? undefined : await codes.readCapsule(text);
    if (capsule && !capsule.ok && capsule.failure.reason === 'code-tampered') return capsule;
    const snapshot = await this.fromHub(() => hub.call('redeem', { handle }));
    if (snapshot.ok) return desk.admit(snapshot.value);
    if (!unheard(snapshot.failure)) return snapshot;
    const expected = await codes.byHandle(handle);
    if (expected) return desk.admitOpened(expected);
    if (!capsule) return snapshot;
    return capsule.ok
      ? desk.admitOpened(await codes.bagOf(capsule.value))
      : this.withShopName(capsule.failure);
  }

  private async fromHub(ask: () => Promise<Result<SessionSnapshot>>): Promise<Result<SessionSnapshot>> {
    if (this.ports.desk.actor().ok) await this.ports.handBack();
    return ask();
  }

  private async withShopName(failure: Failure): Promise<Result<never>> {
    const { storeId } = failure.details ?? {};
    if (typeof storeId !== 'string') return { ok: false, failure };
    const store = await this.ports.shop.stock.store(storeId);
    const shop = store.ok ? store.value.name : storeId;
    return fail('invalid', `This code was made for the shop ${shop}. Choose this shop on your phone.`, {
      reason: 'code-other-shop',
      details: { shop },
    });
  }
}

const tooManyTries = (): Result<never> =>
  fail('denied', 'Too many wrong codes. Try again in five minutes, or ask an associate.', {
    reason: 'too-many-tries',
  });
