/** The way to a provider and back. Whoever comes back must be the browser that left, once, and within a few minutes. */
import { createHash, randomBytes } from 'node:crypto';
import { instant } from '../../platform/clock.ts';
import type { Ground } from '../../platform/context.ts';
import { sealed, unsealed } from '../../platform/encryption.ts';
import { Problem } from '../../platform/problems.ts';
import type { FlowSecrets, ProvenPerson, ProviderName } from '../../platform/providers.ts';
import { Reply } from '../../platform/routes.ts';
import type { Input, Steps } from '../../platform/routes.ts';
import { note } from '../security/security.ts';
import type { Back } from './oidc-flows.schema.ts';
import { insertFlow, takeFlow } from './oidc-flows.store.ts';
import type { FlowOf } from './oidc-flows.store.ts';

export { providerParam, startedSchema } from './oidc-flows.schema.ts';

const COOKIE = 'kw_oidc';

type Cookies = Input['cookies'];

export type Going = { readonly provider: string; readonly of: FlowOf; readonly cookies: Cookies };

/** The providers that people can sign in with, by name alone. */
export function providerNames(ground: Ground): readonly ProviderName[] {
  return ground.providers.names;
}

export function providerNamed(ground: Ground, id: string): ProviderName {
  const provider = ground.providers.names.find((one) => one.id === id);
  if (!provider) throw new Problem('RESOURCE_3001', 'No provider of this name is set up here.');
  return provider;
}

/** Where to send the browser. It keeps a cookie by which it is known when it comes back. */
export async function leave(steps: Steps, going: Going): Promise<Reply> {
  const { ground } = steps;
  const { id, name } = providerNamed(ground, going.provider);
  const begun = await ground.providers.begin(id, redirectUriOf(ground, id));
  if (!begun) throw silent(name);
  // One browser may be under way in two tabs.
  const browser = browserIn(going.cookies) ?? randomBytes(32).toString('base64url');
  const { OIDC_FLOW_SECONDS: seconds, OIDC_REGISTER_SECONDS: more } = ground.config;
  await steps.step(async (ctx) => {
    await insertFlow(ctx, {
      stateHash: hashOf(begun.state),
      browserHash: hashOf(browser),
      provider: id,
      of: going.of,
      secrets: sealed(ground, JSON.stringify(begun.secrets)),
      expiresAt: instant(ctx.nowMs + seconds * 1000),
    });
  });
  const cookie = { name: COOKIE, value: browser, path: '/api/v1/auth/oidc', maxAgeSeconds: seconds + more };
  return new Reply({ authorization_url: begun.url, expires_in: seconds }, { cookies: [cookie] });
}

/**
 * Who came back, as the provider itself says. What was kept is used up first, whatever comes of it; the provider is asked
 * with no transaction open.
 */
export async function comeBack(steps: Steps, going: Going, back: Back): Promise<ProvenPerson> {
  const { ground } = steps;
  const { id, name } = providerNamed(ground, going.provider);
  const browserHash = browserHashOf(going.cookies);
  const { state, ...answer } = back;
  const flow = { stateHash: hashOf(state), browserHash, provider: id, of: going.of };
  const kept = await steps.step(async (ctx) => await takeFlow(ctx, flow));
  if (kept === undefined) throw beginAgain();
  const secrets = JSON.parse(unsealed(ground, kept)) as FlowSecrets;
  const said = await ground.providers.finish(id, {
    redirectUri: redirectUriOf(ground, id),
    state,
    secrets,
    answer,
  });
  if (said.kind === 'proven') return said.person;
  if (said.kind === 'silent') throw silent(name);
  const user = going.of.purpose === 'link' ? going.of.user : undefined;
  await steps.step(async (ctx) => {
    const details = { by: 'oidc', provider: id };
    await note(ctx, { action: 'login.failed', user, success: false, risk: 'medium', details });
  });
  throw said.kind === 'declined'
    ? new Problem(
        'AUTH_1024',
        `You did not agree at ${name}. Nothing was done; begin again, or use another way.`,
      )
    : new Problem('AUTH_1024', `What ${name} answered does not hold. Begin again, or use another way.`);
}

/** The browser that is under way, as it is kept; refuses one that began nowhere. */
export function browserHashOf(cookies: Cookies): string {
  const browser = browserIn(cookies);
  if (browser === undefined) throw beginAgain();
  return hashOf(browser);
}

export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

export function beginAgain(): Problem {
  return new Problem(
    'AUTH_1022',
    'This way was used already, took too long, or was begun in another browser. Begin again.',
  );
}

function browserIn(cookies: Cookies): string | undefined {
  const value = cookies[COOKIE];
  return value !== undefined && /^[\w-]{43}$/.test(value) ? value : undefined;
}

/** Of the settings alone: no header of a call has a say in where people are sent. */
function redirectUriOf(ground: Ground, provider: string): string {
  return `${ground.publicUrl()}/oidc/${provider}`;
}

function silent(name: string): Problem {
  return new Problem('EXTERNAL_7001', `${name} does not answer. Try again in a while, or use another way.`);
}
