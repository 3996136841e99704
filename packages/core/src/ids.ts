import { v7, validate, version } from 'uuid';

/** A UUID in lower case. Made by the client or the server as version 7, so that ids sort by their birth. */
export type Id = string;

/** A new UUIDv7. */
export function newId(): Id {
  if (used === POOL.length) {
    crypto.getRandomValues(POOL);
    used = 0;
  }
  used += 16;
  return v7({ rng: () => POOL.subarray(used - 16, used) });
}

/** Chance is fetched for 256 ids at once: asking for each alone takes longer than making the id. */
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
