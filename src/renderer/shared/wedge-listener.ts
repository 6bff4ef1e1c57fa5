/** A scanner types a key every few milliseconds; nobody types eight in a row with so little between any two. */
const burstGapMs = 70;
/** Shorter bursts than an EAN-8 are chance. */
const minimumLength = 8;

interface Burst {
  readonly text: string;
  readonly lastAt: number;
  /** The field in focus and its content before the first key, to undo what the scanner typed into it. */
  readonly field: HTMLInputElement | HTMLTextAreaElement | null;
  readonly before: string;
}

function focusedField(): HTMLInputElement | HTMLTextAreaElement | null {
  const element = document.activeElement;
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element : null;
}

/** Sets a field's value so that React notices. */
function restore(field: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  if (field.value === value) return;
  const prototype = Object.getPrototypeOf(field) as object;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/**
 * A capturing `keydown` listener that tells a scanner's burst, ended by Enter or Tab, from typing. Codes hold no spaces,
 * so a sentence typed by a program or a very quick hand is none. Keys pass through while they come, for they may be a
 * person's; once the burst is known as one, the focused field gets back what it held and the Enter goes no further.
 */
export function createWedgeListener(onText: (text: string) => void): (event: KeyboardEvent) => void {
  let burst: Burst | null = null;

  return (event) => {
    if (event.ctrlKey || event.metaKey || event.isComposing || event.repeat) return;
    const now = event.timeStamp;
    const running: Burst | null = burst && now - burst.lastAt <= burstGapMs ? burst : null;

    if (event.key === 'Enter' || event.key === 'Tab') {
      burst = null;
      if (!running || running.text.length < minimumLength || /\s/.test(running.text)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (running.field) restore(running.field, running.before);
      onText(running.text);
      return;
    }
    if (event.key.length !== 1) return;
    const field = focusedField();
    burst = running
      ? { ...running, text: running.text + event.key, lastAt: now }
      : { text: event.key, lastAt: now, field, before: field?.value ?? '' };
  };
}
