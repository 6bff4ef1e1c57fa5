import type { Variant } from '../../contracts/catalogue.ts';
import { fail, type Result } from '../../contracts/result.ts';
import type { ExpectedVisitor } from '../../contracts/visitor.ts';
import type { OpenedCode } from '../../core/shop.ts';
import { readTypedCode } from '../../core/typed-code.ts';
import { type Capsule, verifyCapsule } from '../../platform/capsule/capsule.ts';
import { type CodeSecrets, handleSecrets, pickupSecrets } from '../../platform/capsule/code-secrets.ts';
import { openSealedSession } from '../../platform/capsule/sealed-session.ts';
import type { DeviceSettings } from '../../platform/device-state/settings.ts';

export interface CodeOpenerPorts {
  readonly settings: () => Pick<DeviceSettings, 'hubId' | 'storeId' | 'capsuleKeys'>;
  /** Undefined when there is none (any more). */
  readonly expectedVisitor: (lookupId: string) => Promise<ExpectedVisitor | undefined>;
  readonly variantsByNumber: (numbers: readonly number[]) => Promise<readonly Variant[]>;
  readonly now: () => number;
  /** When the hub was last heard, milliseconds since 1970; null when never. */
  readonly heardAt: () => number | null;
}

/** Opens what a shopper carries without asking anyone: by keys that were pinned, and by rows that came before. */
export interface CodeOpener {
  /** Failures as of `verifyCapsule`. */
  readCapsule(text: string): Promise<Result<Capsule>>;
  /** What a capsule brings: the variants that this shop knows. */
  bagOf(capsule: Capsule): Promise<OpenedCode>;
  /** What the row of a visitor brings; undefined when the hub has told of none. */
  byHandle(handle: string): Promise<OpenedCode | undefined>;
  byPickupCode(typed: string): Promise<OpenedCode | undefined>;
}

export function createCodeOpener(ports: CodeOpenerPorts): CodeOpener {
  const openRow = async (secrets: CodeSecrets, storeId: string): Promise<OpenedCode | undefined> => {
    const row = await ports.expectedVisitor(secrets.lookupId);
    const session = row && openSealedSession(row, secrets, storeId);
    return session && { tokenId: secrets.tokenId, session };
  };
  return {
    async readCapsule(text) {
      const { storeId, capsuleKeys } = ports.settings();
      if (storeId === null) return fail('offline', 'This kiosk is not paired yet.', { reason: 'unpaired' });
      // A clock that was set back does not make old codes young again.
      const now = Math.max(ports.now(), ports.heardAt() ?? 0);
      return verifyCapsule(text, { keys: capsuleKeys, storeId, now });
    },
    async bagOf({ tokenId, language, lines }) {
      const quantities = new Map(lines.map((line) => [line.number, line.quantity]));
      const variants = await ports.variantsByNumber([...quantities.keys()]);
      const cart = variants.map(({ sku, number }) => ({ sku, quantity: quantities.get(number) ?? 1 }));
      return { tokenId, session: { language, cart, sizes: {}, colours: [] } };
    },
    async byHandle(handle) {
      const { storeId } = ports.settings();
      return storeId === null ? undefined : openRow(handleSecrets(handle), storeId);
    },
    async byPickupCode(typed) {
      const { hubId, storeId } = ports.settings();
      const code = readTypedCode(typed);
      if (hubId === null || storeId === null || code === null) return undefined;
      return openRow(await pickupSecrets(code, { hubId, storeId }), storeId);
    },
  };
}
