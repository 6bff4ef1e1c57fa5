import type { Feedback } from '../../contracts/feedback.ts';
import type { Sql } from './sql.ts';

/** Once for each id of a session. */
export async function keepFeedback(
  sql: Sql,
  sessionId: string,
  { feedbackId, orderNumber, rating, text }: Feedback,
  now: number,
): Promise<void> {
  await sql.run(
    `INSERT INTO feedback (sessionId, feedbackId, orderNumber, rating, text, at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
    sessionId,
    feedbackId,
    orderNumber,
    rating,
    text,
    now,
  );
}
