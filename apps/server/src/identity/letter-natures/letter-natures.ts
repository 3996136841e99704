/** What kind of letter each is: whether it always leaves, can be turned off, and how long it is of use. */
import type { Letter } from '../letters/letters.ts';
import type { MailTopic } from '../mail-addresses/mail-addresses.ts';

type Of<Kind extends Letter['kind']> = Letter extends infer One
  ? One extends { kind: infer Known }
    ? Kind extends Known
      ? One
      : never
    : never
  : never;

/**
 * What kind of letter each is. `security` and `transactional` letters always leave, at once: they are about somebody's
 * safety, or the answer to what somebody did just now. `news` always leaves, but can wait until its reader's quiet hours are
 * over; `convenience` waits as well, and can be turned off, by its topic. What `expires` says in `good_until` from
 * when on it would only mislead; it does not leave after that.
 */
type Nature<Kind extends Letter['kind']> = {
  readonly expires: Of<Kind> extends { readonly good_until: string } ? true : false;
} & (
  | { readonly class: 'security' | 'transactional' | 'news' }
  | { readonly class: 'convenience'; readonly topic: MailTopic }
);

const SECURITY = { class: 'security', expires: false } as const;
const TRANSACTIONAL = { class: 'transactional', expires: false } as const;
const WHILE_GOOD = { class: 'transactional', expires: true } as const;

export const NATURES: { readonly [Kind in Letter['kind']]: Nature<Kind> } = {
  verify_email: WHILE_GOOD,
  address_check: WHILE_GOOD,
  address_taken: SECURITY,
  welcome: TRANSACTIONAL,
  password_reset: { class: 'security', expires: true },
  password_changed: SECURITY,
  account_locked: { class: 'security', expires: true },
  mail_code: { class: 'security', expires: true },
  mail_codes_locked: SECURITY,
  password_breached: SECURITY,
  // What they link to ends as well, but what they tell stays worth knowing.
  email_change_asked: SECURITY,
  email_changed: SECURITY,
  email_restored: SECURITY,
  email_change_confirm: { class: 'security', expires: true },
  email_change_taken: SECURITY,
  email_taken_back: SECURITY,
  session_copied: SECURITY,
  session_risky: SECURITY,
  child_signed_in: SECURITY,
  child_pin_locked: SECURITY,
  child_session_risky: SECURITY,
  child_session_copied: SECURITY,
  family_device_added: SECURITY,
  growing_up: SECURITY,
  grown_up: SECURITY,
  child_erasure: SECURITY,
  totp_added: SECURITY,
  totp_removed: SECURITY,
  passkey_added: SECURITY,
  passkey_removed: SECURITY,
  passkey_copied: SECURITY,
  api_key_made: SECURITY,
  api_key_rotated: SECURITY,
  identity_linked: SECURITY,
  identity_removed: SECURITY,
  backup_codes_made: SECURITY,
  backup_code_used: SECURITY,
  codes_locked: SECURITY,
  new_device: SECURITY,
  export_ready: { class: 'security', expires: true },
  deletion_asked: SECURITY,
  deletion_cancelled: SECURITY,
  account_erased: TRANSACTIONAL,
  // Somebody else's account has gone: nobody has to do anything about it in the night.
  now_in_charge: { class: 'news', expires: false },
  // What others may do with one's account, and look at, is never kept from its owner.
  staff_locked: SECURITY,
  staff_unlocked: SECURITY,
  staff_signed_out: SECURITY,
  staff_password: SECURITY,
  staff_tier: TRANSACTIONAL,
  staff_role: SECURITY,
  staff_looks: SECURITY,
  organisation_invitation: { class: 'convenience', topic: 'invitations', expires: true },
  // Data has left the household: whoever did it with an admin's session could otherwise turn off the alarm first.
  mass_export: SECURITY,
  // All of it was refused, so nothing has happened yet; the activity shows it as well.
  many_denials: { class: 'convenience', topic: 'household_alerts', expires: false },
  // Its reader asked for nothing and may be no user at all.
  invitation: { class: 'convenience', topic: 'invitations', expires: true },
};

/** Of a letter that can be turned off, by which topic. */
export function topicOf(letter: Letter): MailTopic | undefined {
  const nature: { readonly class: string; readonly topic?: MailTopic } = NATURES[letter.kind];
  return nature.topic;
}

/** Whether it can wait while its reader wants quiet. */
export function canWait(letter: Letter): boolean {
  const nature: { readonly class: string } = NATURES[letter.kind];
  return nature.class === 'convenience' || nature.class === 'news';
}

/** From when on it is of no use any more. */
export function goodUntilOf(letter: Letter): string | undefined {
  return 'good_until' in letter ? letter.good_until : undefined;
}
