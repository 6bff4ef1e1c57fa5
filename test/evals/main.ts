import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

// Workers are found by what only Vite knows (`import.meta.glob`).
const file = fileURLToPath(new URL('./run-eval.ts', import.meta.url));
const { module } = await runnerImport<typeof import('./run-eval.ts')>(file, {
  configFile: false,
  publicDir: false,
});

process.exitCode = await module.runEval(process.argv.slice(2), {
  input: process.stdin,
  output: process.stdout,
  errors: process.stderr,
  environment: process.env,
});
