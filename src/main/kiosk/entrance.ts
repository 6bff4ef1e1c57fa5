import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { CapsuleClaims } from '../../contracts/capsule.ts';
import type { KioskResponse } from '../../contracts/kiosk-ipc.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import type { SessionView } from '../../contracts/session.ts';
import { parseHandover } from '../../core/handover/parse-handover.ts';
import type { Shop } from '../../core/shop.ts';
import type { HubClient } from '../../platform/sync/hub-client.ts';
import type { SessionDesk } from './session-desk.ts';

export interface EntrancePorts {
  readonly shop: Shop;
  readonly desk: SessionDesk;
  readonly hub: HubClient;
  /** `invalid` with reason `code-tampered`, `code-foreign` or `code-expired` when it is not good. */
  readonly verifyCapsule: (capsule: string) => Promise<Result<CapsuleClaims>>;
}

/** How a shopper comes in: by a code before the camera or scanner, or by phone number. */
export class Entrance {
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
    const snapshot = await this.ports.hub.call('verifyCode', { requestId, code });
    return snapshot.ok ? this.ports.desk.admit(snapshot.value) : snapshot;
  }

  /**
   * With the hub, the handle brings the whole session. Without, the capsule brings the bag. A capsule that is there and
   * not good is refused in both cases: nobody honest carries one.
   */
  private async handOver(handle: string, capsule: string | null): Promise<Result<SessionView>> {
    const claims = capsule === null ? undefined : await this.ports.verifyCapsule(capsule);
    if (claims && !claims.ok) return claims;
    const snapshot = await this.ports.hub.call('redeem', { handle });
    if (snapshot.ok) return this.ports.desk.admit(snapshot.value);
    const unheard = snapshot.failure.kind === 'offline' || snapshot.failure.kind === 'timeout';
    return unheard && claims ? this.ports.desk.admitCapsule(claims.value) : snapshot;
  }
}
