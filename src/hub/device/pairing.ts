import type { Logger } from 'pino';
import type { z } from 'zod';
import type { deviceApi } from '../../contracts/hub-api.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import { pinnedKeys } from '../../platform/hub-store/capsule-keys.ts';
import { addDevice } from '../../platform/hub-store/devices.ts';
import { sameSecret } from '../../platform/hub-store/digest.ts';
import type { HubDatabase } from '../../platform/hub-store/hub-database.ts';
import type { HubIdentity } from '../../platform/hub-store/hub-identity.ts';
import { storeIdsByArrival } from '../../platform/hub-store/stores.ts';

type PairRequest = z.output<typeof deviceApi.pair.request>;
type PairAnswer =
  z.output<typeof deviceApi.pair.response> extends infer R
    ? R extends { ok: true; value: infer V }
      ? V
      : never
    : never;

export interface PairingParts {
  readonly hub: HubDatabase;
  readonly identity: HubIdentity;
  /** Null: no device can pair. */
  readonly pairingCode: string | null;
  readonly log: Logger;
}

/** A device that knows the pairing code gets an identity and a token of its own. */
export function pair(
  { hub, identity, pairingCode, log }: PairingParts,
  request: PairRequest,
): Promise<Result<PairAnswer>> {
  return hub.transaction(async (transaction): Promise<Result<PairAnswer>> => {
    if (pairingCode === null || !sameSecret(pairingCode, request.pairingCode)) {
      return fail('denied', 'This pairing code is not right. Read it again on the hub.', {
        reason: 'pairing-code-wrong',
      });
    }
    const storeId = chooseStore(await storeIdsByArrival(transaction.sql), request.storeId);
    if (!storeId.ok) return storeId;
    const { device, token } = await addDevice(transaction, {
      deviceId: hub.environment.newId(),
      name: request.name,
      storeId: storeId.value,
      kind: request.kind,
    });
    log.info({ device: device.deviceId, index: device.deviceIndex, store: device.storeId }, 'device paired');
    return succeed({
      deviceId: device.deviceId,
      deviceToken: token,
      storeId: device.storeId,
      hubId: identity.hubId,
      deviceIndex: device.deviceIndex,
      capsuleKeys: [...(await pinnedKeys(transaction.sql, transaction.now))],
    });
  });
}

function chooseStore(ids: readonly string[], wanted: string | undefined): Result<string> {
  const [first] = ids;
  if (first === undefined) {
    return fail('conflict', 'This hub has no shops yet. Import a catalogue with shops first.', {
      reason: 'no-stores',
    });
  }
  if (wanted === undefined) return succeed(first);
  return ids.includes(wanted)
    ? succeed(wanted)
    : fail('not-found', `There is no shop ${wanted}. The shops are: ${ids.join(', ')}.`, {
        reason: 'store-unknown',
        details: { storeIds: ids },
      });
}
