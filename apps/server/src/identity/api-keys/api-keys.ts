/** API keys: what programs call with in somebody's name, for what their scopes say and no longer than until a day. */
import { newId } from '@kinwise/core/ids';
import type { Id } from '@kinwise/core/ids';
import { instant, millisecondsOf } from '../../platform/clock.ts';
import type { Ground, OpenContext, UserContext } from '../../platform/context.ts';
import { sealed, unsealed } from '../../platform/encryption.ts';
import type { Arrival, KeyFacts, SignedIn } from '../../platform/http.ts';
import type { Opener } from '../../platform/in-household.ts';
import { chosenLocale } from '../../platform/languages.ts';
import { Problem, invalid, unknown } from '../../platform/problems.ts';
import type { UserSteps } from '../../platform/routes.ts';
import { KEY_PREFIX, SIGNING_PREFIX, hashOfKey, isKeyText, newKeyText } from '../key-texts/key-texts.ts';
import { sendLetter } from '../letters/letters.ts';
import { householdsOf } from '../own-households/own-households.ts';
import { note } from '../security/security.ts';
import { takeOwnersTurn } from '../sessions/sessions.ts';
import { userById } from '../users/users.ts';
import { apiKeyOnTheWire } from './api-keys.schema.ts';
import type { Change, Made, Making, Renewal, WireApiKey, WireApiKeys } from './api-keys.schema.ts';
import {
  deleteKeys,
  findLive,
  insertKey,
  keyOf,
  keysOf,
  primaryHouseholdOf,
  renewKey,
  signingCipher,
  takeKeysTurn,
  touchKey,
  updateKey,
} from './api-keys.store.ts';
import type { KeyRow } from './api-keys.store.ts';

const HOUR_MS = 3600 * 1000;
const DAY_MS = 24 * HOUR_MS;

export async function listKeys(ctx: UserContext): Promise<WireApiKeys> {
  const { API_KEY_DAYS, API_KEY_LONGEST_DAYS, API_KEYS_MOST } = ctx.ground.config;
  const rows = await keysOf(ctx, ctx.actor.userId);
  return {
    results: rows.map((row) => apiKeyOnTheWire(row, ctx.nowMs)),
    days_default: Math.min(API_KEY_DAYS, API_KEY_LONGEST_DAYS),
    days_most: API_KEY_LONGEST_DAYS,
    most: API_KEYS_MOST,
  };
}

/** Makes a key. In steps, since those keep no answer under an Idempotency-Key: the key is shown once and stands nowhere. */
export async function makeKey(steps: UserSteps, body: Making): Promise<Made> {
  const { userId: user, sessionId: session } = steps.actor;
  return await steps.step(async (ctx) => {
    const { API_KEYS_MOST: most, API_KEY_DAYS, API_KEY_LONGEST_DAYS } = ctx.ground.config;
    const days = body.expires_in_days ?? Math.min(API_KEY_DAYS, API_KEY_LONGEST_DAYS);
    const expires_at = endAfter(ctx, days);
    await requireHousehold(ctx, user, body);
    await takeOwnersTurn(ctx, steps.actor);
    await takeKeysTurn(ctx, user);
    if ((await keysOf(ctx, user)).length >= most)
      throw new Problem('RESOURCE_3002', `You have ${most} API keys. Revoke one that you do not use.`);
    const key = newKeyText(KEY_PREFIX);
    const secret = body.signed_only ? newKeyText(SIGNING_PREFIX) : undefined;
    const id = newId();
    await insertKey(ctx, {
      id,
      user_id: user,
      name: body.name,
      key_hash: hashOfKey(key),
      last_four: key.slice(-4),
      scopes: [...body.scopes],
      only_household: body.household_id ?? null,
      signing_cipher: secret === undefined ? null : sealed(ctx.ground, secret),
      expires_at,
    });
    const details = { key_id: id, scopes: body.scopes.join(' '), signed_only: body.signed_only, days };
    await note(ctx, { action: 'api_key.made', user, session, risk: 'high', details });
    await tell(ctx, user, { kind: 'api_key_made', api_key: body.name, days });
    const row = await own(ctx, { user, id });
    return { api_key: apiKeyOnTheWire(row, ctx.nowMs), key, signing_secret: secret ?? null };
  });
}

/** Renames it, or lets it end sooner. A longer life has to be confirmed: see `extendKey`. */
export async function changeKey(ctx: UserContext, id: Id, change: Change): Promise<WireApiKey> {
  const at = { user: ctx.actor.userId, id };
  const before = await own(ctx, at);
  const expires_at = change.expires_in_days === undefined ? undefined : endAfter(ctx, change.expires_in_days);
  if (expires_at !== undefined && millisecondsOf(expires_at) > millisecondsOf(before.expires_at))
    throw invalid('/expires_in_days', 'longer', 'The key would live longer than now. Extend it instead.');
  return await put(ctx, at, { name: change.name, expires_at });
}

/** Lets a key that lives go on until another day. One that has expired stays so. */
export async function extendKey(ctx: UserContext, id: Id, days: number): Promise<WireApiKey> {
  const at = { user: ctx.actor.userId, id };
  const before = await own(ctx, at);
  if (millisecondsOf(before.expires_at) <= ctx.nowMs)
    throw new Problem('RESOURCE_3005', 'The key has expired. Make a new one in its place.');
  return await put(ctx, at, { expires_at: endAfter(ctx, days) });
}

/**
 * Gives a key another secret, and another one to sign with where it signs: name, scopes, household and end stay. The old
 * ones open something for as long as the owner says, each with its own. In steps, as making one is.
 */
export async function rotateKey(steps: UserSteps, id: Id, { grace_hours: hours }: Renewal): Promise<Made> {
  const { userId: user, sessionId: session } = steps.actor;
  return await steps.step(async (ctx) => {
    await takeOwnersTurn(ctx, steps.actor);
    const before = await own(ctx, { user, id });
    const key = newKeyText(KEY_PREFIX);
    const secret = before.is_signed ? newKeyText(SIGNING_PREFIX) : undefined;
    const row = await renewKey(
      ctx,
      { user, id },
      {
        key_hash: hashOfKey(key),
        last_four: key.slice(-4),
        signing_cipher: secret === undefined ? null : sealed(ctx.ground, secret),
        oldUntil: hours === 0 ? null : instant(ctx.nowMs + hours * HOUR_MS),
      },
    );
    if (!row) throw new Problem('RESOURCE_3005', 'The key has expired. Make a new one in its place.');
    const details = { key_id: id, grace_hours: hours };
    await note(ctx, { action: 'api_key.rotated', user, session, risk: 'high', details });
    await tell(ctx, user, { kind: 'api_key_rotated', api_key: row.name, hours });
    return { api_key: apiKeyOnTheWire(row, ctx.nowMs), key, signing_secret: secret ?? null };
  });
}

/** Ends a key for good, on every node: each request looks it up. */
export async function revokeKey(ctx: UserContext, id: Id): Promise<void> {
  const ended = await end(ctx, { user: ctx.actor.userId, only: id, reason: 'revoked' });
  if (ended === 0) throw noSuchKey();
}

/** Ends all keys of somebody; answers how many there were. */
export async function endKeys(ctx: OpenContext, user: Id, reason: string): Promise<number> {
  return await end(ctx, { user, reason });
}

/** Who calls by a key. What is unknown, mistyped, expired or revoked hears the same. */
export async function authenticateKey(
  { opener }: { readonly opener: Opener },
  text: string,
  { origin }: Arrival,
): Promise<SignedIn> {
  if (!isKeyText(text)) throw notAccepted();
  const row = await opener.outside({ origin }, async (ctx) => {
    const found = await findLive(ctx, hashOfKey(text));
    // A key whose requests are signed was used when the signature is right.
    if (found && !found.is_signed) await used(ctx, found);
    return found;
  });
  if (!row) throw notAccepted();
  const { id, user_id: user, name, scopes } = row;
  const household = row.only_household ?? undefined;
  const primary = async () =>
    await opener.outside({ user, origin }, async (ctx) => await primaryHouseholdOf(ctx, user));
  return {
    actor: { kind: 'user', userId: user },
    primaryHousehold: household ?? (await primary()),
    tier: row.tier,
    locale: chosenLocale(row.locale),
    key: { id, name, scopes, household, isSigned: row.is_signed, isOld: row.is_old },
  };
}

/** What a key's requests are signed with. */
export async function signingSecret(ctx: OpenContext, key: KeyFacts): Promise<string> {
  const cipher = await signingCipher(ctx, key);
  // It was revoked this very moment, or the time of the old one is over.
  if (cipher === undefined) throw notAccepted();
  return unsealed(ctx.ground, cipher);
}

/** Notes that a key was used, once a minute at most. */
export async function used(
  ctx: OpenContext,
  key: { readonly id: Id; last_used_at?: string | null },
): Promise<void> {
  const since = instant(ctx.nowMs - ctx.ground.config.API_KEY_SEEN_SECONDS * 1000);
  const last = key.last_used_at ?? null;
  if (last !== null && millisecondsOf(last) > millisecondsOf(since)) return;
  await touchKey(ctx, key.id, since);
}

function endAfter({ ground, nowMs }: { ground: Ground; nowMs: number }, days: number): string {
  const most = ground.config.API_KEY_LONGEST_DAYS;
  if (days > most) throw invalid('/expires_in_days', 'too_long', `An API key lives ${most} days at most.`);
  return instant(nowMs + days * DAY_MS);
}

async function requireHousehold(ctx: OpenContext, user: Id, body: Making): Promise<void> {
  if (body.household_id === undefined) return;
  const homes = await householdsOf(ctx, user);
  if (!homes.some(({ id }) => id === body.household_id))
    throw unknown('/household_id', 'household_unknown', 'You belong to no such household.');
  if (body.scopes.some((scope) => scope === 'read:profile'))
    throw invalid('/scopes', 'beyond_household', 'A key of one household does not read your profile.');
}

async function put(
  ctx: UserContext,
  at: { user: Id; id: Id },
  set: { name?: string | undefined; expires_at?: string | undefined },
): Promise<WireApiKey> {
  const row =
    set.name === undefined && set.expires_at === undefined
      ? await own(ctx, at)
      : await updateKey(ctx, at, set);
  if (!row) throw noSuchKey();
  const details = { key_id: at.id, ...(set.expires_at === undefined ? {} : { expires_at: set.expires_at }) };
  await note(ctx, { action: 'api_key.changed', user: at.user, session: ctx.actor.sessionId, details });
  return apiKeyOnTheWire(row, ctx.nowMs);
}

async function end(ctx: OpenContext, of: { user: Id; only?: Id; reason: string }): Promise<number> {
  const { reason, ...which } = of;
  const ended = await deleteKeys(ctx, which);
  for (const id of ended)
    await note(ctx, { action: 'api_key.revoked', user: of.user, details: { key_id: id, reason } });
  return ended.length;
}

async function own(ctx: OpenContext, at: { user: Id; id: Id }): Promise<KeyRow> {
  const row = await keyOf(ctx, at);
  if (!row) throw noSuchKey();
  return row;
}

type Told =
  | { readonly kind: 'api_key_made'; readonly api_key: string; readonly days: number }
  | { readonly kind: 'api_key_rotated'; readonly api_key: string; readonly hours: number };

async function tell(ctx: OpenContext, id: Id, about: Told): Promise<void> {
  const user = await userById(ctx, id);
  if (!user) return;
  const link = `${ctx.ground.publicUrl()}/settings/api-keys`;
  const letter = { name: user.first_name, link, ...about };
  sendLetter(ctx, { to: user.email, locale: user.locale, letter });
}

function noSuchKey(): Problem {
  return new Problem('RESOURCE_3001', 'You have no such API key.');
}

function notAccepted(): Problem {
  return new Problem(
    'AUTH_1040',
    'The API key is unknown, was revoked or has expired. Look under Settings, API keys.',
  );
}
