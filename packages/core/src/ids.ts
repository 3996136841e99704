import { v7, validate, version } from 'uuid';

/** A UUID in lower case. Made by the client or the server as version 7, so that ids sort by their birth. */
export type Id = string;

/** A new UUIDv7, greater than every one that this program made before: the order of ids is the order of their making. */
export function newId(): Id {
  const random = chance();
  const first = ((random[6] ?? 0) << 23) | ((random[7] ?? 0) << 15) | ((random[8] ?? 0) << 7);
  const made = v7({ random, seq: first });
  const millisecond = made.slice(0, MILLISECOND_LENGTH);
  if (millisecond > newest.millisecond) {
    newest = { millisecond, seq: first };
    return made;
  }
  // Several in one millisecond, or a clock that was set back: counted up from the last one.
  newest = { millisecond: newest.millisecond, seq: newest.seq + 1 };
  const msecs = Number.parseInt(newest.millisecond.replace('-', ''), 16);
  return v7({ random, msecs, seq: newest.seq });
}

const MILLISECOND_LENGTH = 'ffffffff-ffff'.length;
let newest = { millisecond: '', seq: 0 };

/** Chance is fetched for 256 ids at once: asking for each alone takes longer than making the id. */
function chance(): Uint8Array {
  if (used === POOL.length) {
    crypto.getRandomValues(POOL);
    used = 0;
  }
  used += 16;
  return POOL.subarray(used - 16, used);
}

const POOL = new Uint8Array(16 * 256);
let used = POOL.length;

const SHAPE = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether the text is a UUID as KinWise writes it; the strict shape is what may stand in a SET LOCAL. */
export function isId(text: string): boolean {
  return SHAPE.test(text);
}

/** Whether the text is a UUID of version 7, as ids made by clients have to be. */
export function isIdV7(text: string): boolean {
  return isId(text) && validate(text) && version(text) === 7;
}
