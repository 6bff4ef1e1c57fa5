import { z } from 'zod';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import type { Messenger, OutgoingMessage } from '../../core/ports/messenger.ts';

export interface WhatsAppSettings {
  /** Permanent access token of the business's system user. */
  readonly token: string;
  readonly phoneNumberId: string;
  /** Base of the Graph API with its version; tests point it at a server of their own. */
  readonly baseUrl?: string | undefined;
  readonly timeoutMs?: number | undefined;
}

const graphError = z.object({ error: z.object({ code: z.int(), message: z.string() }) });

/** 131047: more than 24 hours since the shopper's last message. 130429, 131056, 80007: rate limits. */
const windowClosed = 131047;
const rateLimits = new Set([130429, 131056, 80007, 4]);

/**
 * Sends free text through the WhatsApp Cloud API, which allows it within 24 hours of the shopper's last message.
 * https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages
 */
export function createWhatsAppMessenger(settings: WhatsAppSettings): Messenger {
  const base = settings.baseUrl ?? 'https://graph.facebook.com/v23.0';
  const url = `${base}/${encodeURIComponent(settings.phoneNumberId)}/messages`;
  return {
    name: 'whatsapp',
    async send(message: OutgoingMessage): Promise<Result<void>> {
      let response: Response;
      try {
        response = await fetch(url, {
          method: 'POST',
          headers: { authorization: `Bearer ${settings.token}`, 'content-type': 'application/json' },
          body: JSON.stringify({
            messaging_product: 'whatsapp',
            recipient_type: 'individual',
            to: message.to.replace(/^\+/, ''),
            type: 'text',
            text: { preview_url: message.kind === 'payment-link', body: message.text },
            biz_opaque_callback_data: message.messageId,
          }),
          signal: AbortSignal.timeout(settings.timeoutMs ?? 10_000),
        });
      } catch {
        return fail('offline', 'WhatsApp cannot be reached; the message waits and is tried again.');
      }
      if (response.ok) return succeed(undefined);
      return refusal(response.status, await response.json().catch(() => undefined));
    },
  };
}

function refusal(status: number, body: unknown): Result<never> {
  const parsed = graphError.safeParse(body);
  const code = parsed.success ? parsed.data.error.code : undefined;
  if (status >= 500 || status === 429 || (code !== undefined && rateLimits.has(code))) {
    return fail('timeout', 'WhatsApp is busy; the message waits and is tried again.');
  }
  if (code === windowClosed) {
    return fail(
      'denied',
      'More than 24 hours since the shopper wrote: WhatsApp wants an approved template here.',
      { reason: 'window-closed' },
    );
  }
  if (status === 401 || status === 403) {
    return fail('denied', 'WhatsApp refused the access token: check WHATSAPP_TOKEN.', {
      reason: 'token-refused',
    });
  }
  return fail('invalid', `WhatsApp refused the message (status ${status}, code ${code ?? 'none'}).`);
}
