import { type Someone, sessionNow } from './session.ts';

let lookingAround: string | undefined;

/** Whether somebody who is about to be erased has yet to say whether that stands; asked once for each sign-in. */
export function isAskedToStay({ me }: Someone): boolean {
  return Boolean(me.deletion_due_at) && lookingAround !== `${me.id} ${me.deletion_due_at ?? ''}`;
}

/** They look at their data first. The screen Privacy goes on saying when the time is over. */
export function lookAround(): void {
  const session = sessionNow();
  if (session.kind === 'someone') lookingAround = `${session.me.id} ${session.me.deletion_due_at ?? ''}`;
}
