import { createPreviewBridge } from './preview-bridge.ts';

// The renderer reads the bridge when it first calls it, so it is put there before the renderer is loaded.
Object.defineProperty(window, 'aisle', {
  value: createPreviewBridge(new URLSearchParams(window.location.search)),
});
await import('../../src/renderer/main.tsx');
