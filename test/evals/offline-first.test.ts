import { describe, expect, it } from 'vitest';
import { callsOf, type Dialogue } from './dialogue.ts';
import dialogues from './offline-first.json';

describe('offline planner, first dialogues', () => {
  it.each(dialogues as readonly Dialogue[])('$language: $before > $say', async (dialogue) => {
    const { calls, events } = await callsOf(dialogue);
    expect(calls).toEqual(dialogue.calls);
    expect(events.at(-1)).toMatchObject({ event: 'turn-ended', outcome: 'answered' });
    expect(events.some((event) => event.event === 'text' && event.text.trim() !== '')).toBe(true);
  });
});
