import {
  createMcpHandler,
  isInitializeRequest,
  isJSONRPCRequest,
  isJsonContentType,
  isLegacyRequest,
  readRequestBody,
} from '@modelcontextprotocol/server';
import type { Worker } from '../../core/agent/tool.ts';
import type { ToolAudit } from '../../core/agent/tool-audit.ts';
import type { Environment } from '../../core/ports/environment.ts';
import type { Actor } from '../../core/shop.ts';
import { httpError, rpcCodes } from './http-error.ts';
import { createToolServer } from './tool-server.ts';

/** What the host knows of whoever sent a request; the request has no say in it. */
export interface HttpCaller {
  /** Names the caller to the protocol; no secret. */
  readonly clientId: string;
  /** Whoever let this caller in consents to what it does with the tools that change something. */
  readonly writes: boolean;
  /** Opens a session; gives the name by which the client is to go on in it. */
  open(): Promise<string>;
  /** Who the caller is in its session of that name; undefined where it has none. */
  find(name: string): Promise<Actor | undefined>;
  /** False where it has no session of that name. */
  close(name: string): Promise<boolean>;
  /** Who the caller is in a protocol that knows no sessions. */
  own(): Promise<Actor>;
}

export interface HttpTools {
  /** Answers one request. Never throws for what a client sends. */
  fetch(request: Request, caller: HttpCaller): Promise<Response>;
  /** Ends what is under way; nothing is answered afterwards. */
  close(): Promise<void>;
}

/** Bytes of a request: arguments are a few words. */
const maximumBodyBytes = 64 * 1024;
const sessionHeader = 'mcp-session-id';

/** What travels beside the request to the server that is made for it. */
interface Grant {
  readonly writes: boolean;
  /** Undefined: the request calls no tool. */
  readonly actor: Actor | undefined;
}

/**
 * Serves all workers' tools over Streamable HTTP. A client of 2026-07-28 says all in each request; one of 2025 opens a session by
 * `initialize` and names it in what follows. No session is kept here, so that a client can go on at another process of the host,
 * or after a restart.
 */
export function createHttpTools(options: {
  readonly workers: readonly Worker[];
  readonly environment: Environment;
  readonly onCrash: (tool: string, error: unknown) => void;
  /** Told of requests that the protocol refuses, and of failures of the protocol's own. */
  readonly onError: (error: Error) => void;
  readonly audit: ToolAudit;
}): HttpTools {
  const { workers, environment, onCrash, audit } = options;
  const tools = workers.flatMap((worker) => worker.tools);
  const handler = createMcpHandler(
    ({ authInfo }) => {
      const { writes = false, actor } = (authInfo?.extra?.grant ?? {}) as Partial<Grant>;
      return createToolServer({
        name: 'shop',
        title: 'Aisle shop tools',
        tools,
        writes,
        contextOf: (_callId, _requestId, signal) =>
          actor && { actor, idempotencyKey: environment.newId(), signal },
        onCrash,
        audit,
      });
    },
    { onerror: options.onError },
  );
  const answer = (request: Request, body: unknown, caller: HttpCaller, actor?: Actor): Promise<Response> => {
    const grant: Grant = { writes: caller.writes, actor };
    return handler.fetch(request, {
      parsedBody: body,
      // The token itself stays with the host.
      authInfo: { token: '', clientId: caller.clientId, scopes: [], extra: { grant } },
    });
  };

  /** A request of a 2025 version: within the session that it names, or the one that it opens. */
  async function answerInSession(request: Request, body: unknown, caller: HttpCaller): Promise<Response> {
    if (isInitializeRequest(body)) {
      const name = await caller.open();
      const response = await answer(request, body, caller);
      response.headers.set(sessionHeader, name);
      return response;
    }
    const name = request.headers.get(sessionHeader);
    if (name === null) return httpError(400, 'Begin with initialize, then send its Mcp-Session-Id.');
    const actor = await caller.find(name);
    return actor ? answer(request, body, caller, actor) : sessionUnknown();
  }

  async function endSession(request: Request, caller: HttpCaller): Promise<Response> {
    const name = request.headers.get(sessionHeader);
    return name !== null && (await caller.close(name))
      ? new Response(null, { status: 204 })
      : sessionUnknown();
  }

  return {
    async fetch(request, caller) {
      if (request.method === 'DELETE') return endSession(request, caller);
      if (request.method !== 'POST') {
        return httpError(405, 'The shop sends nothing by itself: use POST.', {
          headers: { allow: 'POST, DELETE' },
        });
      }
      if (!isJsonContentType(request.headers.get('content-type'))) {
        return httpError(415, 'Send JSON, with content-type application/json.');
      }
      const body = await readJson(request);
      if (body instanceof Response) return body;
      // What the versions of today do not have, and what would make one request out of hundreds.
      if (Array.isArray(body)) return httpError(400, 'Send one message a request.');
      if (await isLegacyRequest(request, body)) return answerInSession(request, body, caller);
      const calls = isJSONRPCRequest(body) && body.method === 'tools/call';
      return answer(request, body, caller, calls ? await caller.own() : undefined);
    },
    close: () => handler.close(),
  };
}

const sessionUnknown = (): Response =>
  httpError(404, 'There is no such session, or it is over. Begin with initialize.', {
    code: rpcCodes.sessionUnknown,
  });

/** The body, or what to answer instead. */
async function readJson(request: Request): Promise<unknown> {
  try {
    const read = await readRequestBody(request, maximumBodyBytes);
    if (read.tooLarge) return httpError(413, `A request may have ${maximumBodyBytes} bytes.`);
    return JSON.parse(read.text);
  } catch {
    // Not JSON, or the client went away in the middle of it.
    return httpError(400, 'The body must be JSON.', { code: rpcCodes.parseError });
  }
}
