import { succeed } from '../../../contracts/result.ts';
import type { Kiosk } from '../../kiosk/kiosk.ts';
import type { KioskHandlers } from '../serve-calls.ts';

type AssistanceCalls = 'agent.say' | 'agent.answer' | 'agent.cancel' | 'associate.call' | 'staff.camera-seen';

/** Help from the agent, from an associate, and for the associate. */
export function assistanceHandlers(kiosk: Kiosk): Pick<KioskHandlers, AssistanceCalls> {
  const { desk, agentDesk, staffDesk } = kiosk;
  return {
    'agent.say': async ({ turnId, text }) => {
      desk.touch();
      const actor = desk.actor();
      if (!actor.ok) return actor;
      agentDesk.say(actor.value, turnId, text);
      return succeed({});
    },
    'agent.answer': async ({ turnId, confirmationId, accepted }) => {
      desk.touch();
      return agentDesk.answer(turnId, confirmationId, accepted);
    },
    'agent.cancel': async ({ turnId }) => {
      agentDesk.cancel(turnId);
      return succeed({});
    },
    'associate.call': ({ reason }) => staffDesk.call(reason),
    'staff.camera-seen': async ({ working }) => {
      staffDesk.cameraSeen(working);
      return succeed({});
    },
  };
}
