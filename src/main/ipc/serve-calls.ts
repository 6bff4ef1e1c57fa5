import { ipcMain, type WebContents } from 'electron';
import type { Logger } from 'pino';
import type { z } from 'zod';
import {
  type KioskCall,
  type KioskCalls,
  type KioskResponse,
  kioskCalls,
} from '../../contracts/kiosk-ipc.ts';
import { fail } from '../../contracts/result.ts';
import { unwrittenFailure } from '../../platform/store/store-failure.ts';

export type KioskHandlers = {
  readonly [C in KioskCall]: (request: z.output<KioskCalls[C]['request']>) => Promise<KioskResponse<C>>;
};

/**
 * Serves every call of the contract to one page. The only place that calls `ipcMain.handle`: a call from any other
 * frame is denied, a request that does not fit its schema is `invalid`, and a bug answers `internal` without its text.
 */
export function serveCalls(page: WebContents, origin: string, handlers: KioskHandlers, log: Logger): void {
  for (const name of Object.keys(kioskCalls) as KioskCall[]) {
    ipcMain.handle(name, async (event, request: unknown) => {
      const frame = event.senderFrame;
      if (event.sender !== page || frame !== page.mainFrame || !frame.url.startsWith(`${origin}/`)) {
        log.warn({ call: name }, 'call from a foreign frame denied');
        return fail('denied', 'This page may not do that.');
      }
      const parsed = kioskCalls[name].request.safeParse(request);
      if (!parsed.success) {
        const fields = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
        return fail('invalid', `That cannot be right (${fields.join('; ')}).`, { reason: 'bad-request' });
      }
      try {
        return await runHandler(handlers, name, parsed.data);
      } catch (error) {
        log.error({ call: name, error }, 'call failed');
        const unwritten = unwrittenFailure(error);
        if (unwritten) return unwritten;
        return fail(
          'internal',
          'Something went wrong here. The bag is kept; please try again or ask an associate.',
        );
      }
    });
  }
}

/** One cast for the correlated union: the schema that parsed `request` is the one that `handlers[name]` was typed by. */
function runHandler(handlers: KioskHandlers, name: KioskCall, request: unknown): Promise<unknown> {
  const handler = handlers[name] as (request: unknown) => Promise<unknown>;
  return handler(request);
}
