import { builtinModules } from 'node:module';
import { defineConfig } from 'vite';

/*
 * Hub, command line and the processes of the simulation, for plain Node: as files of their own they start several times as fast as
 * from hundreds of sources.
 */
export default defineConfig({
  publicDir: false,
  ssr: {
    noExternal: true,
    // Native code, and what is only there for development.
    external: ['libsql', 'playwright-core', 'pg-native', ...builtinModules],
  },
  build: {
    ssr: true,
    target: 'node20.19',
    outDir: 'out/node',
    emptyOutDir: true,
    // Readable where an error points to it.
    minify: false,
    rolldownOptions: {
      input: {
        cli: 'src/cli/main.ts',
        hub: 'src/hub/main.ts',
        'simulate-worker': 'src/cli/simulate/many/worker.ts',
      },
      // All in one folder, two below the root, as the sources that look for files beside them are: `assets`, the checkout itself, these programs.
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
