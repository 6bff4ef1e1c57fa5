import type { Card } from '../../contracts/card.ts';
import type { SpokenCommand } from '../../core/agent/spoken-command.ts';
import type { ToolCatalogue } from '../../core/agent/tool-catalogue.ts';
import { tokensOf } from './normalise.ts';
import { compile, keepsWords, wordsIn } from './patterns.ts';

/** A command, and whose it is. */
export interface HeardCommand extends SpokenCommand {
  readonly worker: string;
}

interface Listener {
  readonly command: HeardCommand;
  readonly patterns: readonly RegExp[];
  /** Those that are about all that was said, and keep parts of it. */
  readonly whole: readonly RegExp[];
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

const patternsOf = ({ patterns }: SpokenCommand): readonly string[] => Object.values(patterns).flat();

export function learnSpeech(spoken: ToolCatalogue['spoken']): Speech {
  const commands = [...spoken].flatMap(([worker, list]) => list.map((command) => ({ ...command, worker })));
  return {
    listeners: commands.map((command) => ({
      command,
      patterns: patternsOf(command)
        .filter((pattern) => !keepsWords(pattern))
        .map((pattern) => compile(pattern)),
      whole: patternsOf(command)
        .filter(keepsWords)
        .map((pattern) => compile(pattern)),
      words: new Set(wordsIn(patternsOf(command))),
      pointing: new Set(wordsIn(command.pointing ?? [])),
      leads: Object.values(command.arguments ?? {})
        .flatMap((argument) => (argument.said === 'text' ? Object.values(argument.leads).flat() : []))
        .map(plain)
        .sort((a, b) => b.length - a.length),
    })),
    words: new Set(commands.flatMap((command) => wordsIn(patternsOf(command)))),
  };
}

type Heard = Pick<Listener, 'command' | 'words' | 'pointing'>;

/** The command that a clause is: the first of those whose words occur. `besides` says whether what it needs was said too. */
export function commandOf(
  clause: string,
  { listeners }: Speech,
  besides: (heard: Heard) => boolean = () => true,
): Heard | undefined {
  return listeners.find(
    (listener) => listener.patterns.some((pattern) => pattern.test(` ${clause}`)) && besides(listener),
  );
}

/** The command that all that was said is, with the words that its pattern keeps. */
export function wholeCommandOf(
  text: string,
  { listeners }: Speech,
): { readonly command: HeardCommand; readonly kept: Readonly<Record<string, string>> } | undefined {
  for (const { command, whole } of listeners) {
    for (const pattern of whole) {
      const match = pattern.exec(` ${text}`);
      if (match !== null) return { command, kept: { ...match.groups } };
    }
  }
  return undefined;
}

/** The command that a bare yes to such a card means. */
export const commandOnYes = (type: Card['type'], { listeners }: Speech): HeardCommand | undefined =>
  listeners.find(({ command }) => command.onYesTo === type)?.command;

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
