/** One thing that the server can do for a client. Adding one is adding a file to `features` and a line to the list in `server.ts`. */
import type { ServerCapabilities } from 'vscode-languageserver';
import type { Session } from './session';

/** What it offers to the client, and how it answers. */
export interface Feature {
  readonly capabilities: ServerCapabilities;
  /** Adds its handlers to the session's connection, each in the session's guard. */
  register(session: Session): void;
}
