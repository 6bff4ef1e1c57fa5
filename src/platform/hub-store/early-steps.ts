import type { OperationBody } from '../../contracts/operation.ts';
import type { Sql } from './sql.ts';
import type { Submission } from './submission.ts';

type Step = Extract<OperationBody, { type: 'reservation-advanced' }>;

/** An associate's step with a piece that the hub had not heard of when it was told. */
export interface EarlyStep {
  readonly body: Step;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** As long as devices keep what they did for a restored hub; then nobody tells of the promise any more. */
const lifeMs = 30 * 24 * 60 * 60_000;

/**
 * A restored hub hears of what its devices did in no order between them: of a step by one before the promise of another. Keeps the
 * step until then. False where all devices of the shop have been heard: then there is no such piece.
 */
export async function keepEarlyStep(
  { transaction: { sql }, device, at }: Submission,
  body: Step,
): Promise<boolean> {
  const unheard = await sql.first(
    'SELECT deviceId FROM device WHERE storeId = ? AND unheardUntil IS NOT NULL',
    device.storeId,
  );
  if (!unheard) return false;
  await sql.run(
    'INSERT INTO earlyStep (reservationId, target, at, body) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
    body.reservationId,
    body.to,
    at,
    JSON.stringify(body),
  );
  return true;
}

/** The steps that came before their promise, in the order of their time; the hub forgets them. */
export async function takeEarlySteps(sql: Sql, reservationId: string): Promise<readonly EarlyStep[]> {
  const rows = await sql.all<{ at: number; body: string }>(
    'SELECT at, body FROM earlyStep WHERE reservationId = ? ORDER BY at',
    reservationId,
  );
  if (rows.length > 0) await sql.run('DELETE FROM earlyStep WHERE reservationId = ?', reservationId);
  return rows.map(({ at, body }) => ({ at, body: JSON.parse(body) as Step }));
}

export async function forgetEarlySteps(sql: Sql, now: number): Promise<void> {
  await sql.run('DELETE FROM earlyStep WHERE at < ?', now - lifeMs);
}
