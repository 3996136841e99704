/**
 * Somebody with unmistakable words in everything about them: name, address, devices, network, files, notes. They live
 * with a friend in a household that both share, and have one of their own.
 */
import type { Id } from '@kinwise/core/ids';
import { expect } from 'vitest';
import { PASSWORD, registration } from './signing-in.ts';
import type { SigningWorld } from './signing-in.ts';
import { caller } from './world.ts';
import type { Answer, Caller } from './world.ts';

export const WORD = 'Quillonabar';
export const EMAIL = 'Quillonabar.Kea@example.org';
const IP = '198.51.100.77';
const PHONE = '+64219876543';
const AGENT = `Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0 ${WORD}/7`;

/** Whatever holds one of these tells of the person. */
export const WORDS = [WORD, IP, PHONE];

export type Marked = {
  readonly person: Caller;
  readonly friend: Caller;
  readonly user: Id;
  readonly shared: Id;
  readonly alone: Id;
};

export async function markedPerson(signing: SigningWorld): Promise<Marked> {
  const friend = await signedUp(signing, { email: 'friend@example.org', names: { first_name: 'Friend' } });
  const names = { first_name: WORD, last_name: 'Kea', username: WORD.toLowerCase() };
  const person = await signedUp(signing, { email: EMAIL, names, ip: IP, agent: AGENT });
  const user = (await ok(person.get('users/me/'))).id;
  await ok(person.patch('users/me/', { display_name: `${WORD} Nan`, phone: PHONE, country: 'NZ' }));
  const alone = await home(person, `${WORD} alone`);
  const shared = await home(friend, 'Kererū Street');
  const card = { email: EMAIL, role: 'parent', message: `Nau mai ${WORD}` };
  const invited = await ok(friend.post(`households/${shared}/invitations/`, card));
  const token = new URL(invited.link).searchParams.get('token');
  await ok(person.post(`invitations/by-token/${token}/accept/`));
  return { person, friend, user, shared, alone };
}

/** Wrong passwords, another device, a password that was forgotten. */
export async function knockAtTheDoor(signing: SigningWorld): Promise<void> {
  const login = { email_or_username: EMAIL, device_name: `${WORD} tablet` };
  const headers = { 'user-agent': AGENT };
  await signing.browser(IP).post('auth/login/', { ...login, password: 'not this one' }, headers);
  await signing.browser(IP).post('auth/login/', { ...login, password: PASSWORD }, headers);
  await signing.browser(IP).post('auth/password/reset/', { email: EMAIL }, headers);
  await signing.world.sql(
    `insert into oidc_identities (id, user_id, provider, issuer, subject, email, created_at)
     select gen_random_uuid(), id, 'local', 'https://id.example.org', $1, email, now() from users where email = $2`,
    [WORD, EMAIL],
  );
}

/** A key for a program of theirs, which does something that all see and tries what it may not. */
export async function lendToProgram(signing: SigningWorld, { person, shared }: Marked): Promise<void> {
  const scopes = ['read:accounts', 'write:categories'];
  const { key } = await ok(person.post('auth/api-keys/', { name: `${WORD} script`, scopes }));
  const program = signing.browser(IP);
  program.bear(key);
  const at = { 'x-household-id': shared, 'user-agent': AGENT };
  await ok(program.post('tags/', { name: 'From a program' }, at));
  expect((await program.get('transactions/', at)).status).toBe(403);
}

/** A private account with everything on it, a move to a shared one, and files into both and into none yet. */
export async function keepBooks({ world }: SigningWorld, { person, shared }: Marked): Promise<void> {
  const at = { 'x-household-id': shared };
  const account = async (body: object): Promise<Id> =>
    (await ok(person.post('accounts/', { kind: 'checking', allow_overdraft: true, ...body }, at))).id;
  const everyday = await account({ name: 'Everyday' });
  const texts = { notes: WORD, institution: WORD, number: '02-0100-0100012-00' };
  const own = await account({ name: `${WORD} jar`, visibility: 'private', ...texts });
  const entry = { account_id: own, occurred_on: '2026-11-20' };
  const marked = { ...entry, payee: `${WORD} shop`, memo: WORD, notes: WORD };
  const splits = [{ amount: '-4.00', note: WORD }, { amount: '-5.00' }];
  const written = await ok(person.post('transactions/', { ...marked, amount: '-9.00', splits }, at));
  await ok(person.patch(`transactions/${written.id}/`, { notes: `${WORD} again` }, at));
  // The other side stands in an account of all: what is written on it is theirs as well.
  const move = { ...entry, amount: '-3.00', type: 'transfer', transfer_account_id: everyday };
  await ok(person.post('transactions/', move, at));
  await ok(person.post('saved-searches/', { name: WORD, filters: { q: WORD } }, at));
  const rates = {
    name: `${WORD} rates.csv`,
    bytes: new TextEncoder().encode('Date,USD,NZD\n2026-11-01,1.05,1.75\n'),
  };
  await ok(person.upload(`exchange-rates/upload/?household=${shared}`, rates, { currencies: 'all' }));
  for (const [account_id, text, isTaken] of [
    [own, WORD, true],
    [everyday, 'Grocer', true],
    [own, WORD, false],
  ] as const) {
    const bytes = new TextEncoder().encode(`Date,Amount,Payee,Memo\n19/11/2026,-4.50,${text},${text}\n`);
    const file = { name: `${WORD} ${text}.csv`, bytes };
    const { id } = await ok(person.upload(`imports/?household=${shared}`, file, { account_id }));
    await world.runJobs();
    if (isTaken) await ok(person.post(`imports/${id}/commit/`, {}, at));
    await world.runJobs();
  }
}

/** What others did with them and is kept as an answer; whom they invited. */
export async function dealWithOthers({ friend, person, user, shared }: Marked): Promise<void> {
  const at = { 'x-household-id': shared };
  const members = (await ok(friend.get(`households/${shared}/members/`))).results;
  const { id } = members.find((one: { user_id: Id }) => one.user_id === user);
  for (const role of ['flatmate', 'parent'])
    await ok(friend.patch(`memberships/${id}/`, { role }, { ...at, 'idempotency-key': role }));
  const guest = { email: 'guest@example.org', role: 'observer', message: `Come, says ${WORD}` };
  await ok(person.post(`households/${shared}/invitations/`, guest, at));
}

const TEXTS = /^(name|first_name|notes?|memo|payee|reference|message|institution|alias)$/;

/** A body with the word in every text that people write. */
export function withWord(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => withWord(one, key));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withWord(inner, name)]));
  return typeof value === 'string' && TEXTS.test(key) ? `${value} ${WORD}` : value;
}

export async function ok(answer: Promise<Answer>): Promise<Answer['body']> {
  const { status, body } = await answer;
  expect(status, JSON.stringify(body)).toBeLessThan(300);
  return body;
}

async function home(who: Caller, name: string): Promise<Id> {
  const body = { name, type: 'family', currency: 'NZD', time_zone: 'Pacific/Auckland' };
  return (await ok(who.post('households/', body))).id;
}

type Newcomer = { email: string; names: Record<string, string>; ip?: string; agent?: string };

async function signedUp(signing: SigningWorld, who: Newcomer): Promise<Caller> {
  const { email, names, ip = '192.0.2.1', agent = 'Firefox' } = who;
  const headers = { 'user-agent': agent };
  const browser = signing.browser(ip);
  await browser.post('auth/register/', { ...registration(email), ...names }, headers);
  const token = await signing.tokenFor(email);
  const { exchange_token } = await ok(browser.post('auth/email/verify/', { token }, headers));
  const device_name = `${names['first_name'] ?? ''}’s phone`;
  const { access_token } = await ok(
    browser.post('auth/exchange-token/', { exchange_token, device_name }, headers),
  );
  return caller(signing.world.http, { ...headers, authorization: `Bearer ${access_token}` });
}
