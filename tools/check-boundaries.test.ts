import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { checkBoundaries, unseenFiles } from './check-boundaries.mjs';

/** Writes a small checkout, checks it, and removes it. */
function check(files: Readonly<Record<string, string>>) {
  const root = mkdtempSync(join(tmpdir(), 'aisle-rooms-'));
  const packages = ['openai', 'electron', 'kysely', 'zod', '@modelcontextprotocol/server'];
  const packageFiles = packages.flatMap((name) => [
    [`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' })],
    [`node_modules/${name}/index.js`, 'module.exports = {};'],
  ]);
  const manifest = { dependencies: Object.fromEntries(packages.map((name) => [name, '*'])) };
  const all: Record<string, string> = {
    'tsconfig.json': '{ "compilerOptions": { "allowImportingTsExtensions": true, "noEmit": true } }',
    'package.json': JSON.stringify(manifest),
    ...Object.fromEntries(packageFiles),
    ...files,
  };
  for (const [path, content] of Object.entries(all)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  try {
    return checkBoundaries(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

const timeout = 30_000;

test('imports along the table pass', { timeout }, () => {
  const report = check({
    'src/contracts/money.ts': "import 'zod'; export const zero = 0;",
    'src/core/cart.ts': "import { zero } from '../contracts/money.ts'; export const total = zero;",
    'src/platform/store.ts':
      "import 'kysely'; import type { total } from '../core/cart.ts'; export type T = typeof total;",
    'src/platform/mcp/server.ts': "import '@modelcontextprotocol/server'; import '../../core/cart.ts';",
    'src/main/index.ts': "import 'electron'; import 'node:fs'; import '../platform/store.ts';",
    'src/renderer/main.tsx':
      "import { zero } from '../contracts/money.ts'; export const view = <p>{zero}</p>;",
    'src/core/cart.test.ts': "import '../platform/store.ts'; import 'node:fs'; import './cart.ts';",
  });
  expect(report).toEqual({ violations: [], unseen: [], modules: 7 });
});

test('imports against the table are found, types and re-exports included', { timeout }, () => {
  const { violations } = check({
    'src/contracts/money.ts': "import 'openai'; export const zero = 0;",
    'src/platform/store.ts': 'export interface Store { readonly open: boolean }',
    'src/core/cart.ts':
      "import type { Store } from '../platform/store.ts'; import 'node:fs'; export type S = Store;",
    'src/agent/loop.ts': "export { view } from '../workers/cart.ts'; import 'openai';",
    'src/workers/cart.ts': "import '@modelcontextprotocol/server'; export const view = 1;",
    'src/hub/main.ts': "export const start = async () => import('../main/index.ts');",
    'src/cli/main.ts': "import '../hub/main.ts'; import 'kysely';",
    'src/main/index.ts': "import '../renderer/view.tsx';",
    'src/renderer/view.tsx': "import 'electron'; import '../core/cart.ts'; import './gone.ts';",
  });
  expect(violations.map((line) => line.slice(0, line.indexOf(':'))).sort()).toEqual(
    [
      'src/agent/loop.ts → node_modules/openai/index.js',
      'src/agent/loop.ts → src/workers/cart.ts',
      'src/cli/main.ts → node_modules/kysely/index.js',
      'src/cli/main.ts → src/hub/main.ts',
      'src/contracts/money.ts → node_modules/openai/index.js',
      'src/contracts/money.ts → node_modules/openai/index.js',
      'src/core/cart.ts → fs',
      'src/core/cart.ts → src/platform/store.ts',
      'src/hub/main.ts → src/main/index.ts',
      'src/main/index.ts → src/renderer/view.tsx',
      'src/renderer/view.tsx → ./gone.ts',
      'src/renderer/view.tsx → node_modules/electron/index.js',
      'src/renderer/view.tsx → src/core/cart.ts',
      'src/workers/cart.ts → node_modules/@modelcontextprotocol/server/index.js',
    ].sort(),
  );
});

test('modules that need each other are found', { timeout }, () => {
  const { violations } = check({
    'src/core/a.ts': "import { b } from './b.ts'; export const a = () => b;",
    'src/core/b.ts': "import { a } from './a.ts'; export const b = () => a;",
  });
  expect(violations.map((line) => line.slice(line.lastIndexOf(':') + 2))).toContain(
    'two modules that need each other are one module, or lack a third',
  );
});

test('a file that the checker passed over is named', () => {
  expect(unseenFiles(['src/a.ts', 'src/b.tsx'], ['src/b.tsx'])).toEqual(['src/a.ts']);
  expect(unseenFiles(['src/a.ts'], [])).toEqual(['src/a.ts']);
});
