/**
 * Whether a session looks as if somebody else had it: another browser or system within one session, and more so from another
 * network at the same time. Phones change networks all day, so a network alone says nothing; another country, where a list tells countries, says a little. Nothing is ended: what is
 * dangerous, and everything after the next renewal, asks for a proof first.
 */
import type { Id } from '@kinwise/core/ids';
import { canonicalAddress } from '../../platform/caller.ts';
import type { Ground, OpenContext, Origin, WardAlarm } from '../../platform/context.ts';
import { addressWithPlace } from '../../platform/places.ts';
import { deviceOf } from '../devices/devices.ts';
import { sendLetter } from '../letters/letters.ts';
import { note, raise } from '../security/security.ts';
import { userById } from '../users/users.ts';
import { hold, raiseScore, readRisk, settleRisk } from './session-risks.store.ts';

const COUNTRY = 55;
const DEVICE = 60;
const DEVICE_AND_NETWORK = 90;
const DEVICE_AND_COUNTRY = 95;
const REASONS: Readonly<Record<number, string>> = {
  [COUNTRY]: 'country',
  [DEVICE]: 'device',
  [DEVICE_AND_NETWORK]: 'device_and_network',
  [DEVICE_AND_COUNTRY]: 'device_and_country',
};
const DAY_MS = 24 * 3_600_000;
const SEEN_MOST = 20_000;

/** The country is known where the installation has a list of places. */
type Seen = {
  readonly agent: string;
  readonly ip: string | null;
  readonly country?: string | null | undefined;
};

/** How strange it is that a session that looked like this looks like that; 0 where it is not. */
export function scoreOf(before: Seen, now: Seen): number {
  const isElsewhere = Boolean(before.country && now.country && before.country !== now.country);
  if (before.agent === '' || now.agent === '' || deviceOf(before.agent).name === deviceOf(now.agent).name)
    return isElsewhere ? COUNTRY : 0;
  if (isElsewhere) return DEVICE_AND_COUNTRY;
  return networkOf(before.ip) === networkOf(now.ip) ? DEVICE : DEVICE_AND_NETWORK;
}

/** Which browsers and addresses this node has judged already, so that ordinary calls cost no trip to the database. */
const judged = new WeakMap<Ground, Map<Id, string>>();

/** Judges a call of a session, once for each browser and address in a row. */
export async function judgeCall(
  ground: Ground,
  of: { session: Id; origin: Origin },
  step: (work: (ctx: OpenContext) => Promise<void>) => Promise<void>,
): Promise<void> {
  const known = judged.get(ground) ?? new Map<Id, string>();
  judged.set(ground, known);
  const look = `${of.origin.agent ?? ''} ${of.origin.ip ?? ''}`;
  if (known.get(of.session) === look) return;
  await step(async (ctx) => {
    await judge(ctx, of.session);
  });
  if (known.size > SEEN_MOST) known.clear();
  known.set(of.session, look);
}

/** Judges what comes now for a session; answers its score. */
export async function judge(ctx: OpenContext, session: Id): Promise<number> {
  const before = await readRisk(ctx, session);
  if (!before) return 0;
  const now = { agent: ctx.origin.agent ?? '', ip: ctx.origin.ip ?? null };
  const countryOf = (ip: string | null) => ctx.ground.places.find(ip)?.country_code;
  const score = scoreOf({ ...before, country: countryOf(before.ip) }, { ...now, country: countryOf(now.ip) });
  if (score === 0) {
    // Roaming is ordinary: from here on this is where the session is at home.
    if (before.score === 0 && networkOf(before.ip) !== networkOf(now.ip))
      await settleRisk(ctx, session, { agent: before.agent, ip: now.ip });
    return before.score;
  }
  if (score <= before.score) return before.score;
  const reason = REASONS[score] ?? '';
  const raised = await raiseScore(ctx, session, { agent: before.agent, ip: before.ip, score, reason });
  if (raised) await tell(ctx, { session, user: before.user_id, score, reason });
  return score;
}

/** The session is renewed: when it is at risk, nothing but confirming goes on from here. Answers whether it is held. */
export async function holdIfRisky(ctx: OpenContext, session: Id): Promise<boolean> {
  if ((await judge(ctx, session)) < ctx.ground.config.SESSION_RISK_THRESHOLD) return false;
  await hold(ctx, session);
  return true;
}

export async function isAtRisk(ctx: OpenContext, session: Id): Promise<boolean> {
  return ((await readRisk(ctx, session))?.score ?? 0) >= ctx.ground.config.SESSION_RISK_THRESHOLD;
}

/** The owner has just shown that it is them who sit there: the session may look like this. */
export async function vouchFor(ctx: OpenContext, session: Id): Promise<void> {
  await settleRisk(ctx, session, { agent: ctx.origin.agent ?? '', ip: ctx.origin.ip ?? null });
}

async function tell(
  ctx: OpenContext,
  of: { session: Id; user: Id; score: number; reason: string },
): Promise<void> {
  const { session, user: id, score, reason } = of;
  const isHigh = score >= ctx.ground.config.SESSION_RISK_HIGH;
  const entry = { user: id, session, details: { score, reason } };
  await note(ctx, { ...entry, action: 'session.risky', risk: isHigh ? 'high' : 'medium' });
  if (!isHigh) return;
  const isNews = await raise(ctx, {
    ...entry,
    action: 'alert.session_risky',
    about: session,
    quietMs: DAY_MS,
  });
  const user = isNews ? await userById(ctx, id) : undefined;
  if (!user) return;
  if (user.email === '') return await alarmFor(ctx, user.id, 'risky');
  sendLetter(ctx, {
    to: user.email,
    locale: user.locale,
    letter: {
      kind: 'session_risky',
      name: user.first_name,
      ...whence(ctx),
      link: `${ctx.ground.publicUrl()}/settings/security`,
    },
  });
}

/** Somebody without an address: whoever looks after them hears of it instead. */
export async function alarmFor(ctx: OpenContext, user: Id, what: WardAlarm['what']): Promise<void> {
  for (const alarmed of ctx.ground.hooks.wardAlarmed) await alarmed(ctx, { user, what, ...whence(ctx) });
}

function whence({ origin, ground }: OpenContext): { device: string; address: string } {
  const address = addressWithPlace(ground.places, origin.ip ?? '');
  return { device: deviceOf(origin.agent ?? '').name, address };
}

/** /24 of IPv4 and /48 of IPv6: what one line or one office usually has. */
function networkOf(ip: string | null): string {
  const address = ip === null ? '' : (canonicalAddress(ip) ?? ip);
  if (!address.includes(':')) return address.split('.').slice(0, 3).join('.');
  const [head = '', tail = ''] = address.split('::');
  const left = head.split(':').filter(Boolean);
  const right = tail.split(':').filter(Boolean);
  const zeros = Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  return [...left, ...zeros, ...right].slice(0, 3).join(':');
}
