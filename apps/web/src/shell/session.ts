import type { Me, SignedIn } from '@kinwise/api-client/schema';
import { api, got, speakOf } from '../api/client.ts';
import { acceptToken, expectSession, forgetToken, refresh } from '../api/session.ts';
import { syncTransportOf } from '../api/sync-transport.ts';
import { languageOf, speak } from '../words/words.ts';
import { deviceClock, instantText } from '../clock.ts';
import {
  deleteLocalCopy,
  keepMe,
  type LocalCopy,
  openLocalCopy,
  readFact,
  UnkeptError,
  writeFact,
} from '../offline/database.ts';
import { waitingCount } from '../offline/outbox.ts';
import { startSync, type SyncLoop } from '../offline/sync-loop.ts';
import { recall, remember } from './device.ts';
import { tellSignOut } from './owed.ts';
import { createStore, useStore } from './store.ts';
import { takeLook } from './theme.ts';

export type Someone = {
  readonly kind: 'someone';
  readonly me: Me;
  readonly copy: LocalCopy;
  readonly sync: SyncLoop;
  /** The household in view; undefined for a person who has none yet. */
  readonly household: string | undefined;
};

export type SessionState =
  | { readonly kind: 'starting' }
  /**
   * `left`: by signing out. Whoever comes next begins at the beginning, not where the one before was. `unkept`: who was
   * here cannot be let in, as the browser keeps nothing.
   */
  | { readonly kind: 'nobody'; readonly left?: true; readonly unkept?: UnkeptError }
  | Someone;

const session = createStore<SessionState>({ kind: 'starting' });

export function useSession(): SessionState {
  return useStore(session);
}

/** The person who is signed in; for parts that stand behind the guard only. */
export function useSomeone(): Someone {
  const state = useSession();
  if (state.kind !== 'someone') throw new Error('This part stands outside of a session.');
  return state;
}

export const watchSession = session.subscribe;

export function sessionNow(): SessionState {
  return session.get();
}

/**
 * Finds out who sits here. The local copy answers at once, with or without signal; the server is asked behind the screen.
 */
export async function beginSession(): Promise<void> {
  const userId = recall('kw_user');
  if (userId === undefined) return session.set({ kind: 'nobody' });
  expectSession(userId);
  const copy = openLocalCopy(userId);
  const me = await readFact<Me>(copy, 'me').catch(() => undefined);
  if (me) {
    await open(copy, me);
    void refreshMe();
    return;
  }
  copy.close();
  await signInByCookie();
}

/**
 * After a sign-in: keeps the token, opens this person's copy, begins to sync. Who comes back after the session ended goes on
 * with the own queue; whoever was here before somebody else is gone from the memory first, and keeps the own copy unseen.
 */
export async function signedIn(answer: SignedIn): Promise<void> {
  const me = answer.user;
  const current = session.get();
  const back = current.kind === 'someone' && current.me.id === me.id ? current : undefined;
  // Before the token changes hands: nothing of the one before may be sent with it.
  if (current.kind === 'someone') current.sync.stop();
  if (!back) await closeCurrent();
  acceptToken(answer.access_token, answer.expires_in, answer.csrf_token);
  const copy = back?.copy ?? openLocalCopy(me.id);
  await keepMe(copy, me).catch(turnedAway);
  remember('kw_user', me.id);
  remember('kw_signed_in', instantText(deviceClock.now()));
  await open(copy, me);
  takeLook(me.preferences);
  if (recall('kw_language') === undefined) void speak(languageOf(me.preferences.language));
  // The copy is a cache that the browser may clear; asking makes that less likely where it is granted.
  void navigator.storage?.persist?.().catch(() => false);
}

/** Without a copy on the device nothing works: the session that has just begun ends, here and on the server. */
async function turnedAway(error: unknown): Promise<never> {
  await tellSignOut();
  forgetToken();
  await closeCurrent();
  session.set({ kind: 'nobody' });
  throw error;
}

/** Another tab has signed the same person in again: the cookie is good once more. */
export function sessionIsBack(): void {
  const current = session.get();
  if (current.kind !== 'someone') return;
  expectSession(current.me.id);
  current.sync.poke();
}

/** Tells when somebody else sits here, or nobody: what memory still holds of the one before must go at once. */
export function onOtherPerson(listener: () => void): () => void {
  const person = () => {
    const now = session.get();
    return now.kind === 'someone' ? now.me.id : undefined;
  };
  let before = person();
  return session.subscribe(() => {
    const now = person();
    if (now === before) return;
    before = now;
    listener();
  });
}

/** Reads the person and their households anew; silence and refusals leave what is known. */
export async function refreshMe(): Promise<void> {
  const current = session.get();
  if (current.kind !== 'someone') return;
  try {
    await settle(current, await got(api.GET('/users/me/')));
  } catch {
    // Without signal the copy's answer stands; a session that has ended shows itself in the sync status.
  }
}

export async function switchHousehold(id: string): Promise<void> {
  const current = session.get();
  if (current.kind !== 'someone' || current.household === id) return;
  await writeFact(current.copy, 'household', id);
  speakOf(id);
  session.set({ ...current, household: id });
  current.sync.poke();
}

/** How many wishes signing out would lose. */
export async function unsentChanges(): Promise<number> {
  const current = session.get();
  return current.kind === 'someone' ? waitingCount(current.copy) : 0;
}

/** Ends the session and deletes this person's copy from the device, unsent changes included: ask first. */
export async function signOut(): Promise<void> {
  const current = session.get();
  await tellSignOut();
  forgetToken();
  await closeCurrent();
  remember('kw_user', undefined);
  if (current.kind === 'someone') await deleteLocalCopy(current.me.id);
  session.set({ kind: 'nobody', left: true });
}

async function signInByCookie(): Promise<void> {
  try {
    if (await refresh()) {
      const me = await got(api.GET('/users/me/'));
      const copy = openLocalCopy(me.id);
      await keepMe(copy, me);
      return await open(copy, me);
    }
  } catch (error) {
    // No signal, or a server that is not well: without a copy on the device there is nothing to show but the way in.
    if (error instanceof UnkeptError) return session.set({ kind: 'nobody', unkept: error });
  }
  session.set({ kind: 'nobody' });
}

async function open(copy: LocalCopy, me: Me): Promise<void> {
  const household = chosenHousehold(me, await readFact<string>(copy, 'household'));
  speakOf(household);
  const sync = startSync({
    copy,
    transport: syncTransportOf(me.id),
    clock: deviceClock,
    households: () => householdsNow(),
    onPeople: () => void refreshMe(),
  });
  session.set({ kind: 'someone', me, copy, sync, household });
}

async function settle(current: Someone, me: Me): Promise<void> {
  await writeFact(current.copy, 'me', me);
  // While the server was asked, they may have gone, or looked at another household.
  const now = session.get();
  if (now.kind !== 'someone' || now.copy !== current.copy) return;
  const household = chosenHousehold(me, now.household);
  // Mostly nothing is new, and then no screen is drawn again.
  if (household === now.household && JSON.stringify(me) === JSON.stringify(now.me)) return;
  speakOf(household);
  session.set({ ...now, me, household });
  if (me.households.length !== now.me.households.length || household !== now.household) now.sync.poke();
}

async function closeCurrent(): Promise<void> {
  const current = session.get();
  if (current.kind !== 'someone') return;
  current.sync.stop();
  current.copy.close();
}

/** The one in view first, so that it is current soonest. */
function householdsNow(): string[] {
  const current = session.get();
  if (current.kind !== 'someone' || current.household === undefined) return [];
  const others = current.me.households.map((one) => one.id).filter((id) => id !== current.household);
  return [current.household, ...others];
}

function chosenHousehold(me: Me, wish: string | undefined): string | undefined {
  const known = me.households.find((one) => one.id === wish);
  return (known ?? me.households.find((one) => one.is_primary) ?? me.households[0])?.id;
}
