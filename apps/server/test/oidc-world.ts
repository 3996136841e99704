/** A world in which people sign in by a real provider on this machine. */
import { startProvider } from './local-provider.ts';
import type { LocalProvider } from './local-provider.ts';
import { makeSigningWorld } from './signing-in.ts';
import type { Browser, SigningWorld } from './signing-in.ts';
import type { Answer, WorldOptions } from './world.ts';

export const ISSUED = 'http://localhost:8000/oidc/local';

export type OidcWorld = {
  readonly signing: SigningWorld;
  readonly provider: LocalProvider;
  /** Somebody with an account at the provider: what they log in with there. */
  person(email: string, more?: Record<string, unknown>): string;
  /** Begins in a browser, logs in at the provider, and answers what it put into the address. */
  away(at: Browser, login: string | undefined): Promise<Record<string, string>>;
  /** Comes back with it. */
  back(at: Browser, answer: Record<string, unknown>): Promise<Answer>;
  /** Both. */
  through(at: Browser, login: string): Promise<Answer>;
  /** Accepts the terms. */
  complete(at: Browser, token: string, more?: Record<string, unknown>): Promise<Answer>;
  /** All of it: answers a browser that is signed in. */
  signUp(email: string): Promise<Browser>;
  /** Links the provider in the session of a browser, as far as `back` would come. */
  awayToLink(at: Browser, login: string): Promise<Record<string, string>>;
  close(): Promise<void>;
};

export async function makeOidcWorld(options: WorldOptions = {}): Promise<OidcWorld> {
  const provider = await startProvider([ISSUED]);
  const settings = { ...provider.settings(), ...options.settings };
  const signing = await makeSigningWorld({ ...options, settings });
  let count = 0;
  const person = (email: string, more: Record<string, unknown> = {}): string => {
    count += 1;
    const login = `subject-${count}`;
    provider.people.set(login, {
      email,
      email_verified: true,
      given_name: 'Hana',
      family_name: 'Parata',
      ...more,
    });
    return login;
  };
  const visit = async (started: Answer, login: string | undefined): Promise<Record<string, string>> => {
    if (started.status !== 200) throw new Error(JSON.stringify(started.body));
    const url = await provider.visit(started.body.authorization_url, login);
    if (url.origin + url.pathname !== ISSUED) throw new Error(`sent back to ${url.href}`);
    const { code, state, iss, error } = Object.fromEntries(url.searchParams);
    return JSON.parse(JSON.stringify({ code, state, iss, error })) as Record<string, string>;
  };
  const withToken = async (at: Browser, path: string, body: unknown): Promise<Answer> => {
    const csrf = await at.get('auth/csrf/');
    return await at.post(path, body, { 'x-csrf-token': csrf.body.csrf_token });
  };
  const away: OidcWorld['away'] = async (at, login) =>
    await visit(await at.get('auth/oidc/local/start/'), login);
  const back: OidcWorld['back'] = async (at, answer) =>
    await withToken(at, 'auth/oidc/local/callback/', answer);
  const through: OidcWorld['through'] = async (at, login) => await back(at, await away(at, login));
  const complete: OidcWorld['complete'] = async (at, token, more = {}) =>
    await withToken(at, 'auth/oidc/local/register/', {
      registration_token: token,
      first_name: 'Hana',
      terms_accepted: true,
      privacy_policy_accepted: true,
      ...more,
    });
  const signUp = async (email: string): Promise<Browser> => {
    const at = signing.browser();
    const arrived = await through(at, person(email));
    const { status, body } = await complete(at, arrived.body.registration_token);
    if (status !== 200) throw new Error(JSON.stringify(body));
    at.bear(body.access_token);
    return at;
  };
  return {
    signing,
    provider,
    person,
    away,
    back,
    through,
    complete,
    signUp,
    awayToLink: async (at, login) => await visit(await at.post('auth/oidc/local/link/'), login),
    close: async () => {
      await signing.close();
      await provider.close();
    },
  };
}
