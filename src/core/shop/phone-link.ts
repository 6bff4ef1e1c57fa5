import type { PhoneLink } from '../../contracts/phone-link.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import type { Actor } from '../shop.ts';
import type { ShopParts } from './parts.ts';

/** The hub has to know of the session, with all that was done here, before a phone can open it. */
export async function continueOnPhone(parts: ShopParts, { sessionId }: Actor): Promise<Result<PhoneLink>> {
  const { phoneLinks } = parts;
  if (!phoneLinks) {
    return fail('denied', 'No session goes from here to a phone. Go on in this conversation.', {
      reason: 'no-phone-links',
    });
  }
  const flushed = parts.flush ? await parts.flush() : succeed(undefined);
  const opened = flushed.ok ? await phoneLinks.open(sessionId) : flushed;
  if (opened.ok || (opened.failure.kind !== 'offline' && opened.failure.kind !== 'timeout')) return opened;
  return fail(
    opened.failure.kind,
    'The connection is away, so the conversation cannot move to a phone now. It goes on here: search, bag and fitting room work as before. Who came with a code has their own on the phone still. Try again later.',
    { reason: 'phone-needs-hub' },
  );
}
