/*
 * The rooms of docs/ARCHITECTURE.md and who may import whom. A rule names the room that it is about, and lists what
 * that room may reach; tests and what is under a `testing/` folder may reach more.
 */
const rooms = 'contracts|core|platform|workers|agent|composition|main|preload|renderer|hub|cli';
const testFiles = '\\.test\\.tsx?$|(^|/)testing/';
const nodeBuiltins = ['core'];

/** A room may import only itself and the rooms listed. */
const roomMayImport = (room, allowed) => ({
  name: `${room}-rooms`,
  comment: `${room} may import ${allowed.length === 0 ? 'no other room' : `only ${allowed.join(', ')}`}`,
  severity: 'error',
  from: { path: `^src/${room}/`, pathNot: testFiles },
  to: { path: `^src/(${rooms})/`, pathNot: `^src/(${[room, ...allowed].join('|')})/` },
});

/** A room may use only the npm packages listed. */
const roomMayUse = (room, packages) => ({
  name: `${room}-packages`,
  comment: `${room} may use no npm package but ${packages.join(', ')}`,
  severity: 'error',
  from: { path: `^src/${room}/`, pathNot: testFiles },
  to: { path: 'node_modules/', pathNot: `node_modules/(${packages.join('|')})/` },
});

/** Packages that only some files may use; `to` is for Node's own modules, which have no path in node_modules. */
const onlyIn = (name, packages, where, comment, builtins = []) => ({
  name,
  comment,
  severity: 'error',
  from: { path: '^src/', pathNot: `${where}|${testFiles}` },
  to: { path: [...packages.map((package_) => `(^|node_modules/)${package_}(/|$)`), ...builtins] },
});

const shared = ['contracts', 'core', 'platform', 'workers', 'agent'];

module.exports = {
  forbidden: [
    roomMayImport('contracts', []),
    roomMayImport('core', ['contracts']),
    roomMayImport('platform', ['contracts', 'core']),
    roomMayImport('workers', ['contracts', 'core']),
    roomMayImport('agent', ['contracts', 'core']),
    roomMayImport('composition', shared),
    roomMayImport('preload', ['contracts']),
    roomMayImport('renderer', ['contracts']),
    roomMayImport('main', [...shared, 'composition']),
    roomMayImport('hub', [...shared, 'composition']),
    roomMayImport('cli', [...shared, 'composition']),

    roomMayUse('contracts', ['zod']),
    roomMayUse('core', ['zod']),
    roomMayUse('preload', ['zod', 'electron']),
    {
      name: 'pure-rooms',
      comment: 'contracts and core do no I/O; preload and renderer run where Node is not',
      severity: 'error',
      from: { path: '^src/(contracts|core|preload|renderer)/', pathNot: testFiles },
      to: { dependencyTypes: nodeBuiltins },
    },

    onlyIn('electron-place', ['electron'], '^src/(main|preload)/', 'electron only in main and preload'),
    onlyIn('openai-place', ['openai'], '^src/platform/', 'openai only in platform'),
    onlyIn(
      'store-place',
      ['lowdb', 'libsql', '@libsql', 'kysely', 'pg'],
      '^src/platform/',
      'lowdb, SQLite and PostgreSQL only in platform',
      ['^(node:)?sqlite$'],
    ),
    onlyIn('mcp-place', ['@modelcontextprotocol'], '^src/platform/mcp/', 'the MCP SDK only in platform/mcp'),

    {
      name: 'tools-place',
      comment: 'of tools/, src may use only the helpers that the command line starts processes with',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/cli/|${testFiles}` },
      to: { path: '^tools/' },
    },
    {
      name: 'tests-are-not-used',
      comment: 'what ships may not depend on tests',
      severity: 'error',
      from: { path: '^src/', pathNot: testFiles },
      to: { path: `^test/|${testFiles}`, pathNot: 'node_modules/' },
    },
    {
      name: 'no-cycles',
      comment: 'two modules that need each other are one module, or lack a third',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      comment: 'what cannot be resolved cannot be checked',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.d.ts', '.json', '.css'],
    },
  },
};
