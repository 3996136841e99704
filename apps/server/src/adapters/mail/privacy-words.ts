/** What the letters about somebody's own data say. */
import type { Letter } from '../../identity/letters/letters.ts';
import { hello } from './parts.ts';
import type { WordsOf } from './words.ts';

type Own = 'export_ready' | 'deletion_asked' | 'deletion_cancelled' | 'account_erased' | 'now_in_charge';

export const PRIVACY_EN = {
  export_ready: ({ name, link, hours }) => ({
    subject: 'The copy of your data is ready',
    greeting: hello(name),
    paragraphs: [
      `The copy of your data that you asked for is ready. You can fetch it on the screen Privacy for ${hours} hours; then it is deleted.`,
      'It holds everything that KinWise keeps about you. Keep it where nobody else reads it.',
    ],
    action: { label: 'Fetch the copy', url: link },
    closing:
      'If you did not ask for it, somebody else is in your account: change your password, and end their sessions.',
  }),
  deletion_asked: ({ name, link, days, households }) => ({
    subject: 'Your account will be erased',
    greeting: hello(name),
    paragraphs: [
      `You asked for your KinWise account to be erased. That happens in ${days} days. You are signed out everywhere.`,
      ...(households.length === 0
        ? []
        : [`Nobody else belongs to ${listed(households)}: that goes as well, with everything in it.`]),
      'If you change your mind, sign in before then and keep your account.',
    ],
    action: { label: 'Sign in and keep it', url: link },
    closing: 'If you did not ask for this, sign in, keep your account and change your password.',
  }),
  deletion_cancelled: ({ name, link }) => ({
    subject: 'Your account stays',
    greeting: hello(name),
    paragraphs: ['Your KinWise account will not be erased. Everything is as it was.'],
    action: { label: 'Open KinWise', url: link },
    closing: 'If it was not you who cancelled it, change your password now.',
  }),
  account_erased: ({ name, link }) => ({
    subject: 'Your account is erased',
    greeting: hello(name),
    paragraphs: [
      'Your KinWise account is erased, as you asked: your name, your address, your devices, your private accounts and the households that were yours alone.',
      'What you entered in households that others share stays theirs, under the name “Former member”. This is the last mail to you.',
    ],
    action: { label: 'What is kept and what is not', url: link },
    closing: 'Haere rā',
  }),
  now_in_charge: ({ name, link, household_name }) => ({
    subject: `You are in charge of ${household_name} now`,
    greeting: hello(name),
    paragraphs: [
      `The last admin of “${household_name}” has left KinWise for good. Somebody has to be in charge, so you are an admin now.`,
      'You can make another member an admin, and give yourself another role.',
    ],
    action: { label: 'Look at the household', url: link },
    closing: 'Nothing else has changed.',
  }),
} satisfies Pick<Required<WordsOf>, Own & Letter['kind']>;

function listed(names: readonly string[]): string {
  const quoted = names.map((name) => `“${name}”`);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1) ?? ''}`;
}
