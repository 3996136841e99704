/** A world where people sign in for real, with a browser that keeps cookies and a mailbox that can be read. */
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeAt, fromBase32, stepAt } from '../src/identity/hotp/hotp.ts';
import { makeWorld } from './world.ts';
import type { Answer, World, WorldOptions } from './world.ts';

export const PASSWORD = 'three herons over the harbour';

export type Letter = {
  to: string;
  subject: string;
  text: string;
  html: string;
  links: string[];
  at: string;
};

export type Browser = {
  readonly cookies: Map<string, string>;
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  patch(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  delete(path: string, headers?: Record<string, string>): Promise<Answer>;
  /** Calls from now on carry this access token. */
  bear(token: string | undefined): void;
  /** Refreshes with a CSRF token of its own asking. */
  refresh(): Promise<Answer>;
};

export type SigningWorld = {
  readonly world: World;
  /** A browser without history, at an address of its own choosing. */
  browser(ip?: string): Browser;
  /** Sends what waits and answers every letter so far, the newest last. */
  letters(to?: string): Promise<Letter[]>;
  /** The token in the newest letter to somebody. */
  tokenFor(to: string): Promise<string>;
  /** Registers, verifies and signs in; answers the browser that did it. */
  signUp(email: string, more?: Record<string, unknown>): Promise<Browser>;
  /** Sets up an authenticator app in this browser's session. */
  addAuthenticator(at: Browser): Promise<Authenticator>;
  /** Signs in with the password and, where one is given, a code of the second step; answers the browser that did it. */
  logIn(email: string, code?: string): Promise<Browser>;
  /** The sessions that somebody has by now are remembered and never idle. */
  unwatched(email: string): Promise<void>;
  close(): Promise<void>;
};

export type Authenticator = {
  readonly backupCodes: readonly string[];
  /** The code of the next half minute, which the clock moves on to: no code works twice. */
  code(): string;
  /** The code so many half minutes from now. */
  codeIn(steps: number): string;
};

export async function makeSigningWorld(options: WorldOptions = {}): Promise<SigningWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'kinwise-mail-'));
  const settings = { MAIL_URL: `dir:${folder}`, ...options.settings };
  const world = await makeWorld({ realSignIn: true, ...options, settings });
  const browser = (ip = '203.0.113.7'): Browser => makeBrowser(world, ip);
  const letters = async (to?: string): Promise<Letter[]> => {
    await world.runJobs();
    const all = readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Letter);
    return to === undefined ? all : all.filter((letter) => letter.to === to);
  };
  const tokenFor = async (to: string): Promise<string> => {
    const newest = (await letters(to)).filter((letter) => letter.links[0]?.includes('token=')).at(-1);
    const token = new URL(newest?.links[0] ?? 'none:').searchParams.get('token');
    if (token === null) throw new Error(`no letter with a token went to ${to}`);
    return token;
  };
  const signUp = async (email: string, more: Record<string, unknown> = {}): Promise<Browser> => {
    const at = browser();
    await at.post('auth/register/', registration(email, more));
    const { body } = await at.post('auth/email/verify/', { token: await tokenFor(email) });
    const signedIn = await at.post('auth/exchange-token/', { exchange_token: body.exchange_token });
    at.bear(signedIn.body.access_token);
    return at;
  };
  const logIn = async (email: string, code?: string): Promise<Browser> => {
    const at = browser();
    const more = code === undefined ? {} : { mfa_code: code };
    const { body } = await at.post('auth/login/', { email_or_username: email, password: PASSWORD, ...more });
    at.bear(body.access_token);
    return at;
  };
  const close = async (): Promise<void> => {
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  };
  const addAuthenticator = async (at: Browser): Promise<Authenticator> => await setUpApp(world, at);
  const unwatched = async (email: string): Promise<void> => {
    await world.sql(
      `update users set preferences = preferences || '{"idle_timeout": "never"}' where email = $1`,
      [email],
    );
    await world.sql(
      'update sessions set remembered = true, app_lock = true where user_id = (select id from users where email = $1)',
      [email],
    );
  };
  return { world, browser, letters, tokenFor, signUp, addAuthenticator, logIn, unwatched, close };
}

async function setUpApp({ clock }: World, at: Browser): Promise<Authenticator> {
  const { body } = await at.post('auth/mfa/totp/setup/');
  const secret = fromBase32(body.secret);
  const codeIn = (steps: number): string => codeAt(secret, stepAt(clock.nowMs()) + steps);
  const confirmed = await at.post('auth/mfa/totp/confirm/', { code: codeIn(0) });
  return {
    backupCodes: confirmed.body.backup_codes,
    codeIn,
    code: () => {
      clock.advance(30_000);
      return codeIn(0);
    },
  };
}

export function registration(email: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    email,
    password: PASSWORD,
    password_confirm: PASSWORD,
    first_name: 'Hana',
    terms_accepted: true,
    privacy_policy_accepted: true,
    ...more,
  };
}

function makeBrowser(world: World, ip: string): Browser {
  const cookies = new Map<string, string>();
  let bearer: string | undefined;
  const send = async (
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    path: string,
    extra: { body?: unknown; headers?: Record<string, string> | undefined },
  ): Promise<Answer> => {
    const answer = await world.http.inject({
      method,
      url: `/api/v1/${path}`,
      remoteAddress: ip,
      headers: {
        origin: 'http://localhost:8000',
        'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
        ...extra.headers,
      },
      ...(extra.body === undefined ? {} : { payload: extra.body as object }),
    });
    for (const cookie of answer.cookies) {
      if (cookie.maxAge === 0) cookies.delete(cookie.name);
      else cookies.set(cookie.name, cookie.value);
    }
    const isJson = String(answer.headers['content-type']).includes('json');
    const body = (isJson && answer.body !== '' ? JSON.parse(answer.body) : answer.body) as Answer['body'];
    // As the app does: the token that asked has ended.
    if (path === 'auth/step-up/' && method === 'POST' && answer.statusCode === 200)
      bearer = body.access_token;
    return { status: answer.statusCode, body, headers: answer.headers };
  };
  const browser: Browser = {
    cookies,
    get: async (path, headers) => await send('GET', path, { headers }),
    post: async (path, body, headers) => await send('POST', path, { body: body ?? {}, headers }),
    patch: async (path, body, headers) => await send('PATCH', path, { body: body ?? {}, headers }),
    delete: async (path, headers) => await send('DELETE', path, { headers }),
    bear: (token) => {
      bearer = token;
    },
    refresh: async () => {
      const { body } = await browser.get('auth/csrf/');
      return await browser.post('auth/token/refresh/', {}, { 'x-csrf-token': body.csrf_token });
    },
  };
  return browser;
}
