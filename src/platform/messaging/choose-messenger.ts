import { fail, type Result, succeed } from '../../contracts/result.ts';
import type { Messenger } from '../../core/ports/messenger.ts';
import { createSimulatedMessenger } from './simulated-messenger.ts';
import { createWhatsAppMessenger } from './whatsapp-messenger.ts';

/** WhatsApp when WHATSAPP_TOKEN is set (then WHATSAPP_PHONE_NUMBER_ID must be too), simulated otherwise. */
export function chooseMessenger(
  environment: Readonly<Record<string, string | undefined>>,
): Result<Messenger> {
  const token = environment.WHATSAPP_TOKEN;
  if (!token) return succeed(createSimulatedMessenger());
  const phoneNumberId = environment.WHATSAPP_PHONE_NUMBER_ID;
  if (!phoneNumberId) {
    return fail('invalid', 'WHATSAPP_TOKEN is set but WHATSAPP_PHONE_NUMBER_ID is not: set both or neither.');
  }
  return succeed(createWhatsAppMessenger({ token, phoneNumberId }));
}
