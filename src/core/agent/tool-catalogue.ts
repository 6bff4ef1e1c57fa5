import type { Card } from '../../contracts/card.ts';
import type { Result } from '../../contracts/result.ts';
import type { SpokenCommand } from './spoken-command.ts';
import type { Sentence, ToolContext, Worker } from './tool.ts';

export interface ToolDescription {
  readonly worker: string;
  readonly name: string;
  /** Names a write to the shopper where the worker has no sentence for it. */
  readonly title?: string;
  readonly description: string;
  /** From a server that is not the shop's: what its tools give is no fact of the shop. */
  readonly foreign?: boolean;
  readonly effect: 'read' | 'write';
  /** JSON Schema of the arguments. */
  readonly inputSchema: Readonly<Record<string, unknown>>;
}

export interface ToolOutcome {
  readonly result: Result<Readonly<Record<string, unknown>>>;
  readonly card: Card | undefined;
}

/** All tools of all workers, wherever they run; what the agent sees instead of a worker. */
export interface ToolCatalogue {
  list(): Promise<readonly ToolDescription[]>;
  /**
   * What a call would do, in the worker's words; undefined where the tool does not say. Refuses what the tool would refuse of its
   * arguments. Does nothing.
   */
  consent(
    name: string,
    toolArguments: Readonly<Record<string, unknown>>,
    context: ToolContext,
  ): Promise<Result<{ readonly worker: string; readonly sentence: Sentence | undefined }>>;
  /** Of each worker, by its name. */
  readonly words: ReadonlyMap<string, NonNullable<Worker['words']>>;
  /** Of each worker that has any, by its name. */
  readonly spoken: ReadonlyMap<string, readonly SpokenCommand[]>;
  /** Never throws for what a tool does: an unknown name, bad arguments or a crash come back as failures. */
  call(
    name: string,
    toolArguments: Readonly<Record<string, unknown>>,
    context: ToolContext,
  ): Promise<ToolOutcome>;
  close(): Promise<void>;
}
