/** People: who they are and what they chose. How they get in is told by the features beside this one. */
import { newId } from '@kinwise/core/ids';
import type { Id } from '@kinwise/core/ids';
import { calledName } from '@kinwise/core/names';
import type { OpenContext } from '../../platform/context.ts';
import { Problem, invalid, stale } from '../../platform/problems.ts';
import { constraintOf } from '../../platform/transaction.ts';
import { acceptAll, askedOf } from '../documents/documents.ts';
import { addressState, addressWorks } from '../mail-addresses/mail-addresses.ts';
import { isGuarded } from '../guarded/guarded.ts';
import { isLonger } from '../idling/idling.ts';
import { householdsOf } from '../own-households/own-households.ts';
import { maskedPhone } from '../phones/phones.ts';
import { note } from '../security/security.ts';
import { meOnTheWire, preferencesOf } from './users.schema.ts';
import type { Me, MeChange, Preferences, PreferencesChange } from './users.schema.ts';
import {
  findUser,
  freeEmail,
  freeUsername,
  markVerified,
  moveEmail,
  updateUser,
  upsertUnverified,
} from './users.store.ts';
import type { UserChange, UserRow } from './users.store.ts';

// What other features of signing in need of people, through this door.
export { localeField, meSchema, usernameField } from './users.schema.ts';
export { replaceHash, setLastLogin, setPasswordHash, updateUser } from './users.store.ts';
export {
  clearDeletion,
  closeDue,
  closeUnverified,
  deleteUser,
  endDeletion,
  holdUser,
  readClosed,
  readDeletion,
  setDeletion,
} from './users.store.ts';
export type { ClosedRow } from './users.store.ts';
export type User = UserRow;

export type NewUser = {
  readonly email: string;
  readonly username?: string | undefined;
  /** Null for who comes by another way than a password. */
  readonly hash: string | null;
  readonly first_name: string;
  readonly last_name: string;
  readonly locale: string;
  readonly time_zone: string;
};

/** Finds who signs in, by address or username, whatever the case. */
export async function userByName(ctx: OpenContext, name: string): Promise<User | undefined> {
  return name.includes('@')
    ? await findUser(ctx, { email_key: emailKey(name) })
    : await findUser(ctx, { username_key: nameKey(name) });
}

export async function userById(ctx: OpenContext, id: Id): Promise<User | undefined> {
  return await findUser(ctx, { id });
}

/** What two spellings of one name share; also for names that nobody has. */
export function nameKey(name: string): string {
  const text = name.normalize('NFC').trim();
  return text.includes('@') ? emailKey(text) : text.toLowerCase();
}

/**
 * Registers somebody, or again somebody whose address was never verified: the last try counts. Undefined when the
 * address is in use. A username that is in use is refused before anybody looks at the address, so that the refusal says
 * nothing about it: the name is what others are shown, the address is not.
 */
export async function addUser(ctx: OpenContext, user: NewUser): Promise<User | undefined> {
  const { hash, username, ...rest } = user;
  if (username !== undefined) await requireFreeName(ctx, username);
  const id = await upsertUnverified(ctx, {
    ...rest,
    id: newId(),
    email_key: emailKey(user.email),
    username: username ?? null,
    username_key: username === undefined ? null : nameKey(username),
    password_hash: hash,
  });
  if (id === undefined) return undefined;
  await acceptAll(ctx, id);
  return await findUser(ctx, { id });
}

/** An account without an address and without a password, such as a child's. */
export async function addWithoutAddress(
  ctx: OpenContext,
  user: Omit<NewUser, 'email' | 'hash'>,
): Promise<Id> {
  const { username, ...rest } = user;
  const id = newId();
  if (username !== undefined) await freeUsername(ctx, nameKey(username));
  await uniquely(
    async () =>
      (await upsertUnverified(ctx, {
        ...rest,
        id,
        email: '',
        email_key: `child:${id}`,
        username: username ?? null,
        username_key: username === undefined ? null : nameKey(username),
        password_hash: null,
      })) !== undefined,
  );
  await acceptAll(ctx, id);
  return id;
}

/**
 * Gives somebody an address that they have proven. Answers the ids of those who had only claimed it; undefined when it is
 * somebody else's.
 */
export async function setEmail(ctx: OpenContext, to: { id: Id; email: string }): Promise<Id[] | undefined> {
  const at = { ...to, emailKey: emailKey(to.email) };
  const freed = await freeEmail(ctx, at);
  const isTheirs = await moveEmail(ctx, at).catch((error: unknown) => {
    // Somebody else proved it at the same moment: the wall of the table says so, and this transaction is over.
    if (constraintOf(error) === 'users_email_key_key') throw emailTaken();
    throw error;
  });
  if (!isTheirs) return undefined;
  await addressWorks(ctx, to.email);
  return freed;
}

/** For who has proven the address, and has come too late with it. */
export function emailTaken(): Problem {
  return new Problem('RESOURCE_3002', 'Somebody else has confirmed this address meanwhile.');
}

/** What the signed-in user sees of themself. Their rows must be in sight of the transaction. */
export async function showMe(ctx: OpenContext, id: Id): Promise<Me> {
  const row = await existing(ctx, id);
  const guarded = await isGuarded(ctx, id);
  return meOnTheWire(row, {
    households: await householdsOf(ctx, id),
    // What guardians accept, they accept for the children they look after.
    asked: guarded ? [] : await askedOf(ctx, id),
    mail: await addressState(ctx, row.email),
    guarded,
  });
}

/** The owner of the address has shown that mail arrives there. */
export async function setVerified(ctx: OpenContext, id: Id): Promise<void> {
  await markVerified(ctx, id);
  const user = await findUser(ctx, { id });
  if (user) await addressWorks(ctx, user.email);
}

export async function changeMe(
  ctx: OpenContext,
  at: { id: Id; ifVersion: number | undefined; byGuardian?: true },
  change: MeChange,
): Promise<Me> {
  const row = await existing(ctx, at.id);
  if (at.ifVersion !== undefined && at.ifVersion !== row.version) throw stale(await showMe(ctx, at.id));
  if ((await lengthensIdle(ctx, at.id, change.preferences?.idle_timeout)) && (await isGuarded(ctx, at.id)))
    throw new Problem('AUTH_1060', 'A guardian decides how long your sessions live. Choose a shorter time.');
  const wanted = rowOf(ctx, row, change);
  if (change.username && nameKey(change.username) !== nameKey(row.username ?? ''))
    await freeUsername(ctx, nameKey(change.username));
  if (!(await uniquely(async () => await updateUser(ctx, row, wanted))))
    throw stale(await showMe(ctx, at.id));
  await note(ctx, {
    action: 'account.changed',
    user: at.id,
    details: {
      fields: Object.keys(change).sort().join(','),
      ...(change.phone ? { phone: maskedPhone(change.phone) } : {}),
    },
  });
  if (calledName({ ...row, ...present(wanted) }, '') !== calledName(row, ''))
    tellHomes(ctx, at.id, { what: 'name', byGuardian: at.byGuardian });
  return await showMe(ctx, at.id);
}

/** Other people's devices show the person as before until their households hear of it, each in its own commit. */
export function tellHomes(
  ctx: OpenContext,
  user: Id,
  said: { what: 'name' | 'photo'; byGuardian?: true | undefined },
): void {
  const by = said.byGuardian ? 'guardian' : 'self';
  ctx.enqueue({
    job: 'people.tell_profile',
    payload: { user, what: said.what, by, effect: newId() },
  });
}

export async function showPreferences(ctx: OpenContext, id: Id): Promise<Preferences> {
  return preferencesOf(await existing(ctx, id));
}

/** Whether a change lets one's own sessions be idle for longer: whoever sits there unasked would gain by it. */
export async function lengthensIdle(
  ctx: OpenContext,
  id: Id,
  wanted: PreferencesChange['idle_timeout'],
): Promise<boolean> {
  return wanted !== undefined && isLonger(wanted, preferencesOf(await existing(ctx, id)).idle_timeout);
}

export async function changePreferences(
  ctx: OpenContext,
  id: Id,
  change: PreferencesChange,
): Promise<Preferences> {
  return (await changeMe(ctx, { id, ifVersion: undefined }, { preferences: change })).preferences;
}

async function existing(ctx: OpenContext, id: Id): Promise<User> {
  const row = await findUser(ctx, { id });
  if (!row) throw new Problem('AUTH_1003', 'Sign in again.');
  return row;
}

async function requireFreeName(ctx: OpenContext, username: string): Promise<void> {
  await freeUsername(ctx, nameKey(username));
  if (!(await findUser(ctx, { username_key: nameKey(username) }))) return;
  throw invalid('/username', 'taken', 'Somebody has this username. Choose another one, or leave it empty.');
}

function rowOf(ctx: OpenContext, row: User, change: MeChange): UserChange {
  const { timezone, preferences, display_name, onboarding_completed: isDone, ...fields } = change;
  return {
    ...fields,
    time_zone: timezone,
    preferences: preferences ? merged(row, preferences) : undefined,
    chosen_name: display_name === undefined ? undefined : (display_name ?? ''),
    onboarding_completed_at:
      isDone === undefined ? undefined : isDone ? (row.onboarding_completed_at ?? ctx.now) : null,
  };
}

function present<T extends object>(change: T): { [Name in keyof T]: Exclude<T[Name], undefined> } {
  const said = Object.entries(change).filter(([, value]) => value !== undefined);
  return Object.fromEntries(said) as { [Name in keyof T]: Exclude<T[Name], undefined> };
}

function merged(row: User, { mail, ...change }: PreferencesChange): Record<string, unknown> {
  const set = Object.entries(change).filter(([, value]) => value !== undefined);
  const before = row.preferences as { mail?: object };
  return { ...before, ...Object.fromEntries(set), ...(mail ? { mail: { ...before.mail, ...mail } } : {}) };
}

/** Gmail delivers all these spellings to one person; mail still goes to what was typed. */
function emailKey(email: string): string {
  const text = email.normalize('NFC').trim().toLowerCase();
  const [local = '', domain = ''] = text.split('@');
  if (domain !== 'gmail.com' && domain !== 'googlemail.com') return text;
  return `${(local.split('+')[0] ?? '').replaceAll('.', '')}@gmail.com`;
}

async function uniquely(write: () => Promise<boolean>): Promise<boolean> {
  try {
    return await write();
  } catch (error) {
    if (constraintOf(error) !== 'users_username_key_key') throw error;
    throw new Problem('RESOURCE_3002', 'Somebody has this username. Choose another one.', {
      errors: [{ pointer: '/username', code: 'taken', message: 'The username is taken.' }],
    });
  }
}
