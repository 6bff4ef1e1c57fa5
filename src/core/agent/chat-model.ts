/** One message of a conversation with a language model; a call's arguments are JSON text, as models write them. */
export type ModelMessage =
  | { readonly role: 'system' | 'user'; readonly content: string }
  | {
      readonly role: 'assistant';
      readonly content: string;
      readonly calls: readonly { readonly id: string; readonly name: string; readonly arguments: string }[];
    }
  | { readonly role: 'tool'; readonly callId: string; readonly content: string };

export interface ModelTool {
  readonly name: string;
  readonly description: string;
  /** JSON Schema. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

export type ModelPiece =
  /**
   * What the answer took, as the endpoint counts; some do not say. `cost` in millionths of a unit of the currency that the
   * endpoint is paid in; 0 where nobody has said what a token costs.
   */
  | { readonly type: 'usage'; readonly tokens: number; readonly cost: number }
  | { readonly type: 'text'; readonly text: string }
  /** A whole call; `arguments` is what the model wrote, which need not be JSON. */
  | { readonly type: 'call'; readonly id: string; readonly name: string; readonly arguments: string };

/** A language model behind any compatible endpoint. */
export interface ChatModel {
  /** False while its circuit is open. */
  available(): boolean;
  /** Throws `PlannerUnavailable` when the endpoint is slow, refuses, breaks off or answers something else. */
  stream(
    request: { readonly messages: readonly ModelMessage[]; readonly tools: readonly ModelTool[] },
    signal: AbortSignal,
  ): AsyncIterable<ModelPiece>;
}
