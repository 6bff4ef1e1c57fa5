import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { guestsOf } from '../../../src/hub/mcp/mcp-guests.ts';
import { addMcpKey, findMcpKey, mcpKeys, revokeMcpKey } from '../../../src/platform/hub-store/mcp-keys.ts';
import { closeIdleMcpSessions, mcpSessionsPerKey } from '../../../src/platform/hub-store/mcp-sessions.ts';
import { eraseOldSessions } from '../../../src/platform/hub-store/old-sessions.ts';
import { storeId } from './fixtures.ts';
import { databases, openHubPlace } from './hub-place.ts';

const hour = 60 * 60_000;

describe.each(databases)('keys and sessions of MCP clients in %s', (kind) => {
  async function place() {
    const folder = await mkdtemp(path.join(tmpdir(), 'aisle-mcp-store-'));
    let now = Date.UTC(2026, 10, 30);
    const opened = await openHubPlace(kind, folder, {
      now: () => now,
      newId: v7,
    });
    const { hub } = opened;
    const make = async (name: string, expiresAt: number | null = null) => {
      const { key, secret } = await hub.transaction((transaction) =>
        addMcpKey(transaction, { name, scope: 'read', storeId, expiresAt }),
      );
      return { key, secret, guests: guestsOf(hub, key, 'hi') };
    };
    const left = async () => (await hub.sql.all('SELECT sessionId FROM session')).length;
    const clean = async () => {
      await hub.transaction(closeIdleMcpSessions);
      return eraseOldSessions(hub);
    };
    return {
      hub,
      make,
      left,
      clean,
      good: (secret: string) => findMcpKey(hub.sql, secret, now),
      pass: (milliseconds: number) => {
        now += milliseconds;
      },
      end: async () => {
        await opened.close();
        await rm(folder, { recursive: true, force: true });
      },
    };
  }

  it('knows a key by its secret until its time is over or it is revoked', async () => {
    const { hub, make, good, pass, end } = await place();
    const short = await make('short', Date.UTC(2026, 10, 30) + hour);
    pass(1);
    const long = await make('long');
    expect(await good(short.secret)).toEqual(short.key);
    expect(await good(`${short.secret}x`)).toBeUndefined();
    pass(hour);
    expect(await good(short.secret)).toBeUndefined();
    expect(await good(long.secret)).toEqual(long.key);
    const name = await long.guests.open();
    expect(await hub.transaction((transaction) => revokeMcpKey(transaction, long.key.keyId))).toBe(true);
    expect(await hub.transaction((transaction) => revokeMcpKey(transaction, 'nope'))).toBe(false);
    expect(await good(long.secret)).toBeUndefined();
    expect(await long.guests.find(name)).toBeUndefined();
    expect((await mcpKeys(hub.sql)).map((key) => [key.name, key.revokedAt !== null])).toEqual([
      ['short', false],
      ['long', true],
    ]);
    const stored = await hub.sql.all('SELECT * FROM mcpKey');
    for (const { secret } of [short, long]) expect(JSON.stringify(stored)).not.toContain(secret.slice(10));
    await end();
  });

  it('makes each session a guest of its own, which only its key finds', async () => {
    const { make, end } = await place();
    const one = await make('one');
    const other = await make('other');
    const [first, second] = [await one.guests.open(), await one.guests.open()];
    const actor = await one.guests.find(first);
    expect(actor).toMatchObject({ storeId, channel: 'web', language: 'hi' });
    expect((await one.guests.find(second))?.sessionId).not.toBe(actor?.sessionId);
    expect(await other.guests.find(first)).toBeUndefined();
    expect(await other.guests.close(first)).toBe(false);
    const [own, same] = await Promise.all([one.guests.own(), one.guests.own()]);
    expect(same).toEqual(own);
    expect(await other.guests.own()).not.toEqual(own);
    expect(await one.guests.close(first)).toBe(true);
    expect(await one.guests.find(first)).toBeUndefined();
    expect(await one.guests.own()).toEqual(own);
    await end();
  });

  it('closes what is idle and what is too many, and erases what those guests left', async () => {
    const { make, left, clean, pass, end } = await place();
    const { guests } = await make('one');
    const heard = await guests.open();
    const idle = await guests.open();
    const own = await guests.own();
    pass(23 * hour);
    expect(await guests.find(heard)).toBeDefined();
    pass(2 * hour);
    expect(await guests.find(idle)).toBeUndefined();
    expect(await clean()).toBe(2);
    expect(await left()).toBe(1);
    expect(await guests.find(heard)).toBeDefined();
    expect(await guests.own()).not.toEqual(own);

    pass(hour);
    for (let count = 1; count <= mcpSessionsPerKey; count += 1) await guests.open();
    expect(await guests.find(heard)).toBeUndefined();
    await clean();
    expect(await left()).toBe(mcpSessionsPerKey + 1);
    await end();
  });
});
