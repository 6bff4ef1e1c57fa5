import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWedgeListener } from './wedge-listener.ts';

const read: string[] = [];
let clock = 0;
let listener: (event: KeyboardEvent) => void;

/** Keys as a scanner or a person sends them: a press that nobody cancelled writes into the focused field. */
function type(text: string, gapMs: number): KeyboardEvent[] {
  return [...text].map((character) => {
    clock += gapMs;
    const event = new KeyboardEvent('keydown', {
      key: character === '\n' ? 'Enter' : character,
      bubbles: true,
      cancelable: true,
    });
    Object.defineProperty(event, 'timeStamp', { value: clock });
    const field = document.activeElement;
    (field ?? document.body).dispatchEvent(event);
    if (!event.defaultPrevented && field instanceof HTMLInputElement && event.key.length === 1)
      field.value += event.key;
    return event;
  });
}

beforeEach(() => {
  read.length = 0;
  document.body.innerHTML = '<input value="black">';
  listener = createWedgeListener((text) => read.push(text));
  window.addEventListener('keydown', listener, true);
});
afterEach(() => window.removeEventListener('keydown', listener, true));

describe('wedge listener', () => {
  it('reads a burst that ends with Enter, without focus', () => {
    const events = type('https://shop.example/s/AbCdEfGhIjKlMnOpQrStUv\n', 3);
    expect(read).toEqual(['https://shop.example/s/AbCdEfGhIjKlMnOpQrStUv']);
    expect(events.at(-1)?.defaultPrevented).toBe(true);
  });
  it('gives the focused field back what it held', () => {
    const field = document.querySelector('input');
    field?.focus();
    type('8901234567894\n', 3);
    expect([read, field?.value]).toEqual([['8901234567894'], 'black']);
  });
  it('leaves typing alone, also quick typing and its Enter', () => {
    const field = document.querySelector('input');
    field?.focus();
    const slow = type(' jeans under 2000\n', 120);
    const quick = type(' or shoes\n', 5);
    expect(read).toEqual([]);
    expect(field?.value).toBe('black jeans under 2000 or shoes');
    expect([...slow, ...quick].some((event) => event.defaultPrevented)).toBe(false);
  });
  it('ignores bursts that are too short to be a code', () => {
    type('12345\n', 3);
    expect(read).toEqual([]);
  });
});
