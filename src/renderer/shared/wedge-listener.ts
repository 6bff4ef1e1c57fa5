/** A scanner types a key every few milliseconds; nobody types eight in a row with so little between any two. */
const burstGapMs = 70;
/** Shorter bursts than an EAN-8 are chance. */
const minimumLength = 8;

interface Burst {
  text: string;
  lastAt: number;
  /** The field in focus and its content before the first key, to undo what leaked into it. */
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
 * A capturing `keydown` listener that tells a scanner's burst, ended by Enter or Tab, from typing. The first key of a
 * burst cannot be known as such and reaches the focused field; it is taken out again. The others never arrive there.
 */
export function createWedgeListener(onText: (text: string) => void): (event: KeyboardEvent) => void {
  let burst: Burst | null = null;

  const swallow = (event: KeyboardEvent): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  return (event) => {
    if (event.ctrlKey || event.metaKey || event.isComposing || event.repeat) return;
    const now = event.timeStamp;
    const running: Burst | null = burst && now - burst.lastAt <= burstGapMs ? burst : null;

    if (event.key === 'Enter' || event.key === 'Tab') {
      burst = null;
      if (!running || running.text.length < minimumLength) return;
      swallow(event);
      if (running.field) restore(running.field, running.before);
      onText(running.text);
      return;
    }
    if (event.key.length !== 1) return;
    if (running) {
      swallow(event);
      running.text += event.key;
      running.lastAt = now;
      return;
    }
    const field = focusedField();
    burst = { text: event.key, lastAt: now, field, before: field?.value ?? '' };
  };
}
