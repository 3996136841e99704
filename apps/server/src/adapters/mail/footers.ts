/** Why a letter came, and how to get no more like it, where that is possible. */
import { NATURES, topicOf } from '../../identity/letter-natures/letter-natures.ts';
import type { Letter } from '../../identity/letters/letters.ts';
import type { Office } from './letters.ts';

const SECURITY =
  'You get this mail because it is about the safety of your KinWise account or your data. Mails like this cannot be turned off.';
const ANSWER = 'You get this mail because of what was done with your KinWise account.';

/** Reasons that are nearer to the point than the class of the letter. */
const WHYS: { readonly [Kind in Letter['kind']]?: string } = {
  verify_email: 'You get this mail because somebody registered at KinWise with this address.',
  address_taken: 'You get this mail because somebody registered at KinWise with this address.',
  address_check: 'You get this mail because you asked whether mail reaches you.',
  email_change_taken: 'You get this mail because somebody wanted to use this address at KinWise.',
  mail_code: 'You get this mail because a code to sign in was asked for with this address.',
  password_reset: 'You get this mail because a new password was asked for with this address.',
  welcome: 'You get this mail once, because you confirmed your address.',
  now_in_charge: 'You get this mail because you are a member of this household.',
  account_erased: 'You get this mail because you asked to be erased.',
  many_denials: 'You get this mail because you are an admin of this household.',
  mass_export:
    'You get this mail because you are an admin of this household. It is about the safety of its data, so it cannot be turned off.',
  organisation_invitation:
    'You get this mail because somebody of an organisation entered your address to invite you.',
  invitation: 'You get this mail because a member of a household entered your address to invite you.',
};

const OFF = {
  household_alerts: 'No more mails like this',
  invitations: 'No more invitations from here',
} as const;

export function footerOf(
  letter: Letter,
  office: Office,
): { why: string; off?: { label: string; url: string } } {
  const why = WHYS[letter.kind] ?? (NATURES[letter.kind].class === 'security' ? SECURITY : ANSWER);
  const topic = topicOf(letter);
  if (topic === undefined || office.unsubscribe === undefined) return { why };
  return {
    why,
    off: { label: OFF[topic], url: `${office.publicUrl}/unsubscribe#token=${office.unsubscribe}` },
  };
}
