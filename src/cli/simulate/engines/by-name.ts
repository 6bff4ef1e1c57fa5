import { type Engine, shippedEngine } from './engine.ts';
import { mutants } from './mutants.ts';
import { naiveEngine } from './naive.ts';

export const engines: readonly Engine[] = [shippedEngine, naiveEngine, ...mutants];

export const findEngine = (name: string): Engine | undefined =>
  engines.find((engine) => engine.name === name);

/** Engines with one safeguard off. */
export const mutantNames: readonly string[] = mutants.map(({ name }) => name);
