/** What the letters about codes, addresses and passwords say. */
import type { Letter } from '../../identity/letters/letters.ts';
import { duration, hello } from './parts.ts';
import type { WordsOf } from './words.ts';

type Own =
  | 'mail_code'
  | 'mail_codes_locked'
  | 'password_breached'
  | 'email_change_asked'
  | 'email_change_confirm'
  | 'email_change_taken'
  | 'email_changed'
  | 'email_restored'
  | 'email_taken_back';

const NOT_YOU = 'If this was not you, leave this mail alone: nothing happens.';

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
  email_change_asked: ({ name, new_email, link }) => ({
    subject: 'Your address is about to be changed',
    greeting: hello(name),
    paragraphs: [
      `Somebody who is signed in as you, most likely you, wants to sign in with ${new_email} from now on. Nothing changes before the link in the mail to that address is opened.`,
      'If it was not you, stop it with this link: every device is signed out, and you set a new password.',
    ],
    action: { label: 'Stop it', url: link },
    closing: 'If it was you, leave this mail alone.',
  }),
  email_change_confirm: ({ name, new_email, link, minutes }) => ({
    subject: 'Confirm your new address',
    greeting: hello(name),
    paragraphs: [
      `You want to sign in to KinWise with ${new_email}. Confirm that this mailbox is yours; the link works for ${duration(minutes)}, and once. Your other devices are signed out then.`,
    ],
    action: { label: 'Confirm my new address', url: link },
    closing: NOT_YOU,
  }),
  email_change_taken: ({ name, link }) => ({
    subject: 'Somebody wanted to use your address',
    greeting: hello(name),
    paragraphs: [
      'Somebody, perhaps you with another account, wanted to sign in to KinWise with this address. It belongs to your account and stays there.',
    ],
    action: { label: 'Sign in', url: link },
    closing: NOT_YOU,
  }),
  email_changed: ({ name, new_email, days, link }) => ({
    subject: 'Your address was changed',
    greeting: hello(name),
    paragraphs: [
      `Your KinWise account has the address ${new_email} from now on. This one no longer signs in, and gets no more mails.`,
      `If that was not you, undo it within ${days === 1 ? 'a day' : `${days} days`}: the account has this address again, every device is signed out, and you set a new password.`,
    ],
    action: { label: 'Undo it', url: link },
    closing: 'If it was you, there is nothing to do.',
  }),
  email_restored: ({ name, new_email, link }) => ({
    subject: 'The change of your address is undone',
    greeting: hello(name),
    paragraphs: [
      `Your account has this address, and not ${new_email}. Every device is signed out, and the old password is worth nothing any more. Passkeys and apps that were set up since are removed.`,
      'Set a new password to get in. The link works for one hour; later, ask for another where you sign in.',
    ],
    action: { label: 'Set a new password', url: link },
    closing: 'Then look at your devices and at what was done in your households.',
  }),
  email_taken_back: ({ name, link }) => ({
    subject: 'This address no longer belongs to the account',
    greeting: hello(name),
    paragraphs: [
      'The owner of the address that a KinWise account had before has taken the change to this one back. It no longer signs in there.',
    ],
    action: { label: 'Set a new password', url: link },
    closing: 'If the account is yours, sign in with the address from before.',
  }),
} satisfies Pick<Required<WordsOf>, Own & Letter['kind']>;
