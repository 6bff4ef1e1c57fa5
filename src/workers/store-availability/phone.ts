import { z } from 'zod';
import { phoneLink } from '../../contracts/phone-link.ts';
import { succeed } from '../../contracts/result.ts';
import { defineTool, type Tool } from '../../core/agent/tool.ts';
import type { Shop } from '../../core/shop.ts';

export const continueOnPhone = (shop: Shop): Tool =>
  defineTool({
    name: 'continue_on_phone',
    description:
      'Makes a link, for once and for a few minutes, by which the shopper goes on with this conversation and bag on their own phone; shown as a QR code. A customer who is signed in gets it as a message instead. Not for paying.',
    effect: 'write',
    hints: { openWorld: true },
    input: z.strictObject({}),
    output: phoneLink,
    consent: async (_input, { actor }) => {
      const view = await shop.sessions.view(actor);
      if (!view.ok) return view;
      return succeed({
        key: view.value.customer === null ? 'confirm.phone-shown' : 'confirm.phone-sent',
        values: {},
      });
    },
    run: (_input, { actor }) => shop.sessions.continueOnPhone(actor),
    present: (link) => ({ type: 'phone-link', link }),
  });
