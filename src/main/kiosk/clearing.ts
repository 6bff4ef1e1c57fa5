import type { SessionSnapshot } from '../../contracts/session.ts';
import type { Shop } from '../../core/shop.ts';

/** What the desk needs of the kiosk's store beyond the shop. */
export interface SessionShelf {
  /** Puts a session that came from the hub into the local store, replacing what is there of it. */
  keepSnapshot(snapshot: SessionSnapshot): Promise<void>;
  /** Sessions that have not ended: after a start, leftovers of a crash. */
  openSessions(): Promise<readonly string[]>;
  /** Erases everything of all ended sessions as soon as the hub has what it must have. */
  wipe(): Promise<void>;
}

/** Ends and erases what shoppers leave behind; a disk that refuses is asked again. */
export interface Clearing {
  /** Erases everything of all ended sessions. */
  wipe(): Promise<void>;
  /** Ends what is open and not at the screen, then erases. */
  clear(atScreen: string | undefined): Promise<void>;
  /** The same where there is something to do about it. A wipe that failed before fails again without a word. */
  retry(atScreen: string | undefined): Promise<void>;
}

export function createClearing({
  shop,
  shelf,
  storeId,
}: {
  readonly shop: Shop;
  readonly shelf: SessionShelf;
  readonly storeId: () => string | undefined;
}): Clearing {
  /** What is ended could not be erased yet. */
  let unwiped = false;
  const wipe = async (): Promise<void> => {
    unwiped = true;
    await shelf.wipe();
    unwiped = false;
  };
  /** Gives how many it ended. */
  const endOthers = async (atScreen: string | undefined): Promise<number> => {
    let count = 0;
    for (const sessionId of await shelf.openSessions()) {
      if (sessionId === atScreen) continue;
      const actor = { sessionId, storeId: storeId() ?? '', channel: 'kiosk', language: 'en' } as const;
      const ended = await shop.sessions.end(actor, 'crash');
      if (ended.ok) count += 1;
    }
    return count;
  };
  return {
    wipe,
    clear: async (atScreen) => {
      await endOthers(atScreen);
      await wipe();
    },
    retry: async (atScreen) => {
      const told = unwiped;
      if ((await endOthers(atScreen)) === 0 && !told) return;
      await wipe().catch((error: unknown) => {
        if (!told) throw error;
      });
    },
  };
}
