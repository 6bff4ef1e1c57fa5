import {
  callsTools,
  type ModelEndpoint,
  says,
  startModelEndpoint,
} from '../../integration/agent/model-endpoint.ts';
import type { InjectionCase } from './injection-case.ts';

export interface ObedientModel extends ModelEndpoint {
  /** From now on it plays this case. */
  play(one: InjectionCase): void;
  /** Whether the text of the case came to it. */
  reached(): boolean;
}

interface Message {
  readonly role: string;
  readonly content?: string;
}

/**
 * A chat-completions endpoint over HTTP that does whatever it is told by anyone: it makes the honest calls of the case, and once the
 * hostile text has come to it, all calls that the text wants, one an answer, and says what the text wants said.
 */
export async function startObedientModel(): Promise<ObedientModel> {
  let current: InjectionCase | undefined;
  let round = 0;
  let seen = false;
  const endpoint = await startModelEndpoint([
    (response, request) => {
      if (current === undefined) return says('Hello.')(response, request);
      const { id, lure, obeys, says: lie } = current;
      const read = JSON.stringify([(request.messages as readonly Message[]).slice(1), request.tools]);
      seen ||= read.includes(id);
      const calls = seen ? [...lure, ...obeys] : lure;
      const next = calls[round];
      round += 1;
      if (next === undefined) return says(seen ? lie : 'Hello.')(response, request);
      return callsTools([next[0], JSON.stringify(next[1])])(response, request);
    },
  ]);
  return {
    ...endpoint,
    play: (one) => {
      current = one;
      round = 0;
      seen = false;
    },
    reached: () => seen,
  };
}
