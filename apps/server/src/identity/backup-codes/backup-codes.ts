/** Backup codes: ten codes on paper, each good once, for the day when the phone is gone. */
import { randomInt, scrypt } from 'node:crypto';
import type { Id } from '@kinwise/core/ids';
import type { Ground, OpenContext } from '../../platform/context.ts';
import { sealedHash } from '../../platform/encryption.ts';
import { holdUser } from '../users/users.ts';
import { deleteHashes, insertHashes, readHashes, takeHash } from './backup-codes.store.ts';

const COUNT = 10;
const LENGTH = 10;
/** Without what is mistaken for something else on paper: 0 and o, 1, i and l. */
const ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz';

/**
 * Whoever adds or removes a factor of a user does so in turn: codes come with the first and go with the last, and two
 * calls at once must not each take the other for the one that stays.
 */
export async function takeTurn(ctx: OpenContext, user: Id): Promise<void> {
  await holdUser(ctx, user);
}

/** A new set in place of the old one. It is shown once: we keep slow hashes that also need the installation's key to be made. */
export async function makeCodes(ctx: OpenContext, user: Id): Promise<string[]> {
  const codes = Array.from({ length: COUNT }, newCode);
  await deleteHashes(ctx, user);
  const cost = costOf(ctx.ground);
  await insertHashes(
    ctx,
    user,
    await Promise.all(codes.map(async (code) => await slowHash(ctx.ground, { user, code, cost }))),
  );
  return codes;
}

/** Uses a code up; of any number of calls at once, one is told that it was good. */
export async function useCode(ctx: OpenContext, user: Id, code: string): Promise<boolean> {
  const kept = await readHashes(ctx, user);
  const costs = new Set(kept.flatMap((hash) => SLOW.exec(hash)?.[1] ?? []));
  const hashes = [...costs].map(
    async (cost) => await slowHash(ctx.ground, { user, code, cost: Number(cost) }),
  );
  // Codes that were made before hashes were slow are as good as ever, until their owner makes new ones.
  return await takeHash(ctx, user, [quickHash(ctx.ground, user, code), ...(await Promise.all(hashes))]);
}

export async function codesLeft(ctx: OpenContext, user: Id): Promise<number> {
  return (await readHashes(ctx, user)).length;
}

export async function dropCodes(ctx: OpenContext, user: Id): Promise<void> {
  await deleteHashes(ctx, user);
}

function newCode(): string {
  const signs = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return `${signs.slice(0, LENGTH / 2)}-${signs.slice(LENGTH / 2)}`;
}

/** However it was typed: with or without dash and spaces, in capitals or not. */
function quickHash(ground: Ground, user: Id, code: string): string {
  return sealedHash(ground, `backup code ${user} ${code.toLowerCase().replace(/[\s-]/g, '')}`);
}

/** Each hash names its cost, so that a change of it leaves the codes good. */
const SLOW = /^scrypt\.(\d+)\./;
const BLOCK = 8;

/** As a power of two: as much memory as hashing a password takes, or the half of it. */
function costOf({ config }: Ground): number {
  return Math.floor(Math.log2(config.PASSWORD_MEMORY_KIB));
}

/**
 * Fifty bits are too few for a quick hash: whoever had the database and the key could try all of them. The salt is made
 * by the key, so that the right row is found by one statement and who has the database alone has nothing to try with.
 */
async function slowHash(ground: Ground, of: { user: Id; code: string; cost: number }): Promise<string> {
  const salt = sealedHash(ground, `backup code salt ${of.user}`);
  const N = 2 ** of.cost;
  const hash = await new Promise<Buffer>((resolve, reject) => {
    const options = { N, r: BLOCK, p: 1, maxmem: 2 * 128 * N * BLOCK };
    scrypt(quickHash(ground, of.user, of.code), salt, 32, options, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
  return `scrypt.${of.cost}.${hash.toString('base64url')}`;
}
