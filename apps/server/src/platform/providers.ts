/**
 * Those who vouch for people: Google, or whoever else speaks OpenID Connect and is named in the settings. Reached through
 * `ground.providers`. It talks to the network, so no transaction may be open meanwhile: work in steps.
 */
export type Providers = {
  readonly names: readonly ProviderName[];
  /** Where to send somebody, and what to keep until they come back. Undefined when the provider does not answer. */
  begin(id: string, redirectUri: string): Promise<Begun | undefined>;
  /** Hears from the provider itself who came back with this answer. */
  finish(id: string, back: CameBack): Promise<Finished>;
};

export type ProviderName = { readonly id: string; readonly name: string };

export type FlowSecrets = { readonly nonce: string; readonly verifier: string };

export type Begun = { readonly url: string; readonly state: string; readonly secrets: FlowSecrets };

export type CameBack = {
  readonly redirectUri: string;
  readonly state: string;
  readonly secrets: FlowSecrets;
  /** What stood in the address: `code`, `iss` or `error`. */
  readonly answer: Readonly<Record<string, string | undefined>>;
};

export type Finished =
  | { readonly kind: 'proven'; readonly person: ProvenPerson }
  /** The person did not agree there. */
  | { readonly kind: 'declined' }
  /** What came does not hold: another nonce, audience, issuer or signature, or a code that is used up. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'silent' };

export type ProvenPerson = {
  readonly issuer: string;
  readonly subject: string;
  /** As the provider has it; undefined when it tells none. */
  readonly email: string | undefined;
  /** Whether the provider says that it has seen the address belong to them. */
  readonly emailVerified: boolean;
  readonly firstName: string;
  readonly lastName: string;
};
