import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDeviceShop } from '../../composition/open-device-shop.ts';
import { fail, type Result } from '../../contracts/result.ts';
import { plainSecretBox } from '../../platform/device-state/plain-secret-box.ts';
import { CommandFailure } from '../command.ts';
import { type ReadyHub, startHub, stopProcess } from '../processes.ts';
import type { OpenedShop, OpenShop } from './open-shop.ts';

/**
 * A shop for one command: a hub process on the given data (or on the sample shop, in a temporary folder), and a device
 * in this process that pairs with it and syncs, as a kiosk does. Ends both at `close`.
 */
export function createOpenShop(environment: NodeJS.ProcessEnv): OpenShop {
  return async ({ data, storeId, language, onProgress }) => {
    const scratch = await mkdtemp(path.join(tmpdir(), 'aisle-command-'));
    const pairingCode = randomUUID();
    onProgress('Opening the shop …');
    let started: ChildProcess | undefined;
    // The command may be ended at any time (Ctrl-C, `| head`); its hub and its scratch folder must not outlive it.
    const abandon = () => {
      started?.kill(data === undefined ? 'SIGKILL' : 'SIGTERM');
      rmSync(scratch, { recursive: true, force: true });
    };
    const release = onAnyEnd(abandon);
    let hub: ReadyHub;
    try {
      hub = await startHub(
        {
          port: 0,
          dataFolder: data === undefined ? path.join(scratch, 'hub') : path.resolve(data),
          environment: {
            ...environment,
            // The sample shop in a scratch folder is nothing for the chain's database.
            DATABASE_URL: data === undefined ? undefined : environment.DATABASE_URL,
            // The agent is in this process, and its servers with it; one in the hub would start them again.
            AISLE_MCP_SERVERS: undefined,
            AISLE_PAIRING_CODE: pairingCode,
            AISLE_LOG_LEVEL: 'warn',
          },
        },
        'inherit',
        (process) => {
          started = process;
        },
      );
    } catch (error) {
      release();
      await rm(scratch, { recursive: true, force: true });
      if (!(error instanceof CommandFailure)) throw error;
      return fail('conflict', error.message);
    }
    const close = async () => {
      await stopProcess(hub.process);
      release();
      await rm(scratch, { recursive: true, force: true });
    };
    const opened = await openDevice(path.join(scratch, 'device'), hub.url, {
      pairingCode,
      storeId,
      language,
      onProgress,
    });
    if (!opened.ok) {
      await close();
      return opened;
    }
    return {
      ok: true,
      value: {
        ...opened.value,
        close: async () => {
          await opened.value.close();
          await close();
        },
      },
    };
  };
}

/** Calls `abandon` when the process ends before the given function is called; signals end it with 128 and their number. */
function onAnyEnd(abandon: () => void): () => void {
  const statuses = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
  const listeners = (['SIGHUP', 'SIGINT', 'SIGTERM'] as const).map((signal) => {
    const listener = () => process.exit(statuses[signal]);
    process.on(signal, listener);
    return () => process.off(signal, listener);
  });
  process.on('exit', abandon);
  return () => {
    for (const stopListening of listeners) stopListening();
    process.off('exit', abandon);
  };
}

async function openDevice(
  dataFolder: string,
  hubAddress: string,
  options: Pick<Parameters<OpenShop>[0], 'storeId' | 'language' | 'onProgress'> & {
    readonly pairingCode: string;
  },
): Promise<Result<OpenedShop>> {
  const { storeId, language, onProgress, pairingCode } = options;
  const opened = await openDeviceShop({
    dataFolder,
    hubAddress,
    pairingCode,
    storeId,
    deviceName: 'Command line',
    secretBox: plainSecretBox,
    onWarning: onProgress,
    onStorage: (trouble) => trouble && onProgress(`The store cannot be used as it should: ${trouble}.`),
    onSyncFailure: () => undefined,
  });
  if (!opened.ok) return opened;
  const { shop, sync, pair, environment, close, storeId: paired } = opened.value;
  const begun = await begin();
  if (!begun.ok) await close();
  return begun;

  async function begin(): Promise<Result<OpenedShop>> {
    const identity = await pair();
    if (!identity.ok) return identity;
    const synced = await sync.pull();
    if (!synced.ok) return synced;
    sync.start();
    const session = await shop.sessions.start(language);
    if (!session.ok) return session;
    const actor = {
      sessionId: session.value.sessionId,
      storeId: paired() ?? '',
      channel: 'cli',
      language,
    } as const;
    const end = async () => {
      await shop.sessions.end(actor, 'shopper');
      await sync.flush();
      await close();
    };
    return { ok: true, value: { shop, actor, environment, close: end } };
  }
}
