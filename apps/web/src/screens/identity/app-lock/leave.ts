import { sendWithCookie } from '../../../api/session.ts';
import { problemOf } from '../../../api/problem.ts';
import { deleteLocalCopy, type LocalCopy } from '../../../offline/database.ts';
import { waitingCount } from '../../../offline/outbox.ts';
import { PAST_LOCK } from '../../../shell/app-lock.ts';
import { recall, remember } from '../../../shell/device.ts';
import { sessionNow } from '../../../shell/session.ts';
import { setAside } from './keeping.ts';
import { withCopy } from './lock-record.ts';

/** Ways past the lock, and what the sign-in says of it afterwards. In all of them what waits to be sent is kept. */
export type Left = {
  readonly user: string;
  /** `lost`: the browser has thrown away what the lock is made of. */
  readonly why: 'forgotten' | 'guessed' | 'lost';
  readonly waiting: number;
  /** The server has not heard yet that the session is over. */
  readonly owed: boolean;
};

export function whoLeft(): Left | undefined {
  const text = recall(PAST_LOCK);
  return text === undefined ? undefined : (JSON.parse(text) as Left);
}

/** They are back: nothing is to be said any more. */
export function backAgain(user: string): void {
  if (whoLeft()?.user === user) remember(PAST_LOCK, undefined);
}

/** The PIN is forgotten: ends the session, so that the next one who gets in has signed in with everything. Needs signal. */
export async function leaveForPassword(user: string): Promise<void> {
  const response = await sendWithCookie('auth/logout/');
  if (!response.ok && response.status !== 401) throw await problemOf(response);
  const waiting = await withCopy(user, waitingCount);
  goOut({ user, why: 'forgotten', waiting, owed: false });
}

/** What the lock is made of is gone: nobody can tell who sits here. */
export async function leaveLost(user: string): Promise<void> {
  goOut({ user, why: 'lost', waiting: await withCopy(user, waitingCount), owed: true });
}

/** Too many wrong PINs: signs out as far as it can be done here and now, and takes the copy away but for what waits. */
export async function leaveGuessed(user: string): Promise<void> {
  // First of all nobody sits here any more: a reload in the middle of what follows leads to the sign-in, too.
  const left: Left = { user, why: 'guessed', waiting: await withCopy(user, waitingCount), owed: true };
  note(left);
  const session = sessionNow();
  if (session.kind === 'someone') session.sync.stop();
  await clear(left);
  note({ ...left, owed: !(await tellServer()) });
  location.replace('/sign-in');
}

/** Ends on the server what could not be ended without signal, and clears away what another tab wrote down meanwhile. */
export async function payOwed(): Promise<void> {
  const left = whoLeft();
  if (left?.why === 'guessed') await clear(left);
  if (left?.owed === true && (await tellServer()))
    remember(PAST_LOCK, JSON.stringify({ ...left, owed: false }));
}

/** Everything of the copy but what waits to be sent: nothing that somebody wanted is lost because somebody else guessed. */
async function clearButOutbox(copy: LocalCopy): Promise<void> {
  await copy.transaction('rw', copy.tables, async () => {
    for (const table of copy.tables) if (table.name !== copy.outbox.name) await table.clear();
  });
}

async function clear({ user, waiting }: Left): Promise<void> {
  await (waiting === 0 ? deleteLocalCopy(user) : withCopy(user, clearButOutbox));
}

function goOut(left: Left): void {
  note(left);
  location.replace('/sign-in');
}

function note(left: Left): void {
  remember(PAST_LOCK, JSON.stringify(left));
  setAside(left.user);
  remember('kw_user', undefined);
}

async function tellServer(): Promise<boolean> {
  try {
    const { ok, status } = await sendWithCookie('auth/logout/');
    return ok || status === 401;
  } catch {
    // Without signal it is owed, and told when the sign-in is next seen with signal.
    return false;
  }
}
