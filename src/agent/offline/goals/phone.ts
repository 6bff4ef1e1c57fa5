import { call, type Goal, type GoalRoom } from '../goal.ts';
import { failureReply } from './failure.ts';

/** The code is on the card; where a message went out, that is said. */
export function* continueOnPhone({ texts }: GoalRoom): Goal {
  const opened = yield* call('continue_on_phone', {});
  if (!opened.ok) return failureReply(opened.failure, texts);
  return { text: texts.t(opened.value.sent ? 'phone.sent' : 'phone.shown') };
}
