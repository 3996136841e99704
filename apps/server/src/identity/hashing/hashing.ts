/** Password hashes: Argon2id off the event loop, two at once, and the same time for a name that nobody has. */
import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import type { Ground } from '../../platform/context.ts';
import { fewAtOnce } from '../../platform/few-at-once.ts';

const PASSES = 2;
const LANES = 1;

/** More than two at once only take each other's cores; a queue that long means an attack. */
const inTurn = fewAtOnce({
  atOnce: 2,
  waitingMost: 100,
  message: 'Many people are signing in. Try again in a moment.',
});
const decoys = new Map<number, Promise<string>>();

/** A new hash in PHC form, which names its own cost. */
export async function hashOf(ground: Ground, password: string): Promise<string> {
  const memoryCost = ground.config.PASSWORD_MEMORY_KIB;
  return await inTurn(
    async () => await hash(plain(password), { memoryCost, timeCost: PASSES, parallelism: LANES }),
  );
}

/** Whether the password is the one of the hash. Without a hash it takes as long, and the answer is no. */
export async function isRight(
  ground: Ground,
  kept: string | null | undefined,
  password: string,
): Promise<boolean> {
  const decoy = await decoyOf(ground);
  const fits = await inTurn(async () => await verify(kept ?? decoy, plain(password)));
  return fits && kept !== null && kept !== undefined;
}

/** Whether the hash was made at another cost than new ones are. */
export function isOutdated(ground: Ground, kept: string): boolean {
  const memory = ground.config.PASSWORD_MEMORY_KIB;
  return !kept.startsWith(`$argon2id$v=19$m=${memory},t=${PASSES},p=${LANES}$`);
}

/** The hash of a password that nobody knows. */
async function decoyOf(ground: Ground): Promise<string> {
  const cost = ground.config.PASSWORD_MEMORY_KIB;
  const decoy = decoys.get(cost) ?? hashOf(ground, randomBytes(32).toString('base64url'));
  decoys.set(cost, decoy);
  return await decoy;
}

/** The same letters typed on another keyboard are the same password. */
function plain(password: string): string {
  return password.normalize('NFC');
}
