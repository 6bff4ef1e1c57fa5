import { succeed } from '../../contracts/result.ts';
import type { Messenger } from '../../core/ports/messenger.ts';

/**
 * Delivers nothing by itself: what is handed to a messenger is in the hub's inbox already, and the inbox page shows it as
 * the shopper's phone would.
 */
export function createSimulatedMessenger(): Messenger {
  return { name: 'simulated', send: async () => succeed(undefined) };
}
