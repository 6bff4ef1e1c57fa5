import { runEval } from './run-eval.ts';

process.exitCode = await runEval(process.argv.slice(2), {
  input: process.stdin,
  output: process.stdout,
  errors: process.stderr,
  environment: process.env,
});
