/** What the letters say in English, which has them all. */
import type { Letter } from '../../identity/letters/letters.ts';
import { HOUSEHOLD_EN } from './household-words.ts';
import { FAMILY_EN } from './family-words.ts';
import { SIGNING_EN } from './signing-words.ts';
import { duration, hello } from './parts.ts';
import { PRIVACY_EN } from './privacy-words.ts';
import { STAFF_EN } from './staff-words.ts';

export type Words = {
  readonly subject: string;
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  /** What is read off the mail and typed: shown large, after the first paragraph. */
  readonly code?: string;
  readonly action: { readonly label: string; readonly url: string };
  readonly closing: string;
};

type Of<Kind extends Letter['kind']> = Letter extends infer One
  ? One extends { kind: infer Known }
    ? Kind extends Known
      ? One
      : never
    : never
  : never;
export type WordsOf = { readonly [Kind in Letter['kind']]?: (letter: Of<Kind>) => Words };

const NOT_YOU = 'If this was not you, leave this mail alone: nothing happens.';

const ACT_NOW = 'If this was not you, set a new password at once, and look at your passkeys and devices.';

export const EN: Required<WordsOf> = {
  ...FAMILY_EN,
  ...PRIVACY_EN,
  ...HOUSEHOLD_EN,
  ...SIGNING_EN,
  ...STAFF_EN,
  verify_email: ({ name, link, minutes }) => ({
    subject: 'Confirm your e-mail address',
    greeting: hello(name),
    paragraphs: [
      `Welcome to KinWise. Confirm that this is your address; the link works for ${duration(minutes)}.`,
    ],
    action: { label: 'Confirm my address', url: link },
    closing: NOT_YOU,
  }),
  address_check: ({ name, link }) => ({
    subject: 'Does this mail reach you?',
    greeting: hello(name),
    paragraphs: [
      'You wanted to see whether mail reaches you again. Press the button, and KinWise knows that it does.',
    ],
    action: { label: 'Yes, it reaches me', url: link },
    closing: NOT_YOU,
  }),
  address_taken: ({ name, link }) => ({
    subject: 'You have an account already',
    greeting: hello(name),
    paragraphs: [
      'Somebody, perhaps you, tried to register with this address. You have a KinWise account with it already.',
      'Sign in as usual. If you have forgotten your password, ask for a new one on that page.',
    ],
    action: { label: 'Sign in', url: link },
    closing: NOT_YOU,
  }),
  welcome: ({ name, link }) => ({
    subject: 'Welcome to KinWise',
    greeting: hello(name),
    paragraphs: [
      'Your address is confirmed. Name your household, add an account and drop in a file from your bank: that is all it takes to see where your money goes.',
    ],
    action: { label: 'Open KinWise', url: link },
    closing: 'Good to have you here.',
  }),
  password_reset: ({ name, link, minutes }) => ({
    subject: 'Set a new password',
    greeting: hello(name),
    paragraphs: [
      `You asked for a new password. The link works for ${duration(minutes)} and once. It signs out every device.`,
    ],
    action: { label: 'Set a new password', url: link },
    closing: NOT_YOU,
  }),
  password_changed: ({ name, link }) => ({
    subject: 'Your password was changed',
    greeting: hello(name),
    paragraphs: [
      'The password of your KinWise account was changed, and other devices were signed out.',
      'If this was not you, set a new password now.',
    ],
    action: { label: 'Set a new password', url: link },
    closing: 'If it was you, there is nothing to do.',
  }),
  account_locked: ({ name, link, minutes }) => ({
    subject: 'Signing in is locked for a while',
    greeting: hello(name),
    paragraphs: [
      `Somebody typed a wrong password for your account several times. Signing in from there is locked for ${duration(minutes)}.`,
      'If it was you, unlock it with this link. If it was not, leave it locked and think about a longer password.',
    ],
    action: { label: 'Unlock', url: link },
    closing: 'Devices that are signed in stay signed in.',
  }),
  session_copied: ({ name, link }) => ({
    subject: 'One of your sessions was ended to keep you safe',
    greeting: hello(name),
    paragraphs: [
      'A key of one of your sessions was used a second time. That happens when somebody copied it, so that the session was ended everywhere.',
      'Sign in again. If you see devices that you do not know, end their sessions and change your password.',
    ],
    action: { label: 'Look at my sessions', url: link },
    closing: 'Your household’s money was not touched by this.',
  }),
  totp_added: ({ name, link }) => ({
    subject: 'Two-step sign-in is on',
    greeting: hello(name),
    paragraphs: [
      'An authenticator app was set up for your account. From now on, signing in with your password asks for its code too.',
      'Keep the backup codes that you were shown where you find them without your phone.',
    ],
    action: { label: 'Look at my security', url: link },
    closing: ACT_NOW,
  }),
  totp_removed: ({ name, link }) => ({
    subject: 'Your authenticator app was turned off',
    greeting: hello(name),
    paragraphs: ['Signing in to your account no longer asks for codes of your authenticator app.'],
    action: { label: 'Look at my security', url: link },
    closing: ACT_NOW,
  }),
  passkey_added: ({ name, link, passkey }) => ({
    subject: 'A passkey was added to your account',
    greeting: hello(name),
    paragraphs: [
      `The passkey “${passkey}” can sign in to your account from now on, and confirms your password as the second step.`,
    ],
    action: { label: 'Look at my passkeys', url: link },
    closing: ACT_NOW,
  }),
  api_key_made: ({ name, link, api_key, days }) => ({
    subject: 'An API key was made for your account',
    greeting: hello(name),
    paragraphs: [
      `The API key “${api_key}” lets a program use KinWise in your name for ${days === 1 ? 'one day' : `${days} days`}, as far as you allowed it.`,
    ],
    action: { label: 'Look at my API keys', url: link },
    closing: ACT_NOW,
  }),
  api_key_rotated: ({ name, link, api_key, hours }) => ({
    subject: 'An API key of your account was made anew',
    greeting: hello(name),
    paragraphs: [
      `The API key “${api_key}” has a new secret. ${
        hours === 0
          ? 'The old one opens nothing any more.'
          : `The old one opens something for ${hours === 1 ? 'one more hour' : `${hours} more hours`}.`
      }`,
    ],
    action: { label: 'Look at my API keys', url: link },
    closing: ACT_NOW,
  }),
  passkey_removed: ({ name, link, passkey }) => ({
    subject: 'A passkey was removed from your account',
    greeting: hello(name),
    paragraphs: [`The passkey “${passkey}” can no longer sign in to your account.`],
    action: { label: 'Look at my passkeys', url: link },
    closing: ACT_NOW,
  }),
  identity_linked: ({ name, link, provider, address }) => ({
    subject: `${provider} can sign in to your account now`,
    greeting: hello(name),
    paragraphs: [`Your account ${address} at ${provider} was linked, and signs in to KinWise from now on.`],
    action: { label: 'Look at how I sign in', url: link },
    closing: ACT_NOW,
  }),
  identity_removed: ({ name, link, provider, address }) => ({
    subject: `${provider} no longer signs in to your account`,
    greeting: hello(name),
    paragraphs: [`Your account ${address} at ${provider} was unlinked, and no longer signs in to KinWise.`],
    action: { label: 'Look at how I sign in', url: link },
    closing: ACT_NOW,
  }),
  passkey_copied: ({ name, link, passkey }) => ({
    subject: 'One of your passkeys was not accepted',
    greeting: hello(name),
    paragraphs: [
      `The passkey “${passkey}” counted backwards. That happens when somebody copied it, so that it was not accepted.`,
      'If you did not move or restore it yourself, remove it and add a new one.',
    ],
    action: { label: 'Look at my passkeys', url: link },
    closing: 'Your household’s money was not touched by this.',
  }),
  backup_codes_made: ({ name, link }) => ({
    subject: 'You have new backup codes',
    greeting: hello(name),
    paragraphs: [
      'A new set of backup codes was made for your account. The codes from before work no longer.',
    ],
    action: { label: 'Look at my security', url: link },
    closing: ACT_NOW,
  }),
  backup_code_used: ({ name, link, left }) => ({
    subject: 'A backup code was used',
    greeting: hello(name),
    paragraphs: [
      `Somebody, most likely you, used one of your backup codes. ${codesLeft(left)}`,
      'If your phone is lost, remove what was on it from your account.',
    ],
    action: { label: 'Look at my security', url: link },
    closing: ACT_NOW,
  }),
  codes_locked: ({ name, link, minutes }) => ({
    subject: 'Wrong codes were given for your account',
    greeting: hello(name),
    paragraphs: [
      `Somebody gave wrong codes for the second step several times. Codes are not looked at for ${duration(minutes)}; a passkey still works.`,
      'Only who knows your password, or sits at a device of yours, gets that far. If it was not you, set a new password now.',
    ],
    action: { label: 'Set a new password', url: link },
    closing: 'Devices that are signed in stay signed in until you set a new password.',
  }),
  new_device: ({ name, device, address, at, link }) => ({
    subject: 'New device',
    greeting: hello(name),
    paragraphs: [
      `Somebody signed in to your KinWise account on a device that was not used for it before: ${device || 'an unknown device'}, ${at}${address === '' ? '' : `, from the address ${address}`}.`,
      'If it was not you, end that session and change your password now.',
    ],
    action: { label: 'Look at my devices', url: link },
    closing: 'If it was you, there is nothing to do.',
  }),
};

function codesLeft(left: number): string {
  if (left === 0) return 'It was the last one: make a new set.';
  return left === 1 ? 'One is left: make a new set.' : `${left} are left.`;
}
