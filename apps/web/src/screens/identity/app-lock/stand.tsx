import { send } from '../../../api/session.ts';
import { appLock, type Coming } from '../../../shell/app-lock.ts';
import { stay } from '../../../shell/idle.ts';
import { sessionNow, watchSession } from '../../../shell/session.ts';
import { showToast } from '../../../ui/toast-queue.ts';
import { i18n } from '../../../words/words.ts';
import * as keeping from './keeping.ts';
import { backAgain, leaveLost } from './leave.ts';
import { dropLock, readLock, withCopy } from './lock-record.ts';
import { showLock } from './show-lock.tsx';

/** The lock of one person, in this tab. Tabs agree by what they keep on the device. */
type Standing = { readonly user: string; readonly look: () => Promise<void>; readonly stop: () => void };

const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
const LOOKS = ['focus', 'pageshow'] as const;
/** Clocks of timers and of the day differ by a little; what comes a moment too early would have to come twice. */
const AFTERWARDS_MS = 50;

let standing: Standing | undefined;

/** Stands between the person and the page from now on. Comes back when it is open. */
export async function stand(user: string, how: Coming): Promise<void> {
  const arrived = how === 'arrived';
  if (standing?.user === user) return await standing.look();
  standing?.stop();
  const minutes = keeping.minutesOf(user);
  if (minutes === undefined) return;
  if (arrived) backAgain(user);
  if (minutes === 'aside') return await (arrived ? takeOff(user) : leaveLost(user));
  if (!(await hasRecord(user))) return await leaveLost(user);
  // Who has just signed in with everything is not asked for a PIN as well.
  if (arrived) {
    keeping.markOpen(user);
    tellServer();
  } else if (how === 'start' && (await mustBeShut(user))) keeping.markShut(user);
  const here = begin(user);
  standing = here;
  await here.look();
}

/** Whether this is a new beginning: nobody has used the app lately, or no page of it is open. */
async function mustBeShut(user: string): Promise<boolean> {
  const reloaded = keeping.hasJustLeft();
  if (keeping.isShut(user) || keeping.leftMs(user) === 0) return true;
  return !reloaded && !(await isOpenElsewhere(user));
}

function begin(user: string): Standing {
  let opened: Promise<void> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let letGo: (() => void) | undefined;
  const lockNow = () => {
    keeping.markShut(user);
    void look();
  };
  /** Does what the device says: shows the lock, or the page; and looks again when it may be time. */
  function look(): Promise<void> {
    clearTimeout(timer);
    if (opened) return opened;
    if (keeping.minutesOf(user) === undefined) return Promise.resolve(stop());
    if (keeping.leftMs(user) === 0) keeping.markShut(user);
    if (keeping.isShut(user)) {
      opened = shut();
      return opened;
    }
    letGo ??= holdOpen(user);
    appLock.set({ shut: false, lockNow });
    timer = setTimeout(() => void look(), keeping.leftMs(user) + AFTERWARDS_MS);
    return Promise.resolve();
  }
  async function shut(): Promise<void> {
    letGo?.();
    letGo = undefined;
    appLock.set({ shut: true, lockNow });
    const mine = await showLock(user, () => keeping.isShut(user));
    opened = undefined;
    if (mine && sessionNow().kind === 'someone') void stay().catch(() => undefined);
    await look();
  }
  const unhook = hook(user, () => void look());
  const unwatch = watchSession(onSession(user, () => stop()));
  function stop(): void {
    clearTimeout(timer);
    unhook();
    unwatch();
    letGo?.();
    standing = undefined;
    appLock.set(undefined);
  }
  return { user, look, stop };
}

/** Listens for signs of somebody, and for whatever may have made it time. */
function hook(user: string, look: () => void): () => void {
  const used = () => {
    if (keeping.isShut(user)) return;
    // A sign that comes too late is none.
    if (keeping.leftMs(user) === 0) look();
    else keeping.markUsed(user);
  };
  const told = ({ key }: StorageEvent) => {
    if (keeping.isAbout(key, user)) look();
  };
  const left = () => {
    if (!keeping.isShut(user)) keeping.markLeft();
  };
  for (const name of LOOKS) window.addEventListener(name, look);
  for (const sign of SIGNS) window.addEventListener(sign, used, { capture: true, passive: true });
  document.addEventListener('visibilitychange', look);
  window.addEventListener('storage', told);
  window.addEventListener('pagehide', left);
  return () => {
    for (const name of LOOKS) window.removeEventListener(name, look);
    for (const sign of SIGNS) window.removeEventListener(sign, used, { capture: true });
    document.removeEventListener('visibilitychange', look);
    window.removeEventListener('storage', told);
    window.removeEventListener('pagehide', left);
  };
}

/** Who signs out takes the lock along; who signs in again tells the server of it anew. */
function onSession(user: string, stop: () => void): () => void {
  let known = sessionNow();
  return () => {
    const before = known;
    const now = sessionNow();
    known = now;
    if (now.kind === 'nobody') keeping.forgetMarks(user);
    if (now.kind !== 'someone' || now.me.id !== user) return now.kind === 'starting' ? undefined : stop();
    if (before.kind === 'someone' && before.sync !== now.sync) tellServer();
  };
}

/** The session is fresh, so that it may say so; where it may not, it idles as any other does. */
function tellServer(): void {
  const headers = { 'Content-Type': 'application/json' };
  const body = JSON.stringify({ on: true });
  void send('session/app-lock/', { method: 'POST', headers, body }).catch(() => undefined);
}

async function takeOff(user: string): Promise<void> {
  await withCopy(user, dropLock);
  keeping.forgetMarks(user);
  showToast({
    title: i18n._('The app lock is off'),
    description: i18n._('Set it anew under Settings, Security.'),
    timeout: 0,
  });
}

async function hasRecord(user: string): Promise<boolean> {
  return (await withCopy(user, readLock)) !== undefined;
}

/** As long as this page is open and its lock is, others know by it that this is no new beginning. */
function holdOpen(user: string): () => void {
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  void navigator.locks.request(nameOf(user), { mode: 'shared' }, () => held);
  return letGo;
}

async function isOpenElsewhere(user: string): Promise<boolean> {
  const { held } = await navigator.locks.query();
  return held?.some(({ name }) => name === nameOf(user)) ?? false;
}

function nameOf(user: string): string {
  return `kinwise:open:${user}`;
}
