/** Password hashes: Argon2id off the event loop, two at once, and the same time for a name that nobody has. */
import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import type { Ground } from '../../platform/context.ts';
import { Problem } from '../../platform/problems.ts';

const AT_ONCE = 2;
const WAITING_MOST = 100;
const PASSES = 2;
const LANES = 1;

let running = 0;
const waiting: (() => void)[] = [];
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

/** More than two at once only take each other's cores; a queue that long means an attack. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= WAITING_MOST) {
      throw new Problem('RATE_LIMIT_6001', 'Many people are signing in. Try again in a moment.', {
        retryAfterSeconds: 5,
      });
    }
    await new Promise<void>((resolve) => {
      waiting.push(resolve);
    });
  } else {
    running += 1;
  }
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    // The place goes to the next one without becoming free, so that nobody slips in between.
    if (next) next();
    else running -= 1;
  }
}
