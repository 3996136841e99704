/** Passkeys: keys in somebody's phone, computer or security key that sign in, alone or after the password. */
import { createHash } from 'node:crypto';
import { UAParser } from 'ua-parser-js';
import { newId } from '@kinwise/core/ids';
import type { Id } from '@kinwise/core/ids';
import { instant, millisecondsOf } from '../../platform/clock.ts';
import type { OpenContext, UserContext } from '../../platform/context.ts';
import { Problem, invalid } from '../../platform/problems.ts';
import type { Steps, UserSteps } from '../../platform/routes.ts';
import { codesLeft, dropCodes, makeCodes, takeTurn } from '../backup-codes/backup-codes.ts';
import { sendLetter } from '../letters/letters.ts';
import { note } from '../security/security.ts';
import { addFactors, hasSeenSecond, takeOwnersTurn } from '../sessions/sessions.ts';
import { totpSince } from '../totp/totp.ts';
import { userById } from '../users/users.ts';
import {
  challengeIn,
  checkAssertion,
  checkCreation,
  creationOptions,
  handleOf,
  requestOptions,
} from '../webauthn/webauthn.ts';
import type { Asserted, Assertion, Credential, Known } from '../webauthn/webauthn.ts';
import { passkeyOnTheWire } from './passkeys.schema.ts';
import type { Passkey, Registration } from './passkeys.schema.ts';
import {
  advance,
  deletePasskey,
  insertChallenge,
  insertPasskey,
  passkeyByCredential,
  passkeysOf,
  takeChallenge,
  updateName,
} from './passkeys.store.ts';
import type { ChallengeOf, PasskeyRow } from './passkeys.store.ts';

const PASSKEYS_MOST = 20;
const UNSEEN =
  'This is your last second step, and this session has not seen it. Sign in with it or a backup code, then remove it.';

/** Why a passkey is asked for: by whoever comes, or of somebody known for one sign-in or session. */
export type Ceremony =
  | { readonly purpose: 'sign_in' }
  | { readonly purpose: 'second_step' | 'confirm'; readonly user: Id; readonly boundTo: Id | null };

export type Proven = {
  readonly user: Id;
  /** `passkey`, and `user_verified` when the authenticator has looked who holds it. */
  readonly factors: readonly string[];
};

export async function listPasskeys(ctx: OpenContext, user: Id): Promise<Passkey[]> {
  return (await passkeysOf(ctx, user)).map(passkeyOnTheWire);
}

export async function hasPasskey(ctx: OpenContext, user: Id): Promise<boolean> {
  return (await passkeysOf(ctx, user)).length > 0;
}

/** What the browser needs to make a passkey for who is signed in. */
export async function beginRegistration(steps: UserSteps): Promise<{ challenge: string }> {
  const { userId, sessionId } = steps.actor;
  const { user, known } = await steps.step(async (ctx) => {
    const rows = await passkeysOf(ctx, userId);
    if (rows.length >= PASSKEYS_MOST) throw tooMany();
    return { user: await userById(ctx, userId), known: rows.map(knownBy) };
  });
  const options = await creationOptions(steps.ground, {
    user: {
      id: userId,
      name: user?.email ?? '',
      displayName: [user?.first_name, user?.last_name].filter(Boolean).join(' '),
    },
    known,
  });
  const of = { purpose: 'register', user: userId, boundTo: sessionId ?? null } as const;
  await steps.step(async (ctx) => {
    await keepChallenge(ctx, of, options.challenge);
    await note(ctx, { action: 'factor.begun', user: userId, details: { factor: 'passkey' } });
  });
  return options;
}

export type Registered = { passkey: Passkey; backup_codes: string[] };

/** Keeps the passkey that the browser made. With the first factor come backup codes, which are shown this once. */
export async function finishRegistration(steps: UserSteps, body: Registration): Promise<Registered> {
  const { userId, sessionId } = steps.actor;
  const challenge = challengeIn(body.response);
  const of = { purpose: 'register', user: userId, boundTo: sessionId ?? null } as const;
  const isOurs =
    challenge !== undefined &&
    (await steps.step(async (ctx) => await takeChallenge(ctx, of, hashOf(challenge))));
  const credential = isOurs ? await checkCreation(steps.ground, body.response, challenge) : undefined;
  if (!credential) throw invalid('/response', 'not_accepted', 'The passkey was not added. Try again.');
  return await steps.step(async (ctx) => {
    await takeOwnersTurn(ctx, steps.actor);
    // Asked again in turn: several may have been begun at once.
    if ((await passkeysOf(ctx, userId)).length >= PASSKEYS_MOST) throw tooMany();
    const row = { ...rowOf(ctx, userId, credential), name: body.name ?? deviceName(ctx) };
    if (!(await insertPasskey(ctx, { ...row, counter: credential.counter })))
      throw new Problem('RESOURCE_3002', 'This passkey was added before.');
    const isFirst = (await codesLeft(ctx, userId)) === 0;
    await addFactors(ctx, sessionId, ['passkey']);
    await told(ctx, row, 'passkey_added');
    return { passkey: passkeyOnTheWire(row), backup_codes: isFirst ? await makeCodes(ctx, userId) : [] };
  });
}

export async function renamePasskey(ctx: UserContext, id: Id, name: string): Promise<Passkey> {
  const row = await updateName(ctx, { user: ctx.actor.userId, id }, name);
  if (!row) throw noSuchPasskey();
  await note(ctx, { action: 'passkey.renamed', user: row.user_id });
  return passkeyOnTheWire(row);
}

/**
 * A password or the mailbox remains as a way in. Without any factor left there is nothing that codes stand in for; who takes
 * the last one away has shown one in this session, or a password alone would turn the second step off.
 */
export async function removePasskey(ctx: UserContext, id: Id): Promise<void> {
  const user = ctx.actor.userId;
  await takeTurn(ctx, user);
  const row = await deletePasskey(ctx, { user, id });
  if (!row) throw noSuchPasskey();
  const isLast = !(await hasPasskey(ctx, user)) && (await totpSince(ctx, user)) === undefined;
  if (isLast && !(await hasSeenSecond(ctx, ctx.actor.sessionId))) throw new Problem('AUTH_1051', UNSEEN);
  if (isLast) await dropCodes(ctx, user);
  await told(ctx, row, 'passkey_removed');
}

/** Takes away what was added since an instant. */
export async function dropPasskeysSince(ctx: OpenContext, user: Id, since: string): Promise<void> {
  for (const row of await passkeysOf(ctx, user))
    if (millisecondsOf(row.created_at) >= millisecondsOf(since)) {
      await deletePasskey(ctx, { user, id: row.id });
      await note(ctx, { action: 'factor.removed', user, risk: 'high', details: { factor: 'passkey' } });
    }
}

/** What the browser needs to ask for a passkey. */
export async function askPasskey(steps: Steps, ceremony: Ceremony): Promise<{ challenge: string }> {
  const known = await steps.step(async (ctx) =>
    ceremony.purpose === 'sign_in' ? undefined : (await passkeysOf(ctx, ceremony.user)).map(knownBy),
  );
  if (known?.length === 0) throw notAccepted(ceremony, 'You have no passkey. Use another way.');
  const options = await requestOptions(steps.ground, {
    // Alone it has to do for two factors; after the password, that it is there suffices.
    verification: ({ sign_in: 'required', second_step: 'discouraged', confirm: 'preferred' } as const)[
      ceremony.purpose
    ],
    ...(known && { known }),
  });
  await steps.step(async (ctx) => {
    await keepChallenge(ctx, challengeOf(ceremony), options.challenge);
  });
  return options;
}

/**
 * Judges the answer of a passkey. Its challenge is used up first, whatever comes of it; the signature is checked with no
 * transaction open; then the use is counted, and `finish` does in the same transaction what the passkey was asked for.
 */
export async function provePasskey<T>(
  steps: Steps,
  shown: { ceremony: Ceremony; assertion: Assertion },
  finish: (ctx: OpenContext, proven: Proven) => Promise<T>,
): Promise<T> {
  const { ceremony, assertion } = shown;
  const challenge = challengeIn(assertion) ?? '';
  const passkey = await steps.step(async (ctx) => {
    const isOurs = await takeChallenge(ctx, challengeOf(ceremony), hashOf(challenge));
    return isOurs ? await ownPasskey(ctx, ceremony, assertion) : undefined;
  });
  const said =
    passkey && (await checkAssertion(steps.ground, assertion, { challenge, publicKey: passkey.public_key }));
  if (!passkey || !said) {
    const user = passkey?.user_id ?? (ceremony.purpose === 'sign_in' ? undefined : ceremony.user);
    await steps.step(async (ctx) => {
      const details = { factor: 'passkey' };
      await note(ctx, { action: 'factor.failed', user, success: false, risk: 'medium', details });
    });
    throw notAccepted(ceremony, 'The passkey was not accepted. Try again, or use another way.');
  }
  const done = await steps.step(async (ctx) => {
    if (!(await advance(ctx, passkey.id, said))) {
      await told(ctx, passkey, 'passkey_copied');
      return undefined;
    }
    return { result: await finish(ctx, { user: passkey.user_id, factors: factorsIn(said) }) };
  }, passkey.user_id);
  if (!done)
    throw notAccepted(
      ceremony,
      'The passkey counts backwards, as a copy does. Use another way, and replace it.',
    );
  return done.result;
}

/** Of the right person: of the one it was asked of, or else of the one whom it names itself. */
async function ownPasskey(
  ctx: OpenContext,
  ceremony: Ceremony,
  assertion: Assertion,
): Promise<PasskeyRow | undefined> {
  const row = await passkeyByCredential(ctx, assertion.id);
  if (!row) return undefined;
  const { userHandle } = assertion.response;
  const named =
    userHandle === undefined
      ? undefined
      : userHandle === Buffer.from(handleOf(row.user_id)).toString('base64url');
  if (ceremony.purpose === 'sign_in') return named === true ? row : undefined;
  return row.user_id === ceremony.user && named !== false ? row : undefined;
}

async function keepChallenge(ctx: OpenContext, of: ChallengeOf, challenge: string): Promise<void> {
  const expiresAt = instant(ctx.nowMs + ctx.ground.config.PASSKEY_SECONDS * 1000);
  await insertChallenge(ctx, of, { hash: hashOf(challenge), expiresAt });
}

function challengeOf(ceremony: Ceremony): ChallengeOf {
  return ceremony.purpose === 'sign_in' ? { ...ceremony, user: null, boundTo: null } : ceremony;
}

function hashOf(challenge: string): string {
  return createHash('sha256').update(challenge).digest('base64url');
}

function factorsIn(said: Asserted): string[] {
  return said.userVerified ? ['passkey', 'user_verified'] : ['passkey'];
}

function knownBy(row: PasskeyRow): Known {
  return { id: row.credential_id, transports: row.transports };
}

function rowOf(ctx: OpenContext, user: Id, credential: Credential): Omit<PasskeyRow, 'name'> {
  return {
    id: newId(),
    user_id: user,
    credential_id: credential.id,
    public_key: credential.publicKey,
    transports: credential.transports,
    is_synced: credential.isSynced,
    created_at: ctx.now,
    last_used_at: null,
  };
}

/** What a passkey is called until its owner says otherwise: where it was made. */
function deviceName(ctx: OpenContext): string {
  const { browser, os } = new UAParser(ctx.origin.agent ?? '').getResult();
  return [browser.name, os.name].filter(Boolean).join(', ').slice(0, 60) || 'Passkey';
}

const TOLD = {
  passkey_added: { action: 'factor.added', risk: 'medium' },
  passkey_removed: { action: 'factor.removed', risk: 'medium' },
  passkey_copied: { action: 'passkey.copied', risk: 'high' },
} as const;

/** Writes it down and tells the owner. */
async function told(ctx: OpenContext, passkey: PasskeyRow, kind: keyof typeof TOLD): Promise<void> {
  const { action, risk } = TOLD[kind];
  const success = kind !== 'passkey_copied';
  await note(ctx, { action, user: passkey.user_id, risk, success, details: { factor: 'passkey' } });
  const user = await userById(ctx, passkey.user_id);
  if (!user) return;
  sendLetter(ctx, {
    to: user.email,
    locale: user.locale,
    letter: {
      kind,
      name: user.first_name,
      passkey: passkey.name,
      link: `${ctx.ground.publicUrl()}/settings/security`,
    },
  });
}

/** Who is signed in has a field to correct; who is not has not signed in. */
function notAccepted({ purpose }: Ceremony, detail: string): Problem {
  return purpose === 'confirm'
    ? invalid('/passkey', 'not_accepted', detail)
    : new Problem('AUTH_1023', detail);
}

function tooMany(): Problem {
  return new Problem('RESOURCE_3002', `You have ${PASSKEYS_MOST} passkeys. Remove one that you do not use.`);
}

function noSuchPasskey(): Problem {
  return new Problem('RESOURCE_3001', 'You have no such passkey.');
}
