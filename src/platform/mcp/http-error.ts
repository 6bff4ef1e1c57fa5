/** Codes of JSON-RPC 2.0 and those that MCP servers use beside them. */
export const rpcCodes = { parseError: -32700, refused: -32000, sessionUnknown: -32001 } as const;

/** An answer to what is refused before it is known which request it was: a JSON-RPC error without an id. */
export const httpError = (
  status: number,
  message: string,
  options: { readonly code?: number; readonly headers?: Readonly<Record<string, string>> } = {},
): Response =>
  Response.json(
    { jsonrpc: '2.0', error: { code: options.code ?? rpcCodes.refused, message }, id: null },
    { status, headers: { 'cache-control': 'no-store', ...options.headers } },
  );
