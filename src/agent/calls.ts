import type { AgentEvent } from '../contracts/agent-event.ts';
import { fail } from '../contracts/result.ts';
import type { ToolRequest, ToolStep } from '../core/agent/planner.ts';
import type { ToolContext } from '../core/agent/tool.ts';
import type { ToolCatalogue, ToolDescription } from '../core/agent/tool-catalogue.ts';
import type { Actor, Shop } from '../core/shop.ts';
import { argumentsAsText, tellsNothingNew } from './foreign-arguments.ts';
import type { Texts } from './texts.ts';

export interface CallRoom {
  readonly shop: Shop;
  readonly catalogue: ToolCatalogue;
  readonly actor: Actor;
  readonly texts: Texts;
  readonly turn: number;
  /** Unique to the turn: the first half of every idempotency key. */
  readonly turnId: string;
  readonly tools: readonly ToolDescription[];
  /** What the shopper said in this turn. */
  readonly utterance: string;
  readonly signal: AbortSignal;
  readonly confirm: (confirmationId: string) => Promise<boolean>;
}

/** Runs the calls of one planner round: neighbouring reads together, writes one by one and only after a yes. `done` are those before. */
export async function* runCalls(
  requests: readonly ToolRequest[],
  done: readonly ToolStep[],
  room: CallRoom,
): AsyncGenerator<AgentEvent, readonly ToolStep[]> {
  const steps: ToolStep[] = [];
  let reads: ToolRequest[] = [];
  for (const request of requests) {
    if (request.malformed) steps.push(yield* refuse(request, room));
    else if (needsConsent(request, [...done, ...steps], room)) {
      steps.push(...(yield* runReads(reads, room)));
      reads = [];
      if (room.signal.aborted) return steps;
      steps.push(yield* runWrite(request, room));
    } else {
      reads.push(request);
    }
  }
  steps.push(...(yield* runReads(reads, room)));
  return steps;
}

/**
 * A write does; and what would tell a stranger more than the shopper has just said. A tool that was not there when the turn began may
 * be by now, and may write: the catalogue is asked first.
 */
function needsConsent(request: ToolRequest, done: readonly ToolStep[], room: CallRoom): boolean {
  const tool = describe(request, room);
  if (tool === undefined || tool.effect === 'write') return true;
  return tool.foreign === true && !tellsNothingNew(request.arguments, tool, { ...room, done });
}

const describe = (request: ToolRequest, room: CallRoom) =>
  room.tools.find((tool) => tool.name === request.tool);

const called = (request: ToolRequest, room: CallRoom): AgentEvent => ({
  event: 'tool-call',
  turn: room.turn,
  worker: describe(request, room)?.worker ?? '',
  tool: request.tool,
  arguments: { ...request.arguments },
});

function resulted({ tool, result }: ToolStep, worker: string, turn: number): AgentEvent {
  const head = { event: 'tool-result', turn, worker, tool } as const;
  return result.ok
    ? { ...head, ok: true, result: result.value }
    : { ...head, ok: false, failure: result.failure };
}

const contextOf = ({ callId }: ToolRequest, { actor, turnId, signal }: CallRoom): ToolContext => ({
  actor,
  idempotencyKey: `${turnId}:${callId}`,
  signal,
});

async function execute(request: ToolRequest, room: CallRoom): Promise<ToolStep> {
  const outcome = await room.catalogue.call(request.tool, request.arguments, contextOf(request, room));
  return { ...request, ...outcome };
}

async function* runReads(
  requests: readonly ToolRequest[],
  room: CallRoom,
): AsyncGenerator<AgentEvent, readonly ToolStep[]> {
  for (const request of requests) yield called(request, room);
  const steps = await Promise.all(requests.map((request) => execute(request, room)));
  for (const step of steps) yield resulted(step, describe(step, room)?.worker ?? '', room.turn);
  return steps;
}

/** The model is told, and may write the call again. */
function* refuse(request: ToolRequest, room: CallRoom): Generator<AgentEvent, ToolStep> {
  yield called(request, room);
  const result = fail(
    'invalid',
    `The arguments of ${request.tool} were not a JSON object. Write the whole call again, once.`,
    { reason: 'bad-arguments' },
  );
  const step = { ...request, result, card: undefined };
  yield resulted(step, describe(step, room)?.worker ?? '', room.turn);
  return step;
}

async function* runWrite(request: ToolRequest, room: CallRoom): AsyncGenerator<AgentEvent, ToolStep> {
  yield called(request, room);
  const step = yield* writeWithConsent(request, room);
  yield resulted(step, describe(step, room)?.worker ?? '', room.turn);
  return step;
}

async function* writeWithConsent(request: ToolRequest, room: CallRoom): AsyncGenerator<AgentEvent, ToolStep> {
  const consent = await room.catalogue.consent(request.tool, request.arguments, contextOf(request, room));
  if (!consent.ok) return { ...request, result: consent, card: undefined };
  const { worker, sentence } = consent.value;
  const summary = sentence === undefined ? summaryOf(request, room) : room.texts.say(worker, sentence);
  if (summary === undefined) return { ...request, result: tooMuchToShow, card: undefined };
  const confirmationId = `${room.turnId}:${request.callId}`;
  yield {
    event: 'confirm',
    turn: room.turn,
    confirmationId,
    tool: request.tool,
    arguments: { ...request.arguments },
    summary,
  };
  if (await accepted(confirmationId, room)) return execute(request, room);
  return {
    ...request,
    result: fail('denied', 'The shopper said no. Do not ask again in this turn; offer something else.', {
      reason: 'declined',
    }),
    card: undefined,
  };
}

/** Of a tool that has no sentence: its name, and all that it would be told. Undefined where that is more than anyone reads. */
function summaryOf(request: ToolRequest, room: CallRoom): string | undefined {
  const told = argumentsAsText(request.arguments);
  if (told === undefined) return undefined;
  const tool = describe(request, room)?.title ?? request.tool;
  return told === '' ? room.texts.t('confirm.other', { tool }) : room.texts.t('confirm.told', { tool, told });
}

const tooMuchToShow = fail(
  'invalid',
  'The shopper could not be shown all that this call would tell. Call it with less, or go another way.',
  { reason: 'bad-arguments' },
);

/** Only a yes counts: a broken or aborted answer is a no. */
async function accepted(confirmationId: string, { confirm, signal }: CallRoom): Promise<boolean> {
  if (signal.aborted) return false;
  const aborted = new Promise<boolean>((resolve) => {
    signal.addEventListener('abort', () => resolve(false), { once: true });
  });
  try {
    const yes = await Promise.race([confirm(confirmationId), aborted]);
    return yes === true && !signal.aborted;
  } catch {
    return false;
  }
}
