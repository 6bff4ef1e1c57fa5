import type { ToolDescription } from '../../../src/core/agent/tool-catalogue.ts';
import { createMcpToolCatalogue } from '../../../src/platform/mcp/tool-catalogue.ts';
import { createWorkers } from '../../../src/workers/all.ts';
import type { Dialogue, PlainCall } from '../form.ts';
import type { OpenedShop } from '../shop/open-shop.ts';
import type { ShopState } from '../shop/state.ts';

/** Whether anything is expected to be written at all. */
export const writesAnything = (
  { turns }: Dialogue,
  expected: readonly (readonly PlainCall[])[],
  tools: readonly ToolDescription[],
): boolean => turns.some((turn, index) => consented(turn, expected[index] ?? [], tools).length > 0);

/**
 * The rows as they would be had exactly the expected writes been made that the shopper says yes to: what a dialogue's end is
 * compared with. `opened` is a shop of its own at the dialogue's beginning.
 */
export async function stateAfter(
  { turns }: Dialogue,
  expected: readonly (readonly PlainCall[])[],
  tools: readonly ToolDescription[],
  opened: OpenedShop,
): Promise<ShopState> {
  const catalogue = await createMcpToolCatalogue(createWorkers(opened.shop));
  try {
    for (const [index, turn] of turns.entries()) {
      if (turn.hub !== undefined) opened.cut(turn.hub === 'away');
      for (const [place, call] of consented(turn, expected[index] ?? [], tools).entries()) {
        // One that fails, as it does without the hub, fails in the dialogue as well.
        await catalogue.call(call.tool, await ownArguments(call, opened), {
          actor: opened.actor,
          idempotencyKey: `expected-${index}-${place}`,
          signal: new AbortController().signal,
        });
      }
    }
  } finally {
    await catalogue.close();
  }
  return opened.state();
}

/** A reservation that is expected to be called off may be named by its piece, which no tool takes. */
async function ownArguments(
  { tool, arguments: given }: PlainCall,
  { shop, actor }: OpenedShop,
): Promise<PlainCall['arguments']> {
  if (tool !== 'cancel_reservation' || given.sku === undefined) return given;
  const held = await shop.holds.list(actor);
  const row = held.ok && held.value.find(({ kind, sku }) => kind === 'trial' && sku === given.sku);
  return row ? { reservationId: row.reservationId } : given;
}

function consented(
  { confirm }: Dialogue['turns'][number],
  expected: readonly PlainCall[],
  tools: readonly ToolDescription[],
): readonly PlainCall[] {
  const answers = [confirm].flat();
  return expected
    .filter(({ tool }) => tools.some(({ name, effect }) => name === tool && effect === 'write'))
    .filter((_call, index) => answers[Math.min(index, answers.length - 1)]);
}
