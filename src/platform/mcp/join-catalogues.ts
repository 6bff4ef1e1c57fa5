import type { ToolCatalogue } from '../../core/agent/tool-catalogue.ts';

/** OpenAI-compatible endpoints refuse a request with more tools than this, and with it the shop's own. */
const mostTools = 128;

/** The shop's own tools and those of others as one catalogue. An own name is always the shop's. */
export async function joinCatalogues(own: ToolCatalogue, foreign: ToolCatalogue): Promise<ToolCatalogue> {
  const ownTools = await own.list();
  const ownNames = new Set(ownTools.map(({ name }) => name));
  const keeper = (name: string) => (!ownNames.has(name) && name.includes('__') ? foreign : own);
  return {
    list: async () => {
      const others = await foreign.list();
      return [...ownTools, ...others.filter(({ name }) => !ownNames.has(name))].slice(0, mostTools);
    },
    words: own.words,
    spoken: own.spoken,
    consent: (name, toolArguments, context) => keeper(name).consent(name, toolArguments, context),
    call: (name, toolArguments, context) => keeper(name).call(name, toolArguments, context),
    close: async () => {
      await Promise.all([own.close(), foreign.close()]);
    },
  };
}
