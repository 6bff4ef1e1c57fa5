import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { fail, type Result, succeed } from '../contracts/result.ts';
import type { DeviceState } from '../platform/device-state/device-state.ts';
import type { HubClient } from '../platform/sync/hub-client.ts';

const retryMs = 3000;

export interface PairingOptions {
  readonly hubAddress: string | undefined;
  readonly pairingCode: string | undefined;
  readonly deviceName: string;
  /** Undefined: the hub's first shop. */
  readonly storeId: string | undefined;
}

/** Asks the hub for an identity. Does nothing when there is one for this hub already. */
export async function pairOnce(
  device: DeviceState,
  hub: HubClient,
  options: PairingOptions,
): Promise<Result<void>> {
  const { hubAddress, pairingCode } = options;
  if (device.deviceToken() !== null) return succeed(undefined);
  if (!hubAddress || !pairingCode) {
    return fail('invalid', 'Not paired: start with a hub address and AISLE_PAIRING_CODE.', {
      reason: 'unpaired',
    });
  }
  const paired = await hub.call('pair', {
    pairingCode,
    name: options.deviceName,
    ...(options.storeId && { storeId: options.storeId }),
  });
  if (!paired.ok) return paired;
  await device.pair({ ...paired.value, hubUrl: hubAddress });
  return succeed(undefined);
}

/** Tries until it is paired, the hub says no, or `signal` ends it. Gives whether it is paired. */
export async function pairInTime(
  pair: () => Promise<Result<void>>,
  log: Logger,
  signal: AbortSignal,
): Promise<boolean> {
  while (!signal.aborted) {
    const paired = await pair();
    if (paired.ok) return true;
    log.warn({ failure: paired.failure }, 'not paired');
    if (paired.failure.kind !== 'offline' && paired.failure.kind !== 'timeout') return false;
    await sleep(retryMs, undefined, { signal }).catch(() => undefined);
  }
  return false;
}
