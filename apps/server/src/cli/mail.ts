/** Looks after mail: what was given up, and reports about mails that came back. */
import { text } from 'node:stream/consumers';
import { dropDead, listDead, sendAgain } from '../identity/dead-letters/dead-letters.ts';
import { takeMail } from '../identity/mail-reports/mail-reports.ts';
import type { OpenContext } from '../platform/context.ts';
import type { Program } from '../program.ts';
import { withProgram } from './with-program.ts';

const USAGE = `kinwise mail list
  Letters that were given up: when, which kind, why, and what the mail server said. Never to whom, never what they say.
kinwise mail retry ID… | --all
  Sends them once more. A letter whose link is no longer good is not sent: its reader has to ask for a new one.
kinwise mail drop ID… | --all
  Forgets them.
kinwise mail bounce < MESSAGE
  Takes a report (RFC 3464 or RFC 5965) from the standard input, for a mailbox that is fetched or piped.
`;

type Out = { write(text: string): unknown };

/** Answers 0, 1 when something could not be done, 2 for an unknown word. */
export async function mail(args: readonly string[]): Promise<number> {
  const [word = '', ...ids] = args;
  const needsIds = word === 'retry' || word === 'drop';
  if (!['list', 'retry', 'drop', 'bounce'].includes(word) || needsIds !== ids.length > 0) {
    process.stderr.write(USAGE);
    return 2;
  }
  const message = word === 'bounce' ? await text(process.stdin) : '';
  return await withProgram(async (program) => await mailWith(program, { args, message }, process.stdout));
}

/** The same within a program that runs already. */
export async function mailWith(
  { opener }: Pick<Program, 'opener'>,
  { args, message = '' }: { args: readonly string[]; message?: string },
  out: Out,
): Promise<number> {
  const [word, ...names] = args;
  return await opener.outside({ origin: { requestId: 'cli' } }, async (ctx) => {
    if (word === 'list') return await list(ctx, out);
    if (word === 'bounce') return await bounce(ctx, message, out);
    const ids = names.includes('--all') ? (await listDead(ctx)).map((letter) => letter.id) : names;
    let failed = 0;
    for (const id of ids) {
      const line = word === 'retry' ? await retried(ctx, id) : await dropped(ctx, id);
      out.write(`${id}: ${line.text}\n`);
      if (!line.isDone) failed += 1;
    }
    return failed === 0 ? 0 : 1;
  });
}

async function list(ctx: OpenContext, out: Out): Promise<number> {
  const letters = await listDead(ctx);
  for (const { id, kind, reason, answer, tries, given_up_at } of letters)
    out.write(
      `${id}  ${given_up_at}  ${kind}  ${reason} after ${tries === 1 ? 'one try' : `${tries} tries`}: ${answer}\n`,
    );
  out.write(letters.length === 0 ? 'No letter was given up.\n' : `${letters.length} given up.\n`);
  return 0;
}

async function retried(ctx: OpenContext, id: string): Promise<{ text: string; isDone: boolean }> {
  const outcome = await sendAgain(ctx, id);
  const texts = {
    queued: 'is sent again',
    empty: 'cannot be sent: what it links to is no longer good. Its reader has to ask anew',
    unknown: 'is not among what was given up',
  };
  return { text: texts[outcome], isDone: outcome === 'queued' };
}

async function dropped(ctx: OpenContext, id: string): Promise<{ text: string; isDone: boolean }> {
  const isDone = await dropDead(ctx, id);
  return { text: isDone ? 'is forgotten' : 'is not among what was given up', isDone };
}

/** A mailbox holds other things too: what is no report of ours is said and no failure, so that the fetching goes on. */
async function bounce(ctx: OpenContext, message: string, out: Out): Promise<number> {
  const isOurs = await takeMail(ctx, message);
  out.write(isOurs ? 'The report is taken.\n' : 'This is no report about a mail of this KinWise.\n');
  return 0;
}
