/**
 * The single wrapper round every handler.
 *
 * Invariants: no handler can end the server, and none can leave a request without an answer; an error is logged with the
 * handler's name, and the answer is the empty one; a request that the client has cancelled is answered as cancelled.
 */
import { CancellationToken, ErrorCodes, LSPErrorCodes, ResponseError } from './library';
import type { RemoteConsole } from 'vscode-languageserver';

/** Answers a request, or tells why not. */
export type Handler<Params, Result> = (params: Params, token: CancellationToken) => Result | Promise<Result>;

/** Wraps handlers, so that an error in one is logged and goes no further. */
export interface Guard {
  /** Wraps the handler of a request; `empty` is the answer when it fails. */
  request<Params, Result>(
    name: string,
    empty: Result,
    handler: Handler<Params, Result>,
  ): (params: Params, token: CancellationToken) => Promise<Result | ResponseError<never>>;
  /** Wraps the handler of a notification, or any work that nobody waits for. */
  notification<Params = void>(name: string, handler: (params: Params) => void | Promise<void>): (params: Params) => void;
  /** From now on every request is refused, as the protocol demands after `shutdown`. */
  close(): void;
}

/** A guard that logs what went wrong. */
export function createGuard(log: Pick<RemoteConsole, 'error'>): Guard {
  let isClosed = false;
  const fail = (name: string, error: unknown): void => log.error(`${name}: ${descriptionOf(error)}`);
  return {
    request: (name, empty, handler) => async (params, lastToken) => {
      // A request without parameters comes with its token alone.
      const token = [lastToken, params].find((value) => CancellationToken.is(value)) ?? CancellationToken.None;
      if (isClosed) return new ResponseError<never>(ErrorCodes.InvalidRequest, 'The server is shut down.');
      try {
        const result = await handler(params, token);
        return token.isCancellationRequested ? cancelled() : result;
      } catch (error) {
        if (token.isCancellationRequested) return cancelled();
        fail(name, error);
        return empty;
      }
    },
    notification: (name, handler) => (params) => {
      if (isClosed) return;
      // Begun at once and not in a promise, because the order of changes matters.
      try {
        Promise.resolve(handler(params)).catch((error: unknown) => fail(name, error));
      } catch (error) {
        fail(name, error);
      }
    },
    close: () => {
      isClosed = true;
    },
  };
}

function cancelled(): ResponseError<never> {
  return new ResponseError<never>(LSPErrorCodes.RequestCancelled, 'Cancelled by the client.');
}

function descriptionOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
