/** One letter of every kind, as somebody might get it: for looking at, at /dev/mail/kinds, and for the test of how they look. */
import type { Letter } from '../../identity/letters/letters.ts';

type Of<Kind extends Letter['kind']> = Letter extends infer One
  ? One extends { kind: infer Known }
    ? Kind extends Known
      ? One
      : never
    : never
  : never;
type Samples = { readonly [Kind in Letter['kind']]: Omit<Of<Kind>, 'kind'> };

const TOKEN = 'q7Yw2mZ5nT8bK1cV4xL9dF6gH3jS0pRaUeIoWqEzXtM';

/** The letter of each kind; a new kind does not compile without its sample. */
export function samples(publicUrl: string): Letter[] {
  const name = 'Mere';
  const good_until = '2026-11-23T02:30:00.000Z';
  const to = (path: string): { name: string; link: string } => ({ name, link: `${publicUrl}${path}` });
  const security = to('/settings/security');
  const household = { household_name: 'Whānau Ngata-Te Rangihīroa', member_name: 'Tama Ngata' };
  const all: Samples = {
    verify_email: { ...to(`/verify-email?token=${TOKEN}`), minutes: 1440, good_until },
    address_check: { ...to(`/mail-works?token=${TOKEN}`), good_until },
    address_taken: to('/login'),
    welcome: to('/'),
    password_reset: { ...to(`/reset-password?token=${TOKEN}`), minutes: 60, good_until },
    password_changed: to('/forgot-password'),
    account_locked: { ...to(`/unlock?token=${TOKEN}`), minutes: 30, good_until },
    ...ofSigningIn(to, good_until),
    ...ofStaff(to, good_until),
    session_copied: security,
    session_risky: { ...security, device: 'Safari on iOS', address: '192.0.2.7' },
    ...ofChildren(to),
    totp_added: security,
    totp_removed: security,
    passkey_added: { ...security, passkey: 'Mere’s phone' },
    passkey_removed: { ...security, passkey: 'Mere’s phone' },
    passkey_copied: { ...security, passkey: 'Mere’s phone' },
    api_key_rotated: { ...security, api_key: 'Sheet of the flat', hours: 1 },
    api_key_made: { ...security, api_key: 'Sheet of the flat', days: 90 },
    identity_linked: { ...security, provider: 'Google', address: 'mere.ngata@example.org' },
    identity_removed: { ...security, provider: 'Google', address: 'mere.ngata@example.org' },
    backup_codes_made: security,
    backup_code_used: { ...security, left: 3 },
    codes_locked: { ...to('/forgot-password'), minutes: 30 },
    export_ready: { ...to('/settings/privacy'), hours: 24, good_until },
    deletion_asked: { ...to('/login'), days: 30, households: ['Mere alone', 'The bach'] },
    deletion_cancelled: to('/'),
    account_erased: to('/privacy'),
    now_in_charge: { ...to('/household'), household_name: household.household_name },
    new_device: {
      ...security,
      device: 'Firefox on Linux',
      address: '203.0.113.7',
      at: 'Sunday, 22 November 2026 at 3:30 pm',
    },
    many_denials: { ...to('/household/activity'), ...household, count: 12 },
    mass_export: { ...to('/household/activity'), ...household, count: 5 },
    invitation: {
      inviter_name: 'Mere Ngata',
      household_name: household.household_name,
      message: 'Kia ora! Come and see where the power bill goes.',
      link: `${publicUrl}/invitation?token=${TOKEN}`,
      days: 7,
      good_until,
    },
  };
  return Object.entries(all).map(([kind, letter]) => ({ kind, ...letter }) as Letter);
}

type Named = (path: string) => { name: string; link: string };

function ofChildren(to: Named) {
  const child = { ...to('/household/children'), child_name: 'Manaia', device: 'Kitchen tablet' };
  const stolen = { ...child, device: 'Safari on iOS', address: '192.0.2.7' };
  return {
    child_signed_in: child,
    child_pin_locked: child,
    child_session_risky: stolen,
    child_session_copied: stolen,
    family_device_added: { ...to('/household/children'), device: 'Kitchen tablet', by: 'Tama Ngata' },
    growing_up: { ...to(`/grow-up?token=${TOKEN}`), guardian_name: 'Tama Ngata', days: 7 },
    grown_up: { ...to('/household'), child_name: 'Manaia' },
    child_erasure: { ...to('/household/children'), child_name: 'Manaia', by: 'Tama Ngata', days: 30 },
  };
}

function ofSigningIn(to: Named, good_until: string) {
  const security = to('/settings/security');
  return {
    mail_code: { ...to('/sign-in'), code: '402 917', minutes: 10, good_until },
    mail_codes_locked: { ...security, minutes: 30 },
    password_breached: security,
    email_change_asked: { ...to(`/undo-email?token=${TOKEN}`), new_email: 'mere@example.net' },
    email_change_confirm: {
      ...to(`/confirm-email?token=${TOKEN}`),
      new_email: 'mere@example.net',
      minutes: 1440,
      good_until,
    },
    email_change_taken: to('/sign-in'),
    email_changed: { ...to(`/undo-email?token=${TOKEN}`), new_email: 'mere@example.net', days: 7 },
    email_restored: { ...to(`/reset-password?token=${TOKEN}`), new_email: 'mere@example.net' },
    email_taken_back: to('/forgot-password'),
  } satisfies Partial<Samples>;
}

function ofStaff(to: Named, good_until: string) {
  const told = { ...to('/settings/security'), reason: 'Somebody at your address asked us to.' };
  return {
    staff_locked: told,
    staff_unlocked: told,
    staff_signed_out: told,
    staff_password: told,
    staff_tier: { ...told, tier: 'premium', calls: 1000 },
    staff_role: { ...to('/admin/'), role: 'editor' },
    staff_looks: {
      ...told,
      household_name: 'Whānau Ngata-Te Rangihīroa',
      staff_name: 'Hemi Walker',
      role: 'editor',
      until: 'Sunday, 22 November 2026 at 4:30 pm',
    },
    organisation_invitation: {
      inviter_name: 'Hemi Walker',
      organisation_name: 'Budget advice Te Tai Tokerau',
      as: 'household',
      link: to('/organisation-invitation?token=x').link,
      days: 7,
      good_until,
    },
  } satisfies Partial<Samples>;
}
