import type { Sync } from '@kinwise/api-client/schema';
import type { Answer, WireRequest } from './answers.ts';

/** The way to the server, handed in: the real one fetches, that of the tests loses things on purpose. */
export type Transport = {
  /** Sends one operation. Rejects when no answer came within the time limit. */
  readonly send: (request: WireRequest) => Promise<Answer>;
  /** Reads one page of what changed since the cursor, or of everything when there is none. */
  readonly pull: (household: string, cursor: string | undefined) => Promise<PullAnswer>;
  /** Asks whether the session still holds, where there is nothing to read that would tell. */
  readonly present: () => Promise<Presence>;
};

export type Presence =
  | { readonly kind: 'here' }
  | { readonly kind: 'sign-in' }
  | { readonly kind: 'again'; readonly afterMs?: number };

export type PullAnswer =
  | { readonly kind: 'page'; readonly page: Sync }
  /** The server no longer knows the cursor: begin anew. */
  | { readonly kind: 'forgotten' }
  /** This person is no longer of that household. */
  | { readonly kind: 'no-access' }
  | { readonly kind: 'sign-in' }
  | { readonly kind: 'again'; readonly afterMs?: number };
