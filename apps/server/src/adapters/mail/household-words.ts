/** What the letters about a household say. */
import type { Letter } from '../../identity/letters/letters.ts';
import { hello } from './parts.ts';
import type { WordsOf } from './words.ts';

type Own = 'many_denials' | 'mass_export' | 'invitation';

export const HOUSEHOLD_EN = {
  many_denials: ({ name, household_name, member_name, count, link }) => ({
    subject: `Refused in ${household_name}, many times in a row`,
    greeting: hello(name),
    paragraphs: [
      `${member_name} tried ${count} things in ten minutes that their role in “${household_name}” does not allow. All of them were refused.`,
      'It may be curiosity, a role that is too small, or somebody else on their device. Ask them, and look at what was tried.',
    ],
    action: { label: 'Look at the activity', url: link },
    closing: 'Nothing was changed.',
  }),
  mass_export: ({ name, household_name, member_name, count, link }) => ({
    subject: `A lot of ${household_name} was exported`,
    greeting: hello(name),
    paragraphs: [
      `${member_name} took data out of “${household_name}” ${count === 1 ? 'once' : `${count} times`} within an hour.`,
      'If you did not expect this, ask them, and look at what was exported.',
    ],
    action: { label: 'Look at the activity', url: link },
    closing: 'What was exported cannot be called back; who may export can be changed by the roles.',
  }),
  invitation: ({ inviter_name, household_name, message, link, days }) => ({
    subject: `${inviter_name} invites you to ${household_name}`,
    greeting: 'Kia ora',
    paragraphs: [
      `${inviter_name} invites you to share the household “${household_name}” on KinWise.`,
      ...(message === '' ? [] : [`“${message}”`]),
      `The invitation is open for ${days === 1 ? 'one day' : `${days} days`}.`,
    ],
    action: { label: 'Look at the invitation', url: link },
    closing: 'If you do not know who this is, leave this mail alone.',
  }),
} satisfies Pick<Required<WordsOf>, Own & Letter['kind']>;
