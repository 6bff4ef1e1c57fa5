import { type Engine, shippedEngine } from './engine.ts';
import { naiveEngine } from './naive.ts';

export const engines: readonly Engine[] = [shippedEngine, naiveEngine];

export const findEngine = (name: string): Engine | undefined =>
  engines.find((engine) => engine.name === name);

/** Engines with one safeguard off. */
export const mutantNames: readonly string[] = engines
  .filter((engine) => engine !== shippedEngine && engine !== naiveEngine)
  .map((engine) => engine.name);
