import { fail } from '../../contracts/result.ts';
import type { Help } from '../shop.ts';
import type { ShopParts } from './parts.ts';

export function createHelp({ associates, environment }: Pick<ShopParts, 'associates' | 'environment'>): Help {
  return {
    async callAssociate(sessionId, reason) {
      if (associates) return associates.call({ callId: environment.newId(), sessionId, reason });
      return fail('denied', 'Associates are in the shops. Name the nearest one, with its phone number.', {
        reason: 'no-associate-here',
      });
    },
  };
}
