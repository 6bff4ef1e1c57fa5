import { z } from 'zod';
import { currencyCode, minorUnits } from './money.ts';
import { handle, instant, lineQuantity, sku, storeId, uuid } from './primitives.ts';
import { failureKind } from './result.ts';
import { refundRoute } from './store-policy.ts';

/** Goals that take several steps. */
export const planKind = z.enum(['outfit', 'size-swap', 'return-and-buy', 'reserve-elsewhere']);

/**
 * `proposed` (nothing is done yet) → `running` → `done`; after a step that failed `undoing` → `undone`, or `stuck` where something is
 * left that the plan could not take back. Only these last three and `proposed` may give way to another plan.
 */
export const planState = z.enum(['proposed', 'running', 'undoing', 'done', 'undone', 'stuck']);

/** `doing`: begun; whether it was done is looked up before it is done again. */
const stepState = z.enum(['waiting', 'doing', 'done', 'failed', 'undone']);

const name = z.string().max(300);
const option = z.string().max(40).nullable();

/** A variant, and what it costs: minor units of the plan's currency. */
const piece = z.object({ sku, handle, title: name, size: option, colour: option, unitPrice: minorUnits });
export type PlanPiece = z.infer<typeof piece>;

const base = { state: stepState, piece };

/** What a hold came to; `own`: made by this plan, which therefore may take it back. */
const heldFacts = z.object({
  own: z.boolean(),
  number: z.int().positive(),
  fittingRoom: z.int().positive().nullable(),
  expiresAt: instant,
});

export const planStep = z.discriminatedUnion('type', [
  /** A piece is put aside: in a fitting room of the shop that the shopper is in, or in another shop. */
  z.object({
    ...base,
    type: z.literal('hold'),
    place: z.enum(['here', 'elsewhere']),
    storeId,
    storeName: name,
    quantity: lineQuantity.min(1),
    /** Chosen beforehand, so that a repeat finds the hold that is there. */
    reservationId: uuid,
    /** The trial that it is another size for. */
    replaces: uuid.nullable(),
    held: heldFacts.nullable(),
  }),
  /** So many units more (or, negative, fewer) in the bag. */
  z.object({
    ...base,
    type: z.literal('bag'),
    change: z.int().min(-20).max(20),
    /** Units before the step; null until it begins. */
    before: lineQuantity.nullable(),
  }),
  /** A payment link for the whole bag; `piece` is what the plan is about. */
  z.object({
    ...base,
    type: z.literal('pay'),
    amount: minorUnits.positive(),
    /** The session's latest link before the step, which is not this plan's; null where there was none, or the step has not begun. */
    before: uuid.nullable(),
    paymentId: uuid.nullable(),
  }),
  /** Pieces of an order are to come back. */
  z.object({
    ...base,
    type: z.literal('return'),
    orderNumber: z.string().min(1).max(40),
    quantity: lineQuantity.min(1),
    /** Minor units that go back once the shop has the pieces. */
    refund: minorUnits.nonnegative(),
    route: refundRoute,
  }),
]);
export type PlanStep = z.infer<typeof planStep>;

export const maximumPlanSteps = 8;

/** A goal of several steps: what was proposed, and how far it is. A session keeps its latest one. */
export const plan = z.object({
  planId: uuid,
  kind: planKind,
  state: planState,
  /** Counts its changes: of two states of one plan the later one counts. */
  revision: z.int().positive(),
  /** When it last changed. */
  at: instant,
  /** What an outfit was asked for. */
  asked: z.object({ occasion: z.string().max(60).nullable(), budget: minorUnits.nullable() }),
  steps: z.array(planStep).min(1).max(maximumPlanSteps).readonly(),
  currency: currencyCode,
  /** Why it did not go on, and at which step; a word for programs, never a text. */
  trouble: z
    .object({ step: z.int().nonnegative(), kind: failureKind, reason: z.string().max(60).nullable() })
    .nullable(),
});
export type Plan = z.infer<typeof plan>;

/** Something of it may be done, or half done: it goes on, or is taken back, before another one begins. */
export const isUnderWay = ({ state }: Pick<Plan, 'state'>): boolean =>
  state === 'running' || state === 'undoing';

/** There is something to say yes or no to, or to go on with. */
export const isOpen = (plan: Pick<Plan, 'state'>): boolean =>
  plan.state === 'proposed' || plan.state === 'stuck' || isUnderWay(plan);

/** What a step does, for those who tell of it: a key of their words, and what goes into it. */
export interface PlanLine {
  readonly key: 'hold' | 'elsewhere' | 'add' | 'remove' | 'pay' | `return_${z.infer<typeof refundRoute>}`;
  readonly piece: PlanPiece;
  readonly quantity: number;
  /** Minor units that are paid or go back; null where none are. */
  readonly amount: number | null;
  /** Name of the shop that a piece is put aside in. */
  readonly store: string | null;
}

export function lineOf(step: PlanStep): PlanLine {
  const { piece } = step;
  switch (step.type) {
    case 'hold': {
      const key = step.place === 'here' ? 'hold' : 'elsewhere';
      return { key, piece, quantity: step.quantity, amount: null, store: step.storeName };
    }
    case 'bag': {
      const quantity = Math.abs(step.change);
      return { key: step.change < 0 ? 'remove' : 'add', piece, quantity, amount: null, store: null };
    }
    case 'pay':
      return { key: 'pay', piece, quantity: 1, amount: step.amount, store: null };
    case 'return':
      return {
        key: `return_${step.route}`,
        piece,
        quantity: step.quantity,
        amount: step.refund,
        store: null,
      };
  }
}

/** Its piece in one line. Isolated, as a name is written in its own direction within a sentence of another. */
export function pieceIn({ piece, quantity }: PlanLine): string {
  const name = [piece.title, piece.size, piece.colour].filter((part) => part !== null).join(', ');
  return `\u2068${quantity === 1 ? name : `${quantity} × ${name}`}\u2069`;
}

/** What the pieces of an outfit cost together, minor units; null for other goals, whose steps name their amounts. */
export const totalOf = ({ kind, steps }: Pick<Plan, 'kind' | 'steps'>): number | null =>
  kind === 'outfit'
    ? steps.reduce((sum, step) => sum + step.piece.unitPrice * lineOf(step).quantity, 0)
    : null;
