import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHubOperations } from '../../../src/platform/hub-store/operations.ts';
import { newSession } from './fixtures.ts';
import { databases, type HubPlace, openHubPlace } from './hub-place.ts';

const now = Date.UTC(2026, 10, 22, 12);
const content = { title: 'Gift wrap', text: 'For “Asha”', pieces: [{ sku: 'kurta', quantity: 1 }] };

describe.each(databases)('notes of workers at a hub on %s', (kind) => {
  let folder: string;
  let place: HubPlace;
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'aisle-notes-'));
    place = await openHubPlace(kind, folder, { now: () => now, newId: v7 });
  });
  afterAll(async () => {
    await place.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const find = (sessionId: string) =>
    place.hub.transaction((transaction) => transaction.shop(null).sessions.find(sessionId));

  test('a session from before there were any has none, and takes one', async () => {
    const session = newSession({ cart: [{ sku: 'kurta', quantity: 1 }] });
    const { notes: _, ...old } = session;
    await place.hub.transaction(async ({ sql }) => {
      await sql.run(
        'INSERT INTO session (sessionId, document, endedAt) VALUES (?, ?, NULL)',
        session.sessionId,
        JSON.stringify(old),
      );
      await sql.run("DELETE FROM migration WHERE name = 'base-notes'");
    });
    await place.startAnew();
    expect(await find(session.sessionId)).toEqual(session);
    const set = await createHubOperations(place.hub).execute({
      type: 'session-note-set',
      sessionId: session.sessionId,
      worker: 'gift-wrap',
      key: 'kurta',
      content,
    });
    expect(set.ok).toBe(true);
    await place.startAnew();
    expect((await find(session.sessionId))?.notes).toEqual([
      { worker: 'gift-wrap', key: 'kurta', at: new Date(now).toISOString(), content },
    ]);
  });
});
