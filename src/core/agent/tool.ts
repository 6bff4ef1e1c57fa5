import type { z } from 'zod';
import type { Card } from '../../contracts/card.ts';
import type { Money } from '../../contracts/money.ts';
import type { Language } from '../../contracts/primitives.ts';
import type { Result } from '../../contracts/result.ts';
import type { Actor, Shop } from '../shop.ts';
import type { SpokenCommand } from './spoken-command.ts';

export interface ToolContext {
  readonly actor: Actor;
  /** Same key, same effect, once. */
  readonly idempotencyKey: string;
  readonly signal: AbortSignal;
}

/** Texts under keys, as i18next takes them: `{{value}}` is filled in, `_one`, `_other` and so on are plural forms by `count`. */
export interface Words {
  readonly [key: string]: string | Words;
}

/** A variant as people name it. */
export interface PieceName {
  readonly title: string;
  readonly size: string | null;
  readonly colour: string | null;
}

/** Something to be said in the shopper's language: a key of the worker's own words, and what goes into it. */
export interface Sentence {
  readonly key: string;
  /** Sentences in a list are said one by one and joined as the language does it. */
  readonly values?: Readonly<Record<string, string | number | Money | PieceName | readonly Sentence[]>>;
}

/**
 * One thing that a worker can do. Identity comes from the context, never from the arguments. A failure's message is
 * written for the model: what to try next.
 */
export interface Tool<Input extends z.ZodObject = z.ZodObject, Output extends z.ZodObject = z.ZodObject> {
  /** snake_case, verb first. */
  readonly name: string;
  /** For the model: what it does, when to use it. */
  readonly description: string;
  /** A write needs the shopper's consent. */
  readonly effect: 'read' | 'write';
  /** Hints for hosts, as in MCP: takes something away; the same arguments twice change nothing more; reaches outside. */
  readonly hints?: {
    readonly destructive?: boolean;
    readonly idempotent?: boolean;
    readonly openWorld?: boolean;
  };
  readonly input: Input;
  readonly output: Output;
  run(input: z.infer<Input>, context: ToolContext): Promise<Result<z.infer<Output>>>;
  /**
   * What a write will do, for the shopper to say yes to: from the shop's own data, never from what a model says of it. A failure is
   * one of the call, which is then not run. Every write has one.
   */
  consent?(input: z.infer<Input>, context: ToolContext): Promise<Result<Sentence>>;
  /** What to show of a result. */
  present?(output: z.infer<Output>): Card | undefined;
}

export interface Worker {
  /** kebab-case, e.g. `store-availability`. */
  readonly name: string;
  readonly title: string;
  readonly tools: readonly Tool[];
  /** What its tools say; English stands in for a language that is not there. */
  readonly words?: Readonly<Partial<Record<Language, Words>>> & { readonly en: Words };
  /** What the offline planner is to listen for. */
  readonly spoken?: readonly SpokenCommand[];
}

/** What a worker's folder exports as `worker` from its `worker.ts`: the worker, but for the shop that it will serve. */
export interface WorkerPlan extends Omit<Worker, 'tools'> {
  /**
   * Workers are listed by this number, and by name where it is the same. Models read the tools in that order, so whoever comes
   * last changes nothing of what they have in their cache.
   */
  readonly place: number;
  tools(shop: Shop): readonly Tool[];
}

/** Keeps the schemas' types inside a tool, and lets tools of different schemas share a list. */
export function defineTool<Input extends z.ZodObject, Output extends z.ZodObject>(
  tool: Tool<Input, Output>,
): Tool {
  return tool as unknown as Tool;
}
