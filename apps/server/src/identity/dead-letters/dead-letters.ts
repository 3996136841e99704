/** Letters that were given up: kept sealed for a while, to be sent again when the cause is mended. */
import type { OpenContext } from '../../platform/context.ts';
import { insertDead, readDead, takeDead } from './dead-letters.store.ts';
import type { NewDeadLetter } from './dead-letters.store.ts';

export { deleteDeadTo } from './dead-letters.store.ts';

export const SEND = 'letters.send';

/** What the command line shows: never to whom, never what it says. */
export type DeadLetter = {
  readonly id: string;
  readonly kind: string;
  readonly reason: string;
  readonly answer: string;
  readonly tries: number;
  readonly given_up_at: string;
  /** False where nothing is left that could be sent. */
  readonly isWhole: boolean;
};

export async function giveUp(ctx: OpenContext, letter: NewDeadLetter): Promise<void> {
  await insertDead(ctx, letter);
  const { kind, reason, answer, tries } = letter;
  const line = { letter: kind, reason, answer, tries };
  // Of a bounce its reader has to hear, of anything else whoever runs this.
  if (reason === 'refused' || reason === 'unreachable') ctx.ground.log.error(line, 'a letter was given up');
  else ctx.ground.log.info(line, 'a letter was given up');
}

export async function listDead(ctx: OpenContext): Promise<DeadLetter[]> {
  const rows = await readDead(ctx);
  return rows.map(({ message_id, sealed, ...rest }) => ({
    id: message_id,
    ...rest,
    isWhole: sealed !== null,
  }));
}

/** Sends it once more from the beginning, under the id that it had; undefined when it cannot be. */
export async function sendAgain(ctx: OpenContext, id: string): Promise<'queued' | 'empty' | 'unknown'> {
  const letter = (await readDead(ctx)).find((row) => row.message_id === id);
  if (!letter) return 'unknown';
  if (letter.sealed === null) return 'empty';
  if (!(await takeDead(ctx, id))) return 'unknown';
  ctx.enqueue({ job: SEND, payload: { effect: id, sealed: letter.sealed } });
  return 'queued';
}

export async function dropDead(ctx: OpenContext, id: string): Promise<boolean> {
  return (await takeDead(ctx, id)) !== undefined;
}
