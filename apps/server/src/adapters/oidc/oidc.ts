/**
 * Talks to providers of OpenID Connect. Which they are is said by the settings and by their discovery documents, never by
 * a caller. What they answer is believed after everything the protocol gives to check: state, nonce, verifier, issuer,
 * audience, times, and a signature by the one algorithm that the settings name.
 */
import * as client from 'openid-client';
import { systemClock } from '../../platform/clock.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Config } from '../../platform/config.ts';
import type { Log } from '../../platform/log.ts';
import { isLoopback } from '../../platform/oidc-settings.ts';
import type { OidcProvider } from '../../platform/oidc-settings.ts';
import type { Begun, CameBack, Finished, ProvenPerson, Providers } from '../../platform/providers.ts';
import { guardedFetch } from './guarded-fetch.ts';

const SCOPE = 'openid email profile';
/** So long a discovery document is believed; keys are asked for anew each time. */
const DISCOVERED_MS = 600_000;
/** Clocks of two machines differ by this much. */
const TOLERANCE_SECONDS = 30;

/** What does not hold in an answer that came whole: the fault of the answer, not of the line. */
const REFUSALS = new Set([
  'OAUTH_JWT_CLAIM_COMPARISON_FAILED',
  'OAUTH_JWT_TIMESTAMP_CHECK_FAILED',
  'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED',
  'OAUTH_INVALID_RESPONSE',
  'OAUTH_KEY_SELECTION_FAILED',
  'OAUTH_UNSUPPORTED_OPERATION',
  'OAUTH_PARSE_ERROR',
]);

type Parts = { readonly clock: Clock; readonly log: Log };
type Metadata = { readonly json: string; readonly atMs: number };
type Talk = { readonly provider: OidcProvider; readonly config: Config } & Parts & {
    readonly known: Map<string, Metadata>;
  };

export function openProviders(config: Config, parts: Parts): Providers {
  const known = new Map<string, Metadata>();
  const talk = (id: string): Talk => {
    const provider = config.oidc.find((one) => one.id === id);
    if (!provider) throw new Error(`no provider is called ${id}`);
    return { provider, config, known, ...parts };
  };
  return {
    names: config.oidc.map(({ id, name }) => ({ id, name })),
    begin: async (id, redirectUri) => await begin(talk(id), redirectUri),
    finish: async (id, back) => await finish(talk(id), back),
  };
}

async function begin(talk: Talk, redirectUri: string): Promise<Begun | undefined> {
  try {
    const provider = await reached(talk);
    const secrets = { nonce: client.randomNonce(), verifier: client.randomPKCECodeVerifier() };
    const state = client.randomState();
    const url = client.buildAuthorizationUrl(provider, {
      redirect_uri: redirectUri,
      scope: SCOPE,
      state,
      nonce: secrets.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(secrets.verifier),
      code_challenge_method: 'S256',
    });
    if (url.protocol !== 'https:' && !mayBePlain(talk.provider, url))
      throw new Error('the provider sends people to an address that is not https');
    return { url: url.href, state, secrets };
  } catch (error) {
    tell(talk, error);
    return undefined;
  }
}

async function finish(talk: Talk, back: CameBack): Promise<Finished> {
  try {
    const provider = await reached(talk);
    const url = new URL(back.redirectUri);
    const given = Object.entries({ ...back.answer, state: back.state });
    for (const [name, value] of given) if (value !== undefined) url.searchParams.set(name, value);
    const tokens = await client.authorizationCodeGrant(provider, url, {
      expectedState: back.state,
      expectedNonce: back.secrets.nonce,
      pkceCodeVerifier: back.secrets.verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) return { kind: 'refused' };
    // Some tell the address only where one asks for it. The library sees to it that it is the same person's.
    const more =
      claims['email'] === undefined && provider.serverMetadata().userinfo_endpoint !== undefined
        ? await client.fetchUserInfo(provider, tokens.access_token, claims.sub)
        : claims;
    return { kind: 'proven', person: personIn({ issuer: claims.iss, subject: claims.sub }, more) };
  } catch (error) {
    tell(talk, error);
    return { kind: kindOf(error) };
  }
}

/** The provider as its discovery document describes it, asked for within what is left of one time limit. */
async function reached(talk: Talk): Promise<client.Configuration> {
  const { provider, config, clock, known } = talk;
  const fetching = guardedFetch(
    AbortSignal.timeout(config.OIDC_TIMEOUT_SECONDS * 1000),
    (url) => url.protocol === 'https:' || mayBePlain(provider, url),
  );
  const isPlain = isLoopback(new URL(provider.issuer));
  const kept = known.get(provider.id);
  const age = kept ? clock.nowMs() - kept.atMs : -1;
  if (!kept || age < 0 || age > DISCOVERED_MS) {
    const found = await client.discovery(
      new URL(provider.issuer),
      provider.clientId,
      undefined,
      client.None(),
      {
        [client.customFetch]: fetching,
        ...(isPlain && { execute: [client.allowInsecureRequests] }),
      },
    );
    known.set(provider.id, { json: JSON.stringify(found.serverMetadata()), atMs: clock.nowMs() });
  }
  const metadata = JSON.parse(known.get(provider.id)?.json ?? '') as client.ServerMetadata;
  const made = new client.Configuration(
    metadata,
    provider.clientId,
    {
      id_token_signed_response_alg: provider.algorithm,
      [client.clockSkew]: Math.round((clock.nowMs() - systemClock.nowMs()) / 1000),
      [client.clockTolerance]: TOLERANCE_SECONDS,
    },
    authOf(metadata, provider.clientSecret),
  );
  made[client.customFetch] = fetching;
  if (isPlain) client.allowInsecureRequests(made);
  // Else the library would believe the line instead of the signature.
  client.enableNonRepudiationChecks(made);
  return made;
}

/** How the provider wants the secret shown; by the standard in the header where it does not say. */
function authOf(metadata: client.ServerMetadata, secret: string): client.ClientAuth {
  const ways = metadata.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
  return ways.includes('client_secret_basic')
    ? client.ClientSecretBasic(secret)
    : client.ClientSecretPost(secret);
}

/** Without encryption on this machine alone, and only for a provider that lives here. */
function mayBePlain(provider: OidcProvider, url: URL): boolean {
  return isLoopback(new URL(provider.issuer)) && isLoopback(url);
}

function personIn(
  who: { issuer: string; subject: string },
  claims: Readonly<Record<string, unknown>>,
): ProvenPerson {
  const text = (name: string): string => {
    const value = claims[name];
    return typeof value === 'string' ? value.replace(/\p{Cc}/gu, ' ').trim() : '';
  };
  const verified = claims['email_verified'];
  return {
    ...who,
    email: text('email') || undefined,
    // Some providers write the truth as a text.
    emailVerified: verified === true || verified === 'true',
    firstName: (text('given_name') || text('name')).slice(0, 80),
    lastName: text('family_name').slice(0, 80),
  };
}

function kindOf(error: unknown): 'declined' | 'refused' | 'silent' {
  if (error instanceof client.AuthorizationResponseError)
    return error.error === 'access_denied' ? 'declined' : 'refused';
  if (error instanceof client.ResponseBodyError)
    return error.error === 'invalid_grant' ? 'refused' : 'silent';
  return REFUSALS.has(codeIn(error)) ? 'refused' : 'silent';
}

/** For the operator: which provider, and what kind of fault. Never what was answered, which may hold a token. */
function tell({ log, provider }: Talk, error: unknown): void {
  if (isStranger(error)) {
    log.error({ provider: provider.id }, 'a provider does not know KinWise: check its client id and secret');
    return;
  }
  const said =
    error instanceof client.ResponseBodyError || error instanceof client.AuthorizationResponseError
      ? { error: error.error.slice(0, 100) }
      : {};
  log.warn(
    { provider: provider.id, code: codeIn(error), ...said },
    'a provider could not vouch for somebody',
  );
}

/** It refused our id or our secret, in one of the two ways that the standard has for it. */
function isStranger(error: unknown): boolean {
  return (
    (error instanceof client.WWWAuthenticateChallengeError && error.status === 401) ||
    (error instanceof client.ResponseBodyError && error.error === 'invalid_client')
  );
}

function codeIn(error: unknown): string {
  const { code, name } = error as { code?: unknown; name?: unknown };
  return typeof code === 'string' ? code : String(name ?? 'unknown');
}
