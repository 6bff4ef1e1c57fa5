import type { AgentEvent } from '../../contracts/agent-event.ts';
import type { Card } from '../../contracts/card.ts';
import type { Vocabulary } from '../../contracts/catalogue.ts';
import type { Failure, Result } from '../../contracts/result.ts';
import type { ChatMessage, SessionView } from '../../contracts/session.ts';
import type { Actor } from '../shop.ts';
import type { ToolDescription } from './tool-catalogue.ts';

export interface ToolRequest {
  readonly callId: string;
  readonly tool: string;
  readonly arguments: Readonly<Record<string, unknown>>;
  /** What was written as arguments is no JSON object: the call is answered as a bad one, and not run. */
  readonly malformed?: true;
}

/** A call of this turn with what came of it. */
export interface ToolStep extends ToolRequest {
  readonly result: Result<Readonly<Record<string, unknown>>>;
  readonly card: Card | undefined;
}

/** All that a planner may know when it decides what is next. */
export interface TurnState {
  readonly utterance: string;
  /** Messages before this turn, oldest first. */
  readonly history: readonly ChatMessage[];
  readonly session: SessionView;
  readonly steps: readonly ToolStep[];
  readonly tools: readonly ToolDescription[];
  readonly vocabulary: Vocabulary;
  /** IANA zone of the shop, in which days and hours are said. */
  readonly timeZone: string;
}

export type PlannerOutput =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'call'; readonly call: ToolRequest }
  | { readonly type: 'suggestions'; readonly suggestions: readonly string[] }
  /** Tokens that a model was paid for, and what they cost, as `ModelPiece` has it. */
  | { readonly type: 'usage'; readonly tokens: number; readonly cost: number };

/** Thrown by a planner that cannot go on (model slow, refusing, talking nonsense); another planner may take over. */
export class PlannerUnavailable extends Error {
  constructor(readonly failure: Failure) {
    super(failure.message);
  }
}

/**
 * Decides the next step of a turn. The loop calls `next`, runs the calls it gave, and calls it again with their results
 * until it gives none: then its text is the answer.
 */
export interface Planner {
  readonly name: 'llm' | 'offline';
  /** False while it is known not to answer (its circuit is open): another planner starts the turn then. */
  readonly available?: () => boolean;
  next(state: TurnState, signal: AbortSignal): AsyncIterable<PlannerOutput>;
}

/** What a root (kiosk, hub, command line) sees of the agent. */
export interface SalesAgent {
  /** One turn: from the shopper's words to `turn-ended`. Only one turn of a session runs at a time. */
  turn(request: {
    readonly actor: Actor;
    readonly utterance: string;
    readonly signal: AbortSignal;
    /** Answers a `confirm` event; a rejected or aborted promise counts as no. */
    readonly confirm: (confirmationId: string) => Promise<boolean>;
  }): AsyncIterable<AgentEvent>;
  /** Which planner serves now: for staff, not for shoppers. */
  readonly planner: () => 'llm' | 'offline';
}
