/** Staff and a household that they know nothing of, for the tests about them. */
import { userWith } from '../src/cli/user.ts';
import { keyOwner } from './key-owner.ts';
import type { Authenticator, Browser, SigningWorld } from './signing-in.ts';

export type StaffPerson = {
  readonly browser: Browser;
  readonly email: string;
  readonly id: string;
  readonly app: Authenticator;
};

/** What the command line of the server says, and its exit code. */
export async function byCommand(
  signing: SigningWorld,
  words: { what: string; name: string; role?: 'viewer' | 'editor' | 'manager' | 'superadmin' },
): Promise<{ code: number; said: string }> {
  let said = '';
  const out = { write: (text: string) => (said += text) };
  const code = await userWith(signing.world.program, { role: undefined, ...words }, out);
  return { code, said };
}

/** Somebody with an authenticator app and a role, signed in with both. */
export async function staffPerson(
  signing: SigningWorld,
  name: string,
  role: 'viewer' | 'editor' | 'manager' | 'superadmin',
): Promise<StaffPerson> {
  const email = `${name}@example.org`;
  const first = await signing.signUp(email, { first_name: name });
  const app = await signing.addAuthenticator(first);
  await byCommand(signing, { what: 'promote', name: email, role });
  const browser = await signing.logIn(email, app.code());
  const id = (await browser.get('users/me/')).body.id;
  return { browser, email, id, app };
}

/** Somebody with a household, a shared account, a private one, and an entry on each. */
export async function homeWithMoney(
  signing: SigningWorld,
  name: string,
): Promise<{
  browser: Browser;
  email: string;
  household: string;
  id: string;
  account: string;
  entry: string;
}> {
  const { browser, email, household } = await keyOwner(signing, name);
  const account = async (more: object) =>
    (await browser.post('accounts/', { kind: 'checking', allow_overdraft: true, ...more })).body.id;
  const shared = await account({ name: 'Everyday' });
  const own = await account({ name: 'Secret jar', visibility: 'private' });
  const entry = async (account_id: string, payee: string) =>
    (await browser.post('transactions/', { account_id, occurred_on: '2026-11-20', amount: '-9.00', payee }))
      .body.id;
  const first = await entry(shared, 'Grocer');
  await entry(own, 'Surprise');
  const { id } = (await browser.get('users/me/')).body;
  return { browser, email, household, id, account: shared, entry: first };
}
