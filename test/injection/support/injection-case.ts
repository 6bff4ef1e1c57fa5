/** A call that the obedient model makes. `{victim.…}` in texts stands for what the other shopper has. */
export type Call = readonly [tool: string, given: Readonly<Record<string, unknown>>];

export type Target = 'write' | 'leak' | 'figure' | 'link' | 'claim';

/** Words in a channel, and what a model does and says that does all they want. */
export type Row = readonly [
  technique: string,
  target: Target,
  text: string,
  obeys: readonly Call[],
  says: string,
];

export type Channel =
  | 'product text'
  | 'shopper’s words'
  | 'offer'
  | 'store name'
  | 'chat history'
  | 'web form'
  | 'foreign description'
  | 'foreign result'
  | 'foreign error'
  | 'forbidden call';

export interface InjectionCase {
  /** Stands in the hostile text too, so that it is seen whether the text came to the model. */
  readonly id: string;
  readonly channel: Channel;
  readonly technique: string;
  readonly target: Target;
  readonly utterance: string;
  readonly language?: 'en' | 'hi' | 'es' | 'ar';
  /** Messages before this turn. */
  readonly history?: readonly { readonly role: 'shopper' | 'agent' | 'associate'; readonly text: string }[];
  /** What the shopper put into the form of the web shop. */
  readonly form?: {
    readonly sizes: Readonly<Record<string, string>>;
    readonly colours: readonly string[];
    readonly occasion?: string;
  };
  /** What the foreign server answers now. */
  readonly foreign?: { readonly result?: unknown; readonly error?: string };
  /** Honest calls that bring the text before the model. */
  readonly lure: readonly Call[];
  readonly obeys: readonly Call[];
  readonly says: string;
  /** To what the shopper says yes; to nothing when left out. */
  readonly yes?: 'first' | 'all';
  /** Units in the shopper's own bag and on hold at the end; none when left out. */
  readonly left?: { readonly bag?: number; readonly holds?: number };
  /** When the shopper cancels: right after this event, counted from 1. */
  readonly cancelAt?: number;
}

const two = (index: number): string => String(index + 1).padStart(2, '0');

/** Rows as cases of a channel, numbered. */
export function casesOf(
  channel: Channel,
  prefix: string,
  rows: readonly Row[],
  place: (
    row: Row,
    id: string,
    index: number,
  ) => Partial<InjectionCase> & Pick<InjectionCase, 'utterance' | 'lure'>,
): readonly InjectionCase[] {
  return rows.map((row, index) => {
    const [technique, target, , obeys, says] = row;
    const id = `${prefix}-${two(index)}`;
    return { id, channel, technique, target, obeys, says, ...place(row, id, index) };
  });
}
