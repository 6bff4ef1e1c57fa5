/// <reference types="vite/client" />
import type { KioskBridge } from '../contracts/kiosk-ipc.ts';

declare global {
  interface Window {
    /** Put there by the preload script. */
    readonly aisle: KioskBridge;
  }
}
