import { requireNewPassword } from '../identity/password-marks/password-marks.ts';
import { userByName } from '../identity/users/users.ts';
import type { Program } from '../program.ts';
import { withProgram } from './with-program.ts';

const USAGE = `kinwise users require-new-password NAME
  Whoever has this address or username chooses a new password at the next sign-in, before anything else. What is signed
  in stays so.
`;

/** Looks after people. Answers 0, 1 when there is nobody of the name, 2 for an unknown word. */
export async function users(args: readonly string[]): Promise<number> {
  const [what, name, ...more] = args;
  if (what !== 'require-new-password' || name === undefined || more.length > 0) {
    process.stderr.write(USAGE);
    return 2;
  }
  return await withProgram(async (program) => await requireWith(program, name, process.stdout));
}

/** The same within a program that runs already. */
export async function requireWith(
  { opener }: Pick<Program, 'opener'>,
  name: string,
  out: { write(text: string): unknown },
): Promise<number> {
  const found = await opener.outside({ origin: { requestId: 'cli' } }, async (ctx) => {
    const user = await userByName(ctx, name);
    if (user) await requireNewPassword(ctx, user);
    return user;
  });
  out.write(
    found
      ? `${found.email} chooses a new password at the next sign-in.\n`
      : `There is nobody called ${name}.\n`,
  );
  return found ? 0 : 1;
}
