import pg from 'pg';
import { PostgresError } from './failure.ts';
import { clientOptions } from './pool.ts';

/** How often the connection is asked whether it lives: a dead one says nothing by itself. */
const heartbeatMs = 15_000;
const answerMs = 5000;
const firstWaitMs = 200;
const longestWaitMs = 5000;

export interface ListenOptions {
  readonly url: string;
  readonly channel: string;
  readonly onMessage: (payload: string) => void;
  /** The connection was lost and is there again: what was said in between was not heard. */
  readonly onReturn: () => void;
  readonly onProblem: (error: PostgresError) => void;
}

/** Listens on a channel until `close`, over connections of its own. The first one is there when this resolves. */
export async function listen(options: ListenOptions): Promise<{ close(): Promise<void> }> {
  let client: pg.Client | undefined;
  let heartbeat: NodeJS.Timeout | undefined;
  let retry: NodeJS.Timeout | undefined;
  let closed = false;

  async function connect(): Promise<void> {
    const fresh = new pg.Client({ ...clientOptions(options.url), query_timeout: answerMs });
    let lost = false;
    const lose = (error: unknown): void => {
      if (lost || closed) return;
      lost = true;
      clearInterval(heartbeat);
      void fresh.end().catch(() => undefined);
      if (client !== fresh) return;
      client = undefined;
      options.onProblem(new PostgresError(error));
      comeBack(firstWaitMs);
    };
    fresh.on('error', lose);
    fresh.on('end', () => lose(new Error('the connection ended')));
    fresh.on('notification', ({ payload }) => options.onMessage(payload ?? ''));
    try {
      await fresh.connect();
      await fresh.query(`LISTEN ${fresh.escapeIdentifier(options.channel)}`);
    } catch (error) {
      lose(error);
      throw new PostgresError(error);
    }
    client = fresh;
    heartbeat = setInterval(() => void fresh.query('SELECT 1').catch(lose), heartbeatMs);
  }

  function comeBack(waitMs: number): void {
    retry = setTimeout(() => {
      connect().then(
        () => (closed ? void client?.end().catch(() => undefined) : options.onReturn()),
        () => !closed && comeBack(Math.min(2 * waitMs, longestWaitMs)),
      );
    }, waitMs);
  }

  await connect();
  return {
    async close() {
      closed = true;
      clearTimeout(retry);
      clearInterval(heartbeat);
      await client?.end().catch(() => undefined);
    },
  };
}
