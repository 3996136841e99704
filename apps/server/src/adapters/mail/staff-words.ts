/** What the letters of staff and organisations say. */
import type { Letter } from '../../identity/letters/letters.ts';
import { hello } from './parts.ts';
import type { WordsOf } from './words.ts';

type Own =
  | 'organisation_invitation'
  | 'staff_locked'
  | 'staff_unlocked'
  | 'staff_signed_out'
  | 'staff_password'
  | 'staff_tier'
  | 'staff_role'
  | 'staff_looks';

const SEEN = 'You find this in the history under Settings, Security, as well.';

export const STAFF_EN = {
  organisation_invitation: ({ inviter_name, organisation_name, as, link, days }) => ({
    subject: `${inviter_name} invites you to ${organisation_name}`,
    greeting: 'Kia ora,',
    paragraphs:
      as === 'administrator'
        ? [`${inviter_name} asks you to be an administrator of “${organisation_name}” on KinWise.`]
        : [
            `${inviter_name} asks your household to join “${organisation_name}” on KinWise.`,
            'You choose what the organisation sees: nothing, totals, or totals by category. It never sees single entries, and you can leave at any time.',
          ],
    action: { label: 'Look at the invitation', url: link },
    closing: `The link works for ${days} days, and once. If you know nothing of it, leave this mail alone.`,
  }),
  staff_locked: ({ name, link, reason }) => ({
    subject: 'Your account was locked by the people who run this KinWise',
    greeting: hello(name),
    paragraphs: [
      'They have locked your account. You are signed out everywhere, and your API keys rest. Nothing is lost.',
      `Their reason: ${reason}`,
      'Answer to whoever runs this KinWise; they can unlock it.',
    ],
    action: { label: 'Who runs this KinWise', url: link },
    closing: 'You hear from us when it is unlocked.',
  }),
  staff_unlocked: ({ name, link, reason }) => ({
    subject: 'Your account is unlocked',
    greeting: hello(name),
    paragraphs: [
      'The people who run this KinWise have unlocked your account. You can sign in again.',
      `Their reason: ${reason}`,
    ],
    action: { label: 'Sign in', url: link },
    closing: SEEN,
  }),
  staff_signed_out: ({ name, link, reason }) => ({
    subject: 'You were signed out everywhere',
    greeting: hello(name),
    paragraphs: [
      'The people who run this KinWise have ended all your sessions. You can sign in again at once.',
      `Their reason: ${reason}`,
    ],
    action: { label: 'Sign in', url: link },
    closing: SEEN,
  }),
  staff_password: ({ name, link, reason }) => ({
    subject: 'Choose a new password at your next sign-in',
    greeting: hello(name),
    paragraphs: [
      'The people who run this KinWise ask you for a new password. You choose it the next time you sign in, before anything else.',
      `Their reason: ${reason}`,
    ],
    action: { label: 'Sign in', url: link },
    closing: SEEN,
  }),
  staff_tier: ({ name, link, reason, tier, calls }) => ({
    subject: tier === 'premium' ? 'Your account is premium now' : 'Your account is a standard one again',
    greeting: hello(name),
    paragraphs: [
      `The people who run this KinWise have changed how much your programs may ask of it: ${calls} calls a minute.`,
      `Their reason: ${reason}`,
    ],
    action: { label: 'Open KinWise', url: link },
    closing: SEEN,
  }),
  staff_role: ({ name, link, role }) => ({
    subject: role === undefined ? 'You are no longer staff' : `You are ${role} of this KinWise now`,
    greeting: hello(name),
    paragraphs:
      role === undefined
        ? ['Your role among the people who run this KinWise was taken. Your own account stays as it is.']
        : [
            `You have the staff role ${role} now. Staff need a second factor: without one the staff portal stays closed.`,
            'Staff are signed out after 15 minutes without doing anything, on every device.',
          ],
    action: { label: role === undefined ? 'Open KinWise' : 'Open the staff portal', url: link },
    closing: SEEN,
  }),
  staff_looks: ({ name, link, household_name, staff_name, role, reason, until }) => ({
    subject: `Somebody who runs this KinWise may look into ${household_name}`,
    greeting: hello(name),
    paragraphs: [
      `${staff_name} (${role}) can read “${household_name}” until ${until}. They can change nothing, and do not see private accounts.`,
      `Their reason: ${reason}`,
      'Everything they open is written down for you. You can end it at any time.',
    ],
    action: { label: 'See it, or end it now', url: link },
    closing: 'If you did not expect this, end it and ask whoever runs this KinWise.',
  }),
} satisfies Pick<Required<WordsOf>, Own & Letter['kind']>;
