import type { LocalStore } from '../../../composition/open-local-store.ts';
import type { Environment } from '../../../core/ports/environment.ts';
import type { HubDatabase } from '../../../platform/hub-store/hub-database.ts';
import type { Connection } from '../../../platform/store/connection.ts';
import type { HubClient } from '../../../platform/sync/hub-client.ts';
import type { Invariant } from '../truth/violation.ts';
import type { HubDesk } from '../world/hub-desk.ts';

/**
 * An engine under test: the shipped one with nothing changed, or with a part of it wrapped. A wrapper stands where the
 * composition puts things together, so that no line of the engine itself knows of it.
 */
export interface Engine {
  readonly name: string;
  /** One line: what is different from what ships. */
  readonly about: string;
  /** The invariants that count against it; all of them without this. */
  readonly measuredBy?: readonly Invariant[];
  /** Between every store and SQLite. */
  readonly connection?: (connection: Connection) => Connection;
  readonly kioskStore?: (local: LocalStore, environment: Environment) => LocalStore;
  /** Between a kiosk's sync and its line. */
  readonly kioskHub?: (hub: HubClient, local: LocalStore) => HubClient;
  readonly hubDatabase?: (hub: HubDatabase) => HubDatabase;
  readonly hubDesk?: (desk: HubDesk, hub: HubDatabase) => HubDesk;
}

export const shippedEngine: Engine = { name: 'escrow', about: 'the engine as it ships' };
