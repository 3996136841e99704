/** What the letters about codes, addresses and passwords say. */
import type { Letter } from '../../identity/letters/letters.ts';
import { duration, hello } from './parts.ts';
import type { WordsOf } from './words.ts';

type Own = 'mail_code' | 'mail_codes_locked' | 'password_breached';

export const SIGNING_EN = {
  mail_code: ({ name, code, minutes, link }) => ({
    subject: 'Your code to sign in',
    greeting: hello(name),
    paragraphs: [
      'Type this code where you asked for it:',
      `It works once, for ${duration(minutes)}. A newer mail makes it worthless. Nobody from KinWise ever asks you for it.`,
    ],
    code,
    action: { label: 'Sign in', url: link },
    closing: 'If you did not ask for a code, leave this mail alone: without the code nobody gets in.',
  }),
  mail_codes_locked: ({ name, minutes, link }) => ({
    subject: 'Wrong codes were tried for your account',
    greeting: hello(name),
    paragraphs: [
      `Somebody tried wrong codes to sign in to your account, many times. For ${duration(minutes)} no mailed code signs in; your password and your passkeys work as ever.`,
      'Nobody got in by this. A second step, such as a passkey, keeps it that way even if somebody reads your mails.',
    ],
    action: { label: 'Look at my security', url: link },
    closing: 'If it was you, wait, or sign in with your password.',
  }),
  password_breached: ({ name, link }) => ({
    subject: 'Your password stands in a list of stolen ones',
    greeting: hello(name),
    paragraphs: [
      'We have looked up your new password by the first digits of its fingerprint. It is in a list of passwords that were stolen from other services. Attackers try those first.',
      'Nobody was in your account because of this, as far as we know. Choose another password, here and wherever else you use this one.',
    ],
    action: { label: 'Change my password', url: link },
    closing: 'A few unrelated words in a row are hard to guess and easy to keep.',
  }),
} satisfies Pick<Required<WordsOf>, Own & Letter['kind']>;

export const SIGNING_MI = {} satisfies WordsOf;
