/** What is known of somebody's present password: a new one has no marks. */
import type { Id } from '@kinwise/core/ids';
import { millisecondsOf } from '../../platform/clock.ts';
import type { OpenContext } from '../../platform/context.ts';
import { note } from '../security/security.ts';
import { userById } from '../users/users.ts';
import type { User } from '../users/users.ts';
import { deleteMarks, insertMark, readMarks } from './password-marks.store.ts';
import type { Kind } from './password-marks.store.ts';

export async function isMarked(ctx: OpenContext, user: User, kind: Kind): Promise<boolean> {
  if (user.password_changed_at === null) return false;
  return (await readMarks(ctx, user.id, user.password_changed_at)).includes(kind);
}

/** Whoever signs in next by this password, or by anything else, chooses a new one first. */
export async function requireNewPassword(ctx: OpenContext, user: User, byOther = false): Promise<void> {
  if (user.password_changed_at === null) return;
  await insertMark(ctx, { user: user.id, kind: 'required', setAt: user.password_changed_at });
  await note(ctx, { action: 'password.required', user: user.id, byOther, risk: 'medium' });
}

/** Answers the owner, once, of the password that was set at that moment and is still theirs. */
export async function markBreached(
  ctx: OpenContext,
  at: { id: Id; setAt: string },
): Promise<User | undefined> {
  const user = await userById(ctx, at.id);
  const setAt = user?.password_changed_at;
  if (!setAt || user.password_hash === null || millisecondsOf(setAt) !== millisecondsOf(at.setAt))
    return undefined;
  return (await insertMark(ctx, { user: at.id, kind: 'breached', setAt: at.setAt })) ? user : undefined;
}

/** There is a new password. */
export async function clearMarks(ctx: OpenContext, user: Id): Promise<void> {
  await deleteMarks(ctx, user);
}
