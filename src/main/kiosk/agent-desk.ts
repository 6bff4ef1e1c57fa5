import { fail, type Result, succeed } from '../../contracts/result.ts';
import type { SalesAgent } from '../../core/agent/planner.ts';
import type { Actor } from '../../core/shop.ts';
import type { TellPage } from '../ipc/tell-page.ts';

interface Turn {
  readonly turnId: string;
  readonly abort: AbortController;
  readonly answers: Map<string, (accepted: boolean) => void>;
}

/** Runs the agent's turns for the page: steps go out as events, the shopper's answers come back as calls. */
export class AgentDesk {
  private turn: Turn | undefined;

  constructor(
    private readonly agent: SalesAgent,
    private readonly tell: TellPage,
    private readonly onCrash: (error: unknown) => void,
  ) {}

  /** A new wish interrupts the one before it. */
  say(actor: Actor, turnId: string, utterance: string): void {
    this.stop();
    const turn: Turn = { turnId, abort: new AbortController(), answers: new Map() };
    this.turn = turn;
    void this.run(actor, turn, utterance);
  }

  answer(turnId: string, confirmationId: string, accepted: boolean): Result<Record<string, never>> {
    const resolve = this.turn?.turnId === turnId ? this.turn.answers.get(confirmationId) : undefined;
    if (!resolve)
      return fail('conflict', 'That question is no longer open. Please ask again.', { reason: 'answered' });
    this.turn?.answers.delete(confirmationId);
    resolve(accepted);
    return succeed({});
  }

  cancel(turnId: string): void {
    if (this.turn?.turnId === turnId) this.stop();
  }

  stop(): void {
    this.turn?.abort.abort();
    this.turn = undefined;
  }

  private async run(actor: Actor, turn: Turn, utterance: string): Promise<void> {
    const { signal } = turn.abort;
    const confirm = (confirmationId: string) =>
      new Promise<boolean>((resolve) => {
        turn.answers.set(confirmationId, resolve);
        signal.addEventListener('abort', () => resolve(false), { once: true });
      });
    try {
      for await (const step of this.agent.turn({ actor, utterance, signal, confirm })) {
        // After a stop only the end is told: late words of a wish that was withdrawn would confuse.
        if (!signal.aborted || step.event === 'turn-ended')
          this.tell('agent-stepped', { turnId: turn.turnId, step });
      }
    } catch (error) {
      this.onCrash(error);
      this.tell('agent-stepped', {
        turnId: turn.turnId,
        step: { event: 'turn-ended', turn: 0, outcome: 'failed', suggestions: [] },
      });
    } finally {
      if (this.turn === turn) this.turn = undefined;
    }
  }
}
