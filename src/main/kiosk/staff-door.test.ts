import { expect, test } from 'vitest';
import { succeed } from '../../contracts/result.ts';
import { StaffDoor } from './staff-door.ts';

const minute = 60_000;

function open() {
  const audit: string[] = [];
  let now = 0;
  let ids = 0;
  const door = new StaffDoor({
    now: () => now,
    newId: () => `token-${++ids}`,
    checkPin: async (pin) => pin === '135790',
    audit: (event) => audit.push(event),
  });
  const work = (token: string) => door.inside(token, async () => succeed('done'));
  const pass = (milliseconds: number): void => {
    now += milliseconds;
  };
  return { door, audit, work, pass };
}

test('the right PIN opens, and nothing is done without', async () => {
  const { door, audit, work } = open();
  expect(await work('token-1')).toMatchObject({ failure: { kind: 'denied', reason: 'staff-closed' } });
  expect(await door.enter('135790')).toEqual({ ok: true, value: { token: 'token-1' } });
  expect(await work('token-1')).toEqual({ ok: true, value: 'done' });
  expect(await work('token-2')).toMatchObject({ failure: { reason: 'staff-closed' } });
  expect(audit).toEqual(['staff page opened']);
});

test('five wrong PINs lock for five minutes, even for the right one, and close what was open', async () => {
  const { door, audit, work, pass } = open();
  await door.enter('135790');
  for (let tries = 0; tries < 5; tries += 1) {
    expect(await door.enter('000000')).toMatchObject({ failure: { reason: 'wrong-pin' } });
  }
  expect(await work('token-1')).toMatchObject({ failure: { reason: 'staff-closed' } });
  expect(await door.enter('135790')).toMatchObject({ failure: { reason: 'locked' } });
  pass(5 * minute);
  expect(await door.enter('135790')).toMatchObject({ ok: true });
  expect(audit).toEqual(['staff page opened', ...Array(5).fill('wrong staff PIN'), 'staff page opened']);
});

test('PINs tried all at once are no more tries than one after the other', async () => {
  const { door } = open();
  const guesses = ['1111', '2222', '3333', '4444', '5555', '135790'];
  const answers = await Promise.all(guesses.map((pin) => door.enter(pin)));
  expect(answers.at(-1)).toMatchObject({ failure: { reason: 'locked' } });
});

test('a minute without a touch closes; reading on its own is no touch', async () => {
  const { door, audit, work, pass } = open();
  await door.enter('135790');
  pass(minute - 1);
  expect(door.touch('token-1')).toMatchObject({ ok: true });
  pass(minute - 1);
  expect(await work('token-1')).toMatchObject({ ok: true });
  pass(1);
  expect(await work('token-1')).toMatchObject({ failure: { reason: 'staff-closed' } });
  expect(door.touch('token-1')).toMatchObject({ failure: { reason: 'staff-closed' } });
  expect(audit).toEqual(['staff page opened', 'staff page closed']);
});

test('leaving the page closes; a new entry closes the one before', async () => {
  const { door, work } = open();
  await door.enter('135790');
  await door.enter('135790');
  expect(await work('token-1')).toMatchObject({ failure: { reason: 'staff-closed' } });
  door.leave('token-1');
  expect(await work('token-2')).toMatchObject({ ok: true });
  door.leave('token-2');
  expect(await work('token-2')).toMatchObject({ failure: { reason: 'staff-closed' } });
});
