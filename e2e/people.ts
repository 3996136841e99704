/** People with money for the browser tests: made through the API, which is quicker than through the screens. */
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { inject, vi } from 'vitest';
// The type of what the global set-up provides is declared there.
import type {} from './global-setup.ts';

/** Mails are sent by a job, so they come a moment later. */
const PATIENCE_MS = 20_000;

export const PASSWORD = 'three herons over the harbour';

export interface Person {
  readonly name: string;
  readonly email: string;
  readonly id: string;
  /** Calls the API as this person; the path is below /api/v1/. Refusals throw with what the server said. */
  call<Body = Answer>(method: Method, path: string, body?: unknown): Promise<Body>;
}

export interface Home {
  readonly person: Person;
  readonly household: string;
  /** The id of the one account, `Everyday`. */
  readonly account: string;
  /** Adds an entry through the API, as another device would. Amounts: '-12.50' is spent, '12.50' received. */
  addEntry(payee: string, amount: string, more?: Record<string, unknown>): Promise<Entry>;
  /** What the server keeps under this payee. */
  entriesOf(payee: string): Promise<Entry[]>;
}

export interface Entry {
  id: string;
  payee: string;
  amount: string;
  notes: string;
  version: number;
}

interface Letter {
  to: string;
  subject: string;
  text: string;
  links: string[];
}

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';
type Answer = Record<string, unknown>;

let people = 0;

/** Registers, opens the mail, confirms the address and signs in, as the screens do. */
export async function newPerson(name = 'Hana'): Promise<Person> {
  people += 1;
  const email = `${name.toLowerCase()}.${people}.${randomUUID().slice(0, 8)}@example.nz`;
  await callApi('POST', 'auth/register/', {
    body: {
      email,
      first_name: name,
      password: PASSWORD,
      password_confirm: PASSWORD,
      terms_accepted: true,
      privacy_policy_accepted: true,
    },
  });
  const token = new URL(await linkFor(email)).hash.replace('#token=', '');
  const { exchange_token } = await callApi('POST', 'auth/email/verify/', { body: { token } });
  const { access_token, user } = await callApi<{ access_token: string; user: { id: string } }>(
    'POST',
    'auth/exchange-token/',
    { body: { exchange_token } },
  );
  return {
    name,
    email,
    id: user.id,
    call: (method, path, body) => callApi(method, path, { body, token: access_token }),
  };
}

/** A person with a household and one account with $500 in it. */
export async function newHome(name = 'Hana'): Promise<Home> {
  const person = await newPerson(name);
  const { id: household } = await person.call('POST', 'households/', {
    name: `${name}’s place`,
    type: 'couple',
  });
  const { id: account } = await person.call('POST', 'accounts/', {
    name: 'Everyday',
    kind: 'checking',
    opening_balance: '500.00',
  });
  return {
    person,
    household: String(household),
    account: String(account),
    addEntry: (payee, amount, more) =>
      person.call<Entry>('POST', 'transactions/', { account_id: account, payee, amount, ...more }),
    entriesOf: async (payee) => {
      const filter = `payee__contains=${encodeURIComponent(payee)}&page_size=100`;
      return (await person.call<{ results: Entry[] }>('GET', `transactions/?${filter}`)).results;
    },
  };
}

/** The link in the newest mail to somebody; waits for the mail. */
export async function linkFor(email: string): Promise<string> {
  const { mails } = inject('program');
  return await vi.waitFor(
    () => {
      const newest = lettersIn(mails)
        .filter((letter) => letter.to === email)
        .at(-1);
      const link = newest?.links[0];
      if (link === undefined) throw new Error(`No mail with a link went to ${email}.`);
      return link;
    },
    { timeout: PATIENCE_MS },
  );
}

/** The six digits in the newest mail to somebody that has any; waits for the mail. */
export async function codeFor(email: string): Promise<string> {
  const { mails } = inject('program');
  return await vi.waitFor(
    () => {
      const codes = lettersIn(mails)
        .filter((letter) => letter.to === email)
        .flatMap((letter) => /^\d{6}$/m.exec(letter.text)?.[0] ?? []);
      const newest = codes.at(-1);
      if (newest === undefined) throw new Error(`No mail with a code went to ${email}.`);
      return newest;
    },
    { timeout: PATIENCE_MS },
  );
}

/** Signs in through the screen. Ends where the app leads: at Today, or at the household's beginning. */
export async function signIn(page: Page, url: string, person: Person): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.getByLabel('Email or username').fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((address) => address.pathname !== '/sign-in');
  await page.getByRole('heading', { level: 1 }).waitFor();
}

function lettersIn(folder: string): Letter[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json') && !name.startsWith('.'))
      .sort()
      .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Letter);
  } catch {
    // Before the first mail there is no folder.
    return [];
  }
}

async function callApi<Body = Answer>(
  method: Method,
  path: string,
  { body, token }: { body?: unknown; token?: string } = {},
): Promise<Body> {
  const { url } = inject('program');
  const response = await fetch(`${url}/api/v1/${path}`, {
    method,
    headers: {
      'idempotency-key': randomUUID(),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      // A form names its own content type, with the boundary between its parts.
      ...(body !== undefined && !(body instanceof FormData) && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: body instanceof FormData ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} was refused with ${response.status}: ${text}`);
  return (text === '' ? {} : JSON.parse(text)) as Body;
}
