import { create } from 'zustand';
import type { AgentEvent } from '../../contracts/agent-event.ts';
import type { Card } from '../../contracts/card.ts';
import { assertNever } from '../../contracts/result.ts';

export interface Confirmation {
  readonly confirmationId: string;
  readonly tool: string;
  readonly summary: string;
}

/** The turn in progress or just ended, until main's message list contains it. */
export interface Turn {
  readonly turnId: string;
  readonly said: string;
  /** How many messages the session had before it. */
  readonly baseline: number;
  readonly text: string;
  readonly cards: readonly Card[];
  readonly working: string | null;
  readonly confirmation: Confirmation | null;
  readonly outcome: 'running' | 'answered' | 'cancelled' | 'failed';
  readonly suggestions: readonly string[];
}

export const useTurn = create<{ readonly turn: Turn | null }>()(() => ({ turn: null }));

export const resetTurn = (): void => useTurn.setState({ turn: null });

export function beginTurn(turnId: string, said: string, baseline: number): void {
  useTurn.setState({
    turn: {
      turnId,
      said,
      baseline,
      text: '',
      cards: [],
      working: null,
      confirmation: null,
      outcome: 'running',
      suggestions: [],
    },
  });
}

export function stepTurn(turnId: string, step: AgentEvent): void {
  useTurn.setState(({ turn }) => (turn?.turnId === turnId ? { turn: applyStep(turn, step) } : { turn }));
}

export function applyStep(turn: Turn, step: AgentEvent): Turn {
  switch (step.event) {
    case 'tool-call':
      return { ...turn, working: step.worker };
    case 'tool-result':
      return { ...turn, working: null, confirmation: null };
    case 'text':
      return { ...turn, text: turn.text + step.text };
    case 'card':
      return { ...turn, cards: [...turn.cards, step.card] };
    case 'confirm':
      return {
        ...turn,
        confirmation: { confirmationId: step.confirmationId, tool: step.tool, summary: step.summary },
      };
    case 'turn-ended':
      return {
        ...turn,
        working: null,
        confirmation: null,
        outcome: step.outcome,
        suggestions: step.suggestions,
      };
    default:
      return assertNever(step);
  }
}

export const clearConfirmation = (): void =>
  useTurn.setState(({ turn }) => ({ turn: turn ? { ...turn, confirmation: null } : null }));

export const failTurn = (turnId: string): void =>
  useTurn.setState(({ turn }) =>
    turn?.turnId === turnId ? { turn: { ...turn, outcome: 'failed', working: null } } : { turn },
  );
