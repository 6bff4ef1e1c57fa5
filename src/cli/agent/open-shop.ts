import type { Language } from '../../contracts/primitives.ts';
import type { Result } from '../../contracts/result.ts';
import type { Environment } from '../../core/ports/environment.ts';
import type { Actor, Shop } from '../../core/shop.ts';

export interface OpenedShop {
  readonly shop: Shop;
  /** A session of its own, for this command. */
  readonly actor: Actor;
  readonly environment: Environment;
  close(): Promise<void>;
}

/** Opens the shop that the `agent` and `mcp` commands work on. Failures say what to do. */
export type OpenShop = (options: {
  /** Folder with the shop's data; the sample shop in a temporary folder without it. */
  readonly data: string | undefined;
  /** The first shop of the chain without it. */
  readonly storeId: string | undefined;
  readonly language: Language;
  /** Words about what takes long, for stderr. */
  readonly onProgress: (text: string) => void;
}) => Promise<Result<OpenedShop>>;
