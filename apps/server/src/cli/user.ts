import { newId } from '@kinwise/core/ids';
import { STAFF_ROLES } from '@kinwise/core/staff';
import type { StaffRole } from '@kinwise/core/staff';
import { unlockAccount } from '../identity/account-locks/account-locks.ts';
import { dropAllFactors, hasFactor } from '../identity/factors/factors.ts';
import { forgiveGuesses, unlock } from '../identity/lockout/lockout.ts';
import { requireNewPassword } from '../identity/password-marks/password-marks.ts';
import { endSessions } from '../identity/sessions/sessions.ts';
import { recordAct } from '../identity/staff-acts/staff-acts.ts';
import { giveRole, takeRole } from '../identity/staff-members/staff-members.ts';
import { userByName } from '../identity/users/users.ts';
import type { User } from '../identity/users/users.ts';
import type { OpenContext } from '../platform/context.ts';
import { Problem } from '../platform/problems.ts';
import type { Program } from '../program.ts';
import { withProgram } from './with-program.ts';
import { wordsOf } from './words.ts';

const USAGE = `kinwise user promote NAME --role ${STAFF_ROLES.join('|')}
  Makes somebody who has an account staff, or gives them another role. The first superadmin is made so; they set up a
  second factor before the staff portal opens.
kinwise user demote NAME
  Takes the staff role of somebody. The last superadmin keeps it.
kinwise user unlock NAME
  Unlocks an account: the lock of staff, and those after wrong passwords and codes.
kinwise user require-new-password NAME
  They choose a new password at the next sign-in, before anything else. What is signed in stays so.
kinwise user reset-factors NAME
  Takes authenticator app, passkeys and backup codes away and ends every session, for who has lost them. Make sure first
  that it is them: by voice, or at the door. They are told by mail, and sign in with the password or by a mailed code.
NAME is an e-mail address or a username. What is done stands in the audit of staff and in the history of the person.
`;

type Said = { write(text: string): unknown };
type Words = { readonly what: string; readonly name: string; readonly role: StaffRole | undefined };

/** Answers 0, 1 when it could not be done, 2 for words that make no sense. */
export async function user(args: readonly string[]): Promise<number> {
  const { values, positionals } = wordsOf(args, ['role']) ?? { values: {}, positionals: [] };
  const [what = '', name, ...more] = positionals;
  const role = STAFF_ROLES.find((one) => one === values.role);
  const isAsked = what in WORK && (what === 'promote') === (role !== undefined);
  if (
    name === undefined ||
    more.length > 0 ||
    !isAsked ||
    (values.role !== undefined && role === undefined)
  ) {
    process.stderr.write(USAGE);
    return 2;
  }
  return await withProgram(async (program) => await userWith(program, { what, name, role }, process.stdout));
}

/** The same within a program that runs already. */
export async function userWith(
  { opener }: Pick<Program, 'opener'>,
  words: Words,
  out: Said,
): Promise<number> {
  const origin = { requestId: newId() };
  try {
    out.write(
      await opener.outside({ origin }, async (ctx) => {
        const person = await userByName(ctx, words.name);
        if (!person) throw new Problem('RESOURCE_3001', `Nobody is called ${words.name}.`);
        return await (WORK[words.what] ?? nothing)(ctx, person, words);
      }),
    );
    return 0;
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    out.write(`${problem.message}\n`);
    return 1;
  }
}

const BY = { staff: undefined, role: undefined, reason: 'By the command line of the server' } as const;

type Work = (ctx: OpenContext, person: User, words: Words) => Promise<string>;

const WORK: Readonly<Record<string, Work>> = {
  promote: async (ctx, person, { role = 'viewer' }) => {
    if (person.email_verified_at === null)
      throw new Problem(
        'RESOURCE_3005',
        'Their address is not confirmed yet. They open the link in their mail first.',
      );
    await giveRole(ctx, { user: person.id, role }, BY);
    const factor = (await hasFactor(ctx, person.id))
      ? ''
      : 'They have no second factor yet: until they set one up under Settings, Security, the role opens nothing.\n';
    return `${person.email} is ${role} now.\n${factor}`;
  },
  demote: async (ctx, person) => {
    await takeRole(ctx, person.id, BY);
    return `${person.email} is no staff any more.\n`;
  },
  unlock: async (ctx, person) => {
    await unlockAccount(ctx, person.id);
    await unlock(ctx, person.id);
    await forgiveGuesses(ctx, { what: 'codes', user: person.id });
    await recordAct(ctx, { ...BY, action: 'account.unlocked', user: person.id });
    return `${person.email} can sign in again.\n`;
  },
  'require-new-password': async (ctx, person) => {
    await requireNewPassword(ctx, person);
    await recordAct(ctx, { ...BY, action: 'password.required', user: person.id });
    return `${person.email} chooses a new password at the next sign-in.\n`;
  },
  'reset-factors': async (ctx, person) => {
    if (!(await hasFactor(ctx, person.id))) throw new Problem('RESOURCE_3005', 'They have no second factor.');
    await dropAllFactors(ctx, person);
    await endSessions(ctx, { user: person.id, reason: 'staff', byOther: true });
    await forgiveGuesses(ctx, { what: 'codes', user: person.id });
    await recordAct(ctx, { ...BY, action: 'factors.removed', user: person.id });
    return `${person.email} has no second factor and no session any more.\n`;
  },
};

async function nothing(): Promise<string> {
  return await Promise.resolve('');
}
