import { describe, expect, it } from 'vitest';
import type { SpokenCommand } from '../../core/agent/spoken-command.ts';
import { commandOf, learnSpeech, takeText } from './speech.ts';

const engrave: SpokenCommand = {
  name: 'engrave',
  tool: 'engrave_piece',
  patterns: { en: ['engrave', 'engraving * (please)?'], es: ['graba * letras'] },
  arguments: { words: { said: 'text', leads: { en: ['with', 'with the words'], es: ['con las letras'] } } },
};
const remove: SpokenCommand = {
  name: 'remove',
  tool: 'remove_engraving',
  patterns: { en: ['no engraving'] },
};
const speech = learnSpeech(new Map([['engraving', [remove, engrave]]]));

const taken = (utterance: string) => {
  const found = takeText(utterance, speech);
  return found && [found.text, found.rest.trim().replace(/\s+/gu, ' ')];
};

describe('a worker’s command', () => {
  it('is the first whose words occur, in any language', () => {
    expect(commandOf('please engrave it', speech)?.command).toMatchObject({
      worker: 'engraving',
      name: 'engrave',
    });
    expect(commandOf('no engraving please', speech)?.command.name).toBe('remove');
    expect(commandOf('graba unas letras', speech)?.command.name).toBe('engrave');
    expect(commandOf('add the ring', speech)).toBeUndefined();
  });

  it('of words that may all be missing is refused', () => {
    const any = { ...engrave, patterns: { en: ['engrave?'] } };
    expect(() => learnSpeech(new Map([['engraving', [any]]]))).toThrow(
      'Every word of this pattern is optional',
    );
  });
});

describe('free text', () => {
  it.each<[string, readonly string[] | undefined]>([
    ['engrave it with the words: For A., and for ever!', ['For A., and for ever!', 'engrave it']],
    ['engrave it with For ever', ['For ever', 'engrave it']],
    ['ENGRAVE it With The Words “For ever”, and add it', ['For ever', 'ENGRAVE it , and add it']],
    ['with the words "For ever" engrave the ring', ['For ever', 'engrave the ring']],
    ['graba las letras con las letras «Siempre»', ['Siempre', 'graba las letras']],
    ['engrave it with the words', ['', 'engrave it']],
    ['engrave it with "open end', ['"open end', 'engrave it']],
    ['what goes with the ring', undefined],
    ['with the words', undefined],
  ])('%s', (utterance, expected) => {
    expect(taken(utterance)).toEqual(expected);
  });

  it('takes no time to speak of for a long utterance', () => {
    expect(taken(`${'with the words '.repeat(60)}`)).toBeUndefined();
  });
});
