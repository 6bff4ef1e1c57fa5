import { type Result, succeed } from '../../../contracts/result.ts';
import type { Kiosk } from '../../kiosk/kiosk.ts';
import type { KioskHandlers } from '../serve-calls.ts';

type SessionCalls =
  | 'kiosk.state'
  | 'session.scan'
  | 'session.request-code'
  | 'session.verify-code'
  | 'session.open-pickup'
  | 'session.start-guest'
  | 'session.set-language'
  | 'session.end'
  | 'session.touch';

/** Coming, going, and who is there. */
export function sessionHandlers(kiosk: Kiosk): Pick<KioskHandlers, SessionCalls> {
  const { desk, entrance } = kiosk;
  return {
    'kiosk.state': async () => succeed(await kiosk.state()),
    'session.scan': ({ text }) => entrance.scan(text),
    'session.request-code': ({ phone, country }) => entrance.requestCode(phone, country),
    'session.verify-code': ({ requestId, code }) => entrance.verifyCode(requestId, code),
    'session.open-pickup': ({ code }) => entrance.openPickup(code),
    'session.start-guest': ({ language }) => desk.startGuest(language),
    'session.set-language': ({ language }) => desk.setLanguage(language),
    'session.end': async ({ reason }) => {
      await desk.end(reason);
      return succeed({});
    },
    'session.touch': async (): Promise<Result<Record<string, never>>> => {
      desk.touch();
      return succeed({});
    },
  };
}
