import type { Goal, GoalRoom, PlannedCall, Reply, Steps } from '../goal.ts';
import type { HeardCommand } from '../speech.ts';
import type { Wish } from '../wish.ts';
import { bind } from './spoken-arguments.ts';
import { failureOf, sayable, type Values } from './spoken-words.ts';

/** A worker's own command: its tools with what was said, and its own words for what came of it. */
export function* spoken(wish: Wish, room: GoalRoom): Goal {
  const { command } = wish;
  if (command === undefined) throw new Error('A wish of a worker without a command');
  const bound = yield* bind(wish, command, room);
  if (!bound.ok) return bound.reply;
  const { next } = command;
  const first = yield* called({ tool: command.tool, arguments: bound.value }, command, room);
  if ('reply' in first) return first.reply;
  if (next === undefined) return inWords(command, first.value, command, room);
  const given = Object.fromEntries(next.arguments.map((name) => [name, first.value[name]]));
  const second = yield* called({ tool: next.tool, arguments: given }, command, room);
  return 'reply' in second ? second.reply : inWords(next, second.value, command, room);
}

function* called(
  planned: PlannedCall,
  { worker }: HeardCommand,
  { texts }: GoalRoom,
): Steps<{ readonly value: Values } | { readonly reply: Reply }> {
  const result = yield planned;
  return result.ok ? { value: result.value } : { reply: failureOf(result.failure, worker, texts) };
}

function inWords(
  { name, context }: { readonly name: string; readonly context?: string },
  value: Values,
  { worker }: HeardCommand,
  { texts }: GoalRoom,
): Reply {
  const chosen = context === undefined ? undefined : value[context];
  const sentence = { key: `said.${name}`, values: sayable(value, worker, texts) };
  const text = texts.said(worker, sentence, typeof chosen === 'string' ? chosen : undefined);
  if (text === undefined) throw new Error(`Worker ${worker} has no words for ${sentence.key}`);
  return { text };
}
