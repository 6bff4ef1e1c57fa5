import { contextBridge, ipcRenderer } from 'electron';
import { type KioskBridge, kioskCalls, kioskEvents } from '../contracts/kiosk-ipc.ts';

/** The whole surface of main that a page can reach: the contract's calls and events, and no channel beside them. */
const bridge: KioskBridge = {
  call(name, request) {
    if (!Object.hasOwn(kioskCalls, name)) throw new Error(`Unknown call: ${name}`);
    return ipcRenderer.invoke(name, request);
  },
  on(name, listener) {
    if (!Object.hasOwn(kioskEvents, name)) throw new Error(`Unknown event: ${name}`);
    const forward = (_event: unknown, payload: Parameters<typeof listener>[0]) => listener(payload);
    ipcRenderer.on(name, forward);
    return () => ipcRenderer.off(name, forward);
  },
};

contextBridge.exposeInMainWorld('aisle', bridge);
