import { describe, expect, it } from 'vitest';
import { isGrounded } from './check.ts';
import { factsOf } from './facts.ts';
import { falseAnswers, falseClaims } from './testing/false-answers.ts';
import { honestAnswers } from './testing/honest-answers.ts';
import { everyTool, turnAfter } from './testing/shown-shop.ts';

const known = factsOf(turnAfter(everyTool));

describe('an honest answer is shown as it is', () => {
  it.each(Object.entries(honestAnswers))('in %s', (_language, answers) => {
    expect(answers.filter((answer) => !isGrounded(answer, known))).toEqual([]);
  });
});

describe('an answer is not shown that makes up', () => {
  const afterWish = factsOf(turnAfter(everyTool, 'something for 500 please'));
  it.each(Object.entries(falseAnswers))('%s', (_what, answers) => {
    expect(answers.filter((answer) => isGrounded(answer, afterWish))).toEqual([]);
  });

  it('what nobody has done', () => {
    const nothing = factsOf(turnAfter([]));
    expect(falseClaims.filter((answer) => isGrounded(answer, nothing))).toEqual([]);
  });
});
