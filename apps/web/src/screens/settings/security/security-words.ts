import type { SecurityEntry } from '@kinwise/api-client/schema';
import { i18n } from '@lingui/core';
import {
  BellRing,
  KeyRound,
  type LucideIcon,
  LogIn,
  LogOut,
  MailCheck,
  ShieldAlert,
  UserRound,
} from 'lucide-react';
import { roleWord } from '../../../staff/role-words.ts';

/** What happened around one's account, in words. What nobody thought of is said by its own name. */
export function securityWords({ action, success, details }: SecurityEntry): string {
  const passkey = details['factor'] === 'passkey';
  const words: Readonly<Record<string, string>> = {
    'account.registered': i18n._('The account was made'),
    'account.changed': i18n._('Your profile was changed'),
    'account.locked': i18n._('Signing in was locked after wrong passwords'),
    'account.unlocked': i18n._('Signing in was unlocked'),
    'email.verified': i18n._('The address was confirmed'),
    'login.succeeded': i18n._('Signed in'),
    'login.failed':
      details['by'] === 'oidc'
        ? i18n._('A sign-in that the provider did not vouch for')
        : i18n._('A sign-in with a wrong password'),
    'login.refused': i18n._('A sign-in was refused, because it was locked'),
    'session.ended': i18n._('A session ended'),
    'refresh.reused': i18n._('A copied session was ended'),
    'password.changed': success
      ? i18n._('The password was changed')
      : i18n._('The password was to be changed, with a wrong present one'),
    'password.reset_asked': i18n._('A link for a new password was asked for'),
    'password.reset': i18n._('A new password was set by mail'),
    'password.breached': i18n._('The password was found in a list of stolen ones'),
    'password.due': i18n._('A sign-in that asked for a new password'),
    'password.required': i18n._('A new password is asked for at the next sign-in'),
    'factor.begun': i18n._('A second factor was about to be set up'),
    'factor.added': passkey ? i18n._('A passkey was added') : i18n._('The authenticator app was set up'),
    'factor.removed': passkey
      ? i18n._('A passkey was removed')
      : i18n._('The authenticator app was turned off'),
    'factor.failed': passkey
      ? i18n._('A passkey was not accepted')
      : i18n._('A wrong code was given for the second step'),
    'factor.refused': i18n._('A code was not looked at, because codes were locked'),
    'factor.locked': i18n._('Codes were locked after wrong ones'),
    'backup_codes.made': i18n._('New backup codes were made'),
    'backup_code.used': i18n._('A backup code was used'),
    'passkey.renamed': i18n._('A passkey was renamed'),
    'passkey.copied': i18n._('A passkey counted backwards, as a copy does'),
    ...ofAddress(),
    ...ofCodes(),
    'step_up.passed': i18n._('Confirmed that it is you'),
    'step_up.failed': i18n._('A wrong password was given to confirm'),
    'identity.linked': i18n._('An account elsewhere was linked'),
    'identity.removed': i18n._('A linked account was unlinked'),
    ...ofSessions(),
    ...ofChildren(),
    ...ofPrivacy(),
    ...ofStaff(details),
    ...ofOrganisations(details),
    ...ofAlerts(details),
  };
  return words[action] ?? action.replaceAll('_', ' ').replace('.', ': ');
}

function ofAlerts(details: SecurityEntry['details']): Readonly<Record<string, string>> {
  const device = typeof details['device'] === 'string' ? details['device'] : '';
  return {
    'alert.new_device': device
      ? i18n._('Signed in on a new device: {device}', { device })
      : i18n._('Signed in on a new device'),
    'alert.many_failures': i18n._('Many sign-ins failed from one place'),
    'alert.session_copied': i18n._('Somebody used a copy of one of your sessions'),
    'alert.many_denials': i18n._('You tried many things that your role does not allow'),
    'alert.error_rate': i18n._('Many calls failed on the server'),
    'alert.password_spraying': i18n._('Passwords of many people were tried from one place'),
    'alert.distributed_guessing': i18n._('Your password was tried from many places'),
    'alert.registration_burst': i18n._('Many accounts were made from one place'),
    'alert.repeated_locks': i18n._('Signing in was locked three times within a day'),
    'alert.mass_export': i18n._('A lot of data was exported'),
  };
}

/** What carries a sign-in besides passwords: mailed codes, and keys of programs; and what was refused before that. */
function ofCodes(): Readonly<Record<string, string>> {
  return {
    'limit.hit': i18n._('Too many tries, some were refused'),
    'request.refused': i18n._('A call from another website was refused'),
    'household.not_found': i18n._('A household was asked for that is not yours, or not there'),
    'object.not_found': i18n._('Something was asked for that is not there'),
    'upload.infected': i18n._('A file was refused in which the virus scanner found something'),
    'input.refused': i18n._('A call was refused that the app does not make'),
    'code.asked': i18n._('A code to sign in was mailed'),
    'code.failed': i18n._('A wrong mailed code was given'),
    'code.refused': i18n._('A mailed code was not looked at, because codes were locked'),
    'code.locked': i18n._('Mailed codes were locked after wrong ones'),
    'api_key.rotated': i18n._('An API key was made anew'),
    'api_key.made': i18n._('An API key was made'),
    'api_key.changed': i18n._('An API key was renamed or given another end'),
    'api_key.revoked': i18n._('An API key was revoked'),
    'api_key.refused': i18n._('An API key was used for what it may not do, or without a good signature'),
  };
}

function ofAddress(): Readonly<Record<string, string>> {
  return {
    'email.change_asked': i18n._('Another address was asked for'),
    'email.change_cancelled': i18n._('The change of the address was called off'),
    'email.changed': i18n._('The address was changed'),
    'email.change_undone': i18n._('A change of the address was undone from the old mailbox'),
  };
}

function ofPrivacy(): Readonly<Record<string, string>> {
  return {
    'document.accepted': i18n._('Terms or privacy policy were accepted'),
    'consent.given': i18n._('A consent was given'),
    'consent.withdrawn': i18n._('A consent was withdrawn'),
    'export.asked': i18n._('A copy of your data was asked for'),
    'export.made': i18n._('A copy of your data was made'),
    'export.fetched': i18n._('The copy of your data was fetched'),
    'deletion.asked': i18n._('Your account was asked to be deleted'),
    'deletion.cancelled': i18n._('The deletion of your account was called off'),
  };
}

function ofStaff(details: SecurityEntry['details']): Readonly<Record<string, string>> {
  const role = typeof details['role'] === 'string' ? details['role'] : '';
  return {
    'staff.acted': i18n._('You acted as {role} of the staff', { role: roleWord(role) }),
    'staff.locked_account': i18n._('The people who run this KinWise locked the account'),
    'staff.removed_factors': i18n._(
      'The people who run this KinWise took the second factors away and ended all sessions',
    ),
    'staff.unlocked_account': i18n._('The people who run this KinWise unlocked the account'),
    'staff.ended_sessions': i18n._('The people who run this KinWise signed you out everywhere'),
    'staff.required_password': i18n._('The people who run this KinWise asked for a new password'),
    'staff.gave_tier': i18n._('The people who run this KinWise changed how many calls you may make'),
    'staff.role_given': i18n._('You were given a staff role'),
    'staff.role_taken': i18n._('Your staff role was taken'),
  };
}

/** What was done stands in the details; an organisation's name does not, because it may be gone. */
function ofOrganisations(details: SecurityEntry['details']): Readonly<Record<string, string>> {
  const done: Readonly<Record<string, string>> = {
    made: i18n._('You made an organisation'),
    changed: i18n._('You changed an organisation'),
    closed: i18n._('You closed an organisation'),
    'handed over': i18n._('You handed an organisation over'),
    'taken over': i18n._('An organisation was handed over to you'),
    invited: i18n._('You invited somebody to an organisation'),
    'invitation taken back': i18n._('You took an invitation to an organisation back'),
    joined: i18n._('You accepted an invitation of an organisation'),
    left: i18n._('You stopped administering an organisation'),
    removed: i18n._('You were removed from the administrators of an organisation'),
    'administrator removed': i18n._('You removed an administrator of an organisation'),
    'household made': i18n._('You made a household under an organisation'),
    'household removed': i18n._('You removed a household from an organisation'),
    'asked for room': i18n._('You asked for another size of an organisation'),
    'organisation.tier_set': i18n._(
      'The people who run this KinWise set how many households your organisation has room for',
    ),
  };
  const what = typeof details['what'] === 'string' ? details['what'] : '';
  return { 'organisation.changed': done[what] ?? i18n._('Something about an organisation was changed') };
}

export function securityIcon({ action, kind, success }: SecurityEntry): LucideIcon {
  if (kind === 'alert') return BellRing;
  if (!success) return ShieldAlert;
  if (action.startsWith('login.')) return LogIn;
  if (action === 'session.ended') return LogOut;
  if (action.startsWith('email.')) return MailCheck;
  return action.startsWith('account.') ? UserRound : KeyRound;
}

function ofChildren(): Readonly<Record<string, string>> {
  return {
    'child.added': i18n._('You made a place for a child'),
    'child.link_made': i18n._('You made a device link for a child'),
    'child.link_ended': i18n._('You took a child’s device link back'),
    'child.pin_set': i18n._('You set a child’s PIN'),
    'child.pin_removed': i18n._('You took a child’s PIN away'),
    'child.pin_failed': i18n._('A wrong PIN'),
    'child.pin_locked': i18n._('The PIN was locked after wrong ones'),
    'child.pin_unlocked': i18n._('You unlocked a child’s PIN'),
    'child.sessions_ended': i18n._('You signed a child out'),
    'child.growing_up': i18n._('You offered a child its account'),
    'child.grown_up': i18n._('The account was taken over from the guardians'),
    'family_device.added': i18n._('You made a family device'),
    'family_device.removed': i18n._('You removed a family device'),
    'family_device.unlocked': i18n._('You unlocked a family device'),
  };
}

function ofSessions(): Readonly<Record<string, string>> {
  return {
    'session.app_lock_on': i18n._('A device locks the app'),
    'session.app_lock_off': i18n._('A device no longer locks the app'),
    'session.renamed': i18n._('A device was given another name'),
    'session.risky': i18n._('A session suddenly looked different'),
    'alert.session_risky': i18n._('A session went on in another browser and network'),
  };
}
