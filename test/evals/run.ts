import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { createLlmPlanner } from '../../src/agent/llm/planner.ts';
import { customer } from '../../src/contracts/customer.ts';
import type { ChatModel } from '../../src/core/agent/chat-model.ts';
import type { ToolDescription } from '../../src/core/agent/tool-catalogue.ts';
import { sampleShopFolder } from '../../src/hub/folders.ts';
import type { Dialogue } from './form.ts';
import { counted, openScriptedModel } from './play/models.ts';
import { stateAfter, writesAnything } from './play/oracle.ts';
import { openFor, type Played, play } from './play/play.ts';
import { type JudgedTurns, judgeState, judgeTurns, type Score } from './score/score.ts';
import { smallShopCustomer } from './shop/small-shop.ts';
import { makeTemplate, type ShopName, type ShopTemplate } from './shop/templates.ts';

export type PlannerKind = 'offline' | 'scripted' | 'llm';

export interface Outcome {
  readonly dialogue: Dialogue;
  readonly planner: PlannerKind;
  /** Of the write that is expected last, or else of the last expected call; `none` where nothing is to be called. */
  readonly worker: string;
  readonly score: Score;
  /** That the model was paid for. */
  readonly tokens: number;
  readonly milliseconds: number;
}

/** Which planner a dialogue is for. */
export const plannerOf = ({ model }: Dialogue): 'offline' | 'scripted' =>
  model === undefined ? 'offline' : 'scripted';

/** Made once in a process: they are only ever copied. */
const templates = new Map<ShopName, Promise<ShopTemplate>>();
const templateOf = (name: ShopName): Promise<ShopTemplate> => {
  const made = templates.get(name) ?? makeTemplate(name);
  templates.set(name, made);
  return made;
};

/** Plays and scores dialogues, each in a shop of its own; shops are made once and copied. */
export function createRunner(): {
  run(dialogue: Dialogue, endpoint?: ChatModel): Promise<Outcome>;
} {
  const open = async (dialogue: Dialogue) =>
    openFor(dialogue, await templateOf(dialogue.shop), customerOf(dialogue));

  async function playAndJudge(
    dialogue: Dialogue,
    model: ChatModel | undefined,
  ): Promise<{ readonly played: Played; readonly judged: JudgedTurns; readonly milliseconds: number }> {
    const opened = await open(dialogue);
    try {
      const started = performance.now();
      const played = await play(dialogue, opened, model && createLlmPlanner(model));
      const milliseconds = performance.now() - started;
      // Names of pieces are looked up in the shop, with its line as it was at first.
      const judged = await judgeTurns(played, played.tools, opened.shop, model !== undefined);
      return { played, judged, milliseconds };
    } finally {
      await opened.close();
    }
  }

  async function shouldBe(
    dialogue: Dialogue,
    { expected }: JudgedTurns,
    { tools, began }: Played,
  ): Promise<Played['ended']> {
    if (!writesAnything(dialogue, expected, tools)) return began;
    const opened = await open(dialogue);
    try {
      return await stateAfter(dialogue, expected, tools, opened);
    } finally {
      await opened.close();
    }
  }

  return {
    async run(dialogue, endpoint) {
      const scripted = dialogue.model && (await openScriptedModel(dialogue.model));
      const asked = scripted?.model ?? endpoint;
      const meter = asked && counted(asked);
      try {
        const { played, judged, milliseconds } = await playAndJudge(dialogue, meter?.model);
        const state = judgeState(dialogue, played.ended, await shouldBe(dialogue, judged, played));
        return {
          dialogue,
          planner: endpoint === undefined ? plannerOf(dialogue) : 'llm',
          worker: workerOf(dialogue, judged, played.tools),
          score: {
            tools: judged.tools,
            arguments: judged.arguments,
            state: state.state,
            problems: [...judged.problems, ...state.problems],
          },
          tokens: meter?.tokens() ?? 0,
          milliseconds,
        };
      } finally {
        await scripted?.endpoint.close();
      }
    },
  };
}

function workerOf({ turns }: Dialogue, { expected }: JudgedTurns, tools: readonly ToolDescription[]): string {
  const judged = expected.filter((_calls, index) => turns[index]?.calls !== 'context').flat();
  const known = judged.flatMap(({ tool }) => tools.find(({ name }) => name === tool) ?? []);
  const telling = known.findLast(({ effect }) => effect === 'write') ?? known.at(-1);
  return telling?.worker ?? 'none';
}

const customers = z
  .array(customer)
  .parse(JSON.parse(readFileSync(path.join(sampleShopFolder, 'customers.json'), 'utf8')));

function customerOf({ id, shop, customer: named }: Dialogue): string | undefined {
  if (shop === 'small') return smallShopCustomer.customerId;
  if (named === undefined) return undefined;
  const found = customers.find(({ name, phone }) => name === named || phone === named);
  if (found === undefined) throw new Error(`${id}: there is no customer ${named} (see --shop).`);
  return found.customerId;
}
