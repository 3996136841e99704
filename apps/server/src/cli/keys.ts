import { features } from '../features.ts';
import { keyIds, newestKeyId } from '../platform/encryption.ts';
import { FIRST_KEY } from '../platform/encryption-keys.ts';
import { WAITING, keyUses, rotateSealed } from '../platform/rotation.ts';
import type { Program } from '../program.ts';
import { withProgram } from './with-program.ts';

const USAGE = `kinwise keys rotate
  Seals every encrypted field anew with the first key of ENCRYPTION_KEYS. It may be stopped and started again.
`;

/** Looks after the keys of encrypted fields. Answers 0, 1 when a value could not be read, 2 for an unknown word. */
export async function keys(args: readonly string[]): Promise<number> {
  if (args.length !== 1 || args[0] !== 'rotate') {
    process.stderr.write(USAGE);
    return 2;
  }
  return await withProgram(async (program) => await rotateWith(program, process.stdout));
}

/** The same within a program that runs already. */
export async function rotateWith(
  { ground }: Pick<Program, 'ground'>,
  out: { write(text: string): unknown },
): Promise<number> {
  const newest = newestKeyId(ground);
  const columns = await rotateSealed(ground, features);
  for (const { place, done } of columns) out.write(`${place}: ${done} sealed anew with ${newest}\n`);
  const unreadable = columns.flatMap((column) => column.unreadable);
  if (unreadable.length > 0) {
    const first = unreadable.slice(0, 20).map((name) => `  ${name}\n`);
    out.write(`${unreadable.length} could not be read and stay as they are:\n${first.join('')}`);
    out.write('Put their keys back into ENCRYPTION_KEYS, or restore these rows from a backup.\n');
  }
  const uses = (await keyUses(ground, features)).filter(({ keyId }) => keyId !== newest);
  for (const { place, keyId, count } of uses.filter((use) => use.place === WAITING))
    out.write(`${place}: ${count} need ${keyId} until they have been sent\n`);
  const idle = keyIds(ground).filter((id) => id !== newest && !uses.some(({ keyId }) => keyId === id));
  const named = idle.filter((id) => id !== FIRST_KEY);
  if (named.length > 0)
    out.write(`No longer needed: ${named.join(', ')}. Take them out of ENCRYPTION_KEYS.\n`);
  return unreadable.length === 0 ? 0 : 1;
}
