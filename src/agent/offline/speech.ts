import type { SpokenCommand } from '../../core/agent/spoken-command.ts';
import type { ToolCatalogue } from '../../core/agent/tool-catalogue.ts';
import { tokensOf } from './normalise.ts';
import { compile, wordsIn } from './patterns.ts';

/** A command, and whose it is. */
export interface HeardCommand extends SpokenCommand {
  readonly worker: string;
}

interface Listener {
  readonly command: HeardCommand;
  readonly patterns: readonly RegExp[];
  /** Every plain word in them: of the command, so that it names no piece. */
  readonly words: ReadonlySet<string>;
  readonly pointing: ReadonlySet<string>;
  /** Leads of its free text, as tokens, the longest first. */
  readonly leads: readonly (readonly string[])[];
}

/** What workers want to be listened for, in all languages at once. */
export interface Speech {
  readonly listeners: readonly Listener[];
  /** Every plain word in their patterns: never taken for a mistyped garment. */
  readonly words: ReadonlySet<string>;
}

export const noSpeech: Speech = { listeners: [], words: new Set() };

const plain = (text: string): readonly string[] =>
  tokensOf(text).filter((token) => /[\p{L}\p{N}]/u.test(token));

export function learnSpeech(spoken: ToolCatalogue['spoken']): Speech {
  const commands = [...spoken].flatMap(([worker, list]) => list.map((command) => ({ ...command, worker })));
  return {
    listeners: commands.map((command) => ({
      command,
      patterns: Object.values(command.patterns).flat().map(compile),
      words: new Set(wordsIn(Object.values(command.patterns).flat())),
      pointing: new Set(wordsIn(command.pointing ?? [])),
      leads: Object.values(command.arguments ?? {})
        .flatMap((argument) => (argument.said === 'text' ? Object.values(argument.leads).flat() : []))
        .map(plain)
        .sort((a, b) => b.length - a.length),
    })),
    words: new Set(commands.flatMap(({ patterns }) => wordsIn(Object.values(patterns).flat()))),
  };
}

/** The command that a clause is: the first of those whose words occur. */
export function commandOf(
  clause: string,
  { listeners }: Speech,
): Pick<Listener, 'command' | 'words' | 'pointing'> | undefined {
  return listeners.find(({ patterns }) => patterns.some((pattern) => pattern.test(` ${clause}`)));
}

/** Words said to a worker, apart from the rest of the utterance. */
export interface FreeText {
  readonly command: HeardCommand;
  /** As it was said; empty when a lead was, and nothing after it. */
  readonly text: string;
  readonly rest: string;
}

const closing: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '“': '”',
  '‘': '’',
  '«': '»',
  '„': '“',
};

/**
 * Takes the text out of an utterance before anything of it is understood: `gift wrap it with the message: Two shirts for you`.
 * Undefined where the rest is not a command that has a text.
 */
export function takeText(utterance: string, { listeners }: Speech): FreeText | undefined {
  const tokens = [...utterance.matchAll(/\S+/gu)].map((match) => ({
    words: plain(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
  for (const { command, patterns, leads } of listeners) {
    for (let index = 0; index < tokens.length; index += 1) {
      for (const lead of leads) {
        const said = tokens.slice(index, index + lead.length);
        const [first, last] = [said[0], said.at(-1)];
        if (first === undefined || last === undefined) continue;
        if (said.flatMap(({ words }) => words).join(' ') !== lead.join(' ')) continue;
        const [text, after] = quoted(utterance.slice(last.end));
        const rest = `${utterance.slice(0, first.start)} ${after}`;
        const words = ` ${tokensOf(rest).join(' ')}`;
        if (patterns.some((pattern) => pattern.test(words))) return { command, text, rest };
      }
    }
  }
  return undefined;
}

/** The text in quotation marks and what comes after them, or all of it. */
function quoted(said: string): readonly [string, string] {
  const text = said.replace(/^[\s:：,،–—-]+/u, '').trim();
  const close = closing[text[0] ?? ''];
  const end = close === undefined ? -1 : text.indexOf(close, 1);
  return end < 0 ? [text, ''] : [text.slice(1, end).trim(), text.slice(end + 1)];
}
