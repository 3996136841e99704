/** Turning mails off and on: by a link in the mail without signing in, and by showing that mail arrives. */
import { instant } from '../../platform/clock.ts';
import type { OpenContext, UserContext } from '../../platform/context.ts';
import { Problem } from '../../platform/problems.ts';
import { Reply } from '../../platform/routes.ts';
import { sendLetter } from '../letters/letters.ts';
import {
  addressHash,
  addressWorksByHash,
  mailToken,
  readMailToken,
  refuseMail,
  takesConvenience,
} from '../mail-addresses/mail-addresses.ts';
import type { MailLink, MailTopic } from '../mail-addresses/mail-addresses.ts';
import { changePreferences, showPreferences, userById } from '../users/users.ts';

const CHECK_HOURS = 24;

type Choice = { topic: MailTopic; is_off: boolean };

/** What the link is about. Looking changes nothing: programs look at every link. */
export async function showChoice(ctx: OpenContext, token: string): Promise<Choice> {
  const link = linkOf(ctx, token);
  return { topic: link.topic, is_off: !(await isOn(ctx, link)) };
}

/** Turns the mails of the link off, for its person; for who is no user, all that they did not ask for. */
export async function turnOff(ctx: OpenContext, token: string): Promise<Choice> {
  const link = linkOf(ctx, token);
  if (await isOn(ctx, link)) {
    if (await isUser(ctx, link))
      await changePreferences(ctx, link.user ?? '', { mail: { [link.topic]: false } });
    else await refuseMail(ctx, link.hash);
  }
  return { topic: link.topic, is_off: true };
}

/** The address of the header is also opened by people, in a browser: they are led to the page that asks. */
export function toPage(ctx: OpenContext, token: string): Reply {
  linkOf(ctx, token);
  const location = `${ctx.ground.publicUrl()}/unsubscribe#token=${encodeURIComponent(token)}`;
  return new Reply(undefined, { status: 303, headers: { location } });
}

/** Sends a mail whose link shows that it arrived. */
export async function askWhetherItReaches(ctx: UserContext): Promise<void> {
  const user = await userById(ctx, ctx.actor.userId);
  if (!user) throw new Problem('AUTH_1003', 'Sign in again.');
  const until = ctx.nowMs + CHECK_HOURS * 3_600_000;
  const token = mailToken(ctx.ground, { purpose: 'works', hash: addressHash(ctx.ground, user.email), until });
  sendLetter(ctx, {
    to: user.email,
    locale: user.locale,
    letter: {
      kind: 'address_check',
      name: user.first_name,
      link: `${ctx.ground.publicUrl()}/mail-works#token=${token}`,
      good_until: instant(until),
    },
  });
}

/** The link of that mail: the address is as good as new. */
export async function showThatItReaches(ctx: OpenContext, token: string): Promise<void> {
  const link = readMailToken(ctx, 'works', token);
  if (!link) throw unknown();
  await addressWorksByHash(ctx, link.hash);
}

function linkOf(ctx: OpenContext, token: string): MailLink & { topic: MailTopic } {
  const link = readMailToken(ctx, 'unsubscribe', token);
  if (!link?.topic) throw unknown();
  return { ...link, topic: link.topic };
}

async function isOn(ctx: OpenContext, link: MailLink & { topic: MailTopic }): Promise<boolean> {
  if (!(await takesConvenience(ctx, link.hash))) return false;
  return !(await isUser(ctx, link)) || (await showPreferences(ctx, link.user ?? '')).mail[link.topic];
}

async function isUser(ctx: OpenContext, { user }: MailLink): Promise<boolean> {
  return user !== undefined && (await userById(ctx, user)) !== undefined;
}

function unknown(): Problem {
  return new Problem(
    'AUTH_1008',
    'This link does not work. Use the link of a newer mail, or sign in and look at your settings.',
  );
}
