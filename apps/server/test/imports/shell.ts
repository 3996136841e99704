/** `kinwise import` within a test: the command as it runs in a shell, in a program that runs already. */
import { importWith } from '../../src/cli/import.ts';
import type { Wanted } from '../../src/cli/import.ts';
import type { World } from '../world.ts';

export type ShellAnswer = { readonly code: number; readonly out: string; readonly err: string };

/** Runs the command as Mere in her household, unless told otherwise. */
export async function importByShell(world: Pick<World, 'program'>, wanted: Wanted): Promise<ShellAnswer> {
  const out: string[] = [];
  const err: string[] = [];
  const voices = {
    stdout: { write: (text: string) => out.push(text) },
    stderr: { write: (text: string) => err.push(text) },
  };
  const place = { household: 'Ngata whānau', email: 'mere@example.org' };
  const code = await importWith(world.program, { ...place, ...wanted }, voices);
  return { code, out: out.join(''), err: err.join('') };
}
