/** Backup codes: ten codes on paper, each good once, for the day when the phone is gone. */
import { randomInt } from 'node:crypto';
import type { Id } from '@kinwise/core/ids';
import type { Ground, OpenContext } from '../../platform/context.ts';
import { sealedHash } from '../../platform/encryption.ts';
import { countHashes, deleteHashes, holdOwner, insertHashes, takeHash } from './backup-codes.store.ts';

const COUNT = 10;
const LENGTH = 10;
/** Without what is mistaken for something else on paper: 0 and o, 1, i and l. */
const ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz';

/**
 * Whoever adds or removes a factor of a user does so in turn: codes come with the first and go with the last, and two
 * calls at once must not each take the other for the one that stays.
 */
export async function takeTurn(ctx: OpenContext, user: Id): Promise<void> {
  await holdOwner(ctx, user);
}

/** A new set in place of the old one. It is shown once: we keep hashes that need the installation's key to be made. */
export async function makeCodes(ctx: OpenContext, user: Id): Promise<string[]> {
  const codes = Array.from({ length: COUNT }, newCode);
  await deleteHashes(ctx, user);
  await insertHashes(
    ctx,
    user,
    codes.map((code) => hashOf(ctx.ground, user, code)),
  );
  return codes;
}

/** Uses a code up; of any number of calls at once, one is told that it was good. */
export async function useCode(ctx: OpenContext, user: Id, code: string): Promise<boolean> {
  return await takeHash(ctx, user, hashOf(ctx.ground, user, code));
}

export async function codesLeft(ctx: OpenContext, user: Id): Promise<number> {
  return await countHashes(ctx, user);
}

export async function dropCodes(ctx: OpenContext, user: Id): Promise<void> {
  await deleteHashes(ctx, user);
}

function newCode(): string {
  const signs = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return `${signs.slice(0, LENGTH / 2)}-${signs.slice(LENGTH / 2)}`;
}

/** However it was typed: with or without dash and spaces, in capitals or not. */
function hashOf(ground: Ground, user: Id, code: string): string {
  return sealedHash(ground, `backup code ${user} ${code.toLowerCase().replace(/[\s-]/g, '')}`);
}
