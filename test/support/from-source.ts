/** Options of Node that run TypeScript sources as they are. */
export const fromSource: readonly string[] = ['--import', import.meta.resolve('tsx')];
