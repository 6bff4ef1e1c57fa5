import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

/*
 * The programs run on the pinned Electron and on the older one that stands in for it in tests
 * (docs/adr/0003-electron-runtime.md), so both are built for what the older has.
 */
const nodeTarget = 'node20.18';
const chromeTarget = 'chrome130';

/** Native code cannot be bundled: it stays in node_modules, and electron-builder unpacks it from the archive. */
const native = ['libsql', /^@libsql\//];

export default defineConfig({
  main: {
    build: {
      target: nodeTarget,
      minify: true,
      // Bundled, main starts about eight times as fast as from node_modules.
      externalizeDeps: false,
      rolldownOptions: {
        // The second is the program of a thread, which main names by its file.
        input: {
          index: 'src/main/index.ts',
          'store-thread': 'src/composition/store-thread.ts',
        },
        external: native,
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: nodeTarget,
      minify: true,
      // A sandboxed preload may require nothing but electron, and only as CommonJS in a single file.
      externalizeDeps: false,
      rolldownOptions: {
        input: 'src/preload/index.ts',
        output: { format: 'cjs', entryFileNames: 'index.cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    plugins: [react()],
    build: {
      target: chromeTarget,
      minify: true,
      // The page's policy allows fonts from its own files only, not from `data:`.
      assetsInlineLimit: 0,
      rolldownOptions: { input: 'src/renderer/index.html' },
    },
  },
});
