/** Access tokens: short-lived, signed, naming a session that is looked up at every request. */
import { generateKeyPairSync } from 'node:crypto';
import { createDecoder, createSigner, createVerifier } from 'fast-jwt';
import { isId, newId } from '@kinwise/core/ids';
import type { Id } from '@kinwise/core/ids';
import { instant, millisecondsOf } from '../../platform/clock.ts';
import type { Ground, OpenContext } from '../../platform/context.ts';
import { sealed, unsealed } from '../../platform/encryption.ts';
import type { Steps } from '../../platform/routes.ts';
import {
  deleteKeysBefore,
  insertKey,
  isStaffMember,
  keyById,
  newestKey,
  takeKeyTurn,
} from './access.store.ts';
import type { KeyRow } from './access.store.ts';

export { isStaffMember } from './access.store.ts';

const ALGORITHM = 'EdDSA';
const TYPE = 'at+jwt';
const AUDIENCE = 'kinwise';
const DAY_MS = 24 * 3600 * 1000;
/** Other nodes look this often whether there is a newer key to sign with. */
const LOOK_MS = 10 * 60 * 1000;

export type Claims = { readonly user: Id; readonly session: Id; readonly version: number };
/** What a token says: also which one it is, and from when until when it is good. */
export type ReadClaims = Claims & {
  readonly token: Id;
  readonly issuedMs: number;
  readonly untilMs: number;
};

type Sign = (payload: Record<string, unknown>) => string;
type Verify = (token: string) => unknown;
type Ring = { signer?: { sign: Sign; untilMs: number }; readonly verifiers: Map<string, Verify> };

const rings = new WeakMap<Ground, Ring>();
const decode = createDecoder({ complete: true }) as (token: string) => { header: { kid?: unknown } };

export type Access = { readonly token: string; readonly seconds: number };

/** Signs a token for a session, good for some minutes, and for fewer where somebody is staff. */
export async function issueAccess(
  ctx: OpenContext,
  claims: Claims,
  longest: number = ctx.ground.config.ACCESS_TOKEN_SECONDS,
): Promise<Access> {
  const isStaff = await isStaffMember(ctx, claims.user);
  const seconds = isStaff ? Math.min(longest, ctx.ground.config.STAFF_TOKEN_SECONDS) : longest;
  const sign = await signer(ctx);
  const iat = Math.floor(ctx.nowMs / 1000);
  const token = sign({
    iss: ctx.ground.publicUrl(),
    aud: AUDIENCE,
    sub: claims.user,
    sid: claims.session,
    ver: claims.version,
    jti: newId(),
    scope: 'user',
    iat,
    exp: iat + seconds,
  });
  return { token, seconds };
}

/** What a token claims when its signature, type, issuer, audience and time are right; whether its session lives is asked elsewhere. */
export async function readAccess(steps: Steps, token: string): Promise<ReadClaims | undefined> {
  try {
    const verify = await verifierOf(steps, token);
    return verify ? claimsOf(verify(token), steps.ground.clock.nowMs()) : undefined;
  } catch (error) {
    if ((error as { code?: unknown }).code?.toString().startsWith('FAST_JWT')) return undefined;
    throw error;
  }
}

/** Makes a new key when the newest is old, and forgets those that nothing valid is signed with. */
export async function rotateKeys(ctx: OpenContext, keptDays: number): Promise<void> {
  await takeKeyTurn(ctx);
  const newest = await newestKey(ctx);
  if (!newest) return;
  await deleteKeysBefore(ctx, instant(ctx.nowMs - (keptDays + 1) * DAY_MS), newest.id);
  if (millisecondsOf(newest.created_at) < ctx.nowMs - keptDays * DAY_MS) await insertKey(ctx, makeKey(ctx));
}

async function signer(ctx: OpenContext): Promise<Sign> {
  const ring = ringOf(ctx.ground);
  if (ring.signer && ctx.nowMs < ring.signer.untilMs) return ring.signer.sign;
  const known = await newestKey(ctx);
  if (!known) return signerWith(ctx.ground, await firstKey(ctx));
  // Only a key that is committed is remembered: one made just now goes with this transaction if it is undone.
  const sign = signerWith(ctx.ground, known);
  ring.signer = { sign, untilMs: ctx.nowMs + LOOK_MS };
  return sign;
}

async function firstKey(ctx: OpenContext): Promise<KeyRow> {
  await takeKeyTurn(ctx);
  const other = await newestKey(ctx);
  if (other) return other;
  const key = makeKey(ctx);
  await insertKey(ctx, key);
  return key;
}

function makeKey(ctx: OpenContext): KeyRow {
  const pair = generateKeyPairSync('ed25519', {
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return {
    id: newId(),
    public_key: pair.publicKey,
    private_cipher: sealed(ctx.ground, pair.privateKey),
    created_at: ctx.now,
  };
}

function signerWith(ground: Ground, key: KeyRow): Sign {
  return createSigner({
    algorithm: ALGORITHM,
    key: unsealed(ground, key.private_cipher),
    kid: key.id,
    header: { alg: ALGORITHM, typ: TYPE, kid: key.id },
  });
}

async function verifierOf(steps: Steps, token: string): Promise<Verify | undefined> {
  const { kid } = decode(token).header;
  if (typeof kid !== 'string' || !isId(kid)) return undefined;
  const ring = ringOf(steps.ground);
  const known = ring.verifiers.get(kid);
  if (known) return known;
  const key = await steps.step(async (ctx) => await keyById(ctx, kid));
  if (!key) return undefined;
  const verify = verifierWith(steps.ground, key);
  ring.verifiers.set(kid, verify);
  return verify;
}

/** The time is judged by the program's own clock below; the cache of the library keeps signatures only. */
function verifierWith(ground: Ground, key: KeyRow): Verify {
  return createVerifier({
    algorithms: [ALGORITHM],
    key: key.public_key,
    checkTyp: TYPE,
    allowedIss: ground.publicUrl(),
    allowedAud: AUDIENCE,
    requiredClaims: ['iss', 'aud', 'sub', 'sid', 'ver', 'jti', 'scope', 'iat', 'exp'],
    ignoreExpiration: true,
    ignoreNotBefore: true,
    cache: 5_000,
  });
}

function claimsOf(payload: unknown, nowMs: number): ReadClaims | undefined {
  const { sub, sid, ver, jti, iat, exp, nbf, scope } = payload as Record<string, unknown>;
  if (typeof sub !== 'string' || typeof sid !== 'string' || !isId(sub) || !isId(sid)) return undefined;
  if (typeof jti !== 'string' || !isId(jti)) return undefined;
  if (typeof ver !== 'number' || typeof iat !== 'number' || typeof exp !== 'number') return undefined;
  // A clock that was set back must not revive a token: it may not be from the future either.
  if (scope !== 'user' || nowMs >= exp * 1000 || iat * 1000 > nowMs + 60_000) return undefined;
  if (nbf !== undefined && (typeof nbf !== 'number' || nbf * 1000 > nowMs)) return undefined;
  return { user: sub, session: sid, version: ver, token: jti, issuedMs: iat * 1000, untilMs: exp * 1000 };
}

function ringOf(ground: Ground): Ring {
  const ring = rings.get(ground) ?? { verifiers: new Map<string, Verify>() };
  rings.set(ground, ring);
  return ring;
}
