import type { StaffRole } from '@kinwise/core/staff';

/** Every letter that is ever sent, with what it tells. Links begin with `ground.publicUrl()` and nothing else. */
export type Letter =
  | {
      readonly kind: 'verify_email';
      readonly name: string;
      readonly link: string;
      readonly minutes: number;
      readonly good_until: string;
    }
  | { readonly kind: 'address_taken'; readonly name: string; readonly link: string }
  | { readonly kind: 'welcome'; readonly name: string; readonly link: string }
  | {
      readonly kind: 'password_reset';
      readonly name: string;
      readonly link: string;
      readonly minutes: number;
      readonly good_until: string;
    }
  | { readonly kind: 'password_changed'; readonly name: string; readonly link: string }
  | {
      readonly kind: 'account_locked';
      readonly name: string;
      readonly link: string;
      readonly minutes: number;
      readonly good_until: string;
    }
  | {
      readonly kind: 'mail_code';
      readonly name: string;
      readonly link: string;
      readonly code: string;
      readonly minutes: number;
      readonly good_until: string;
    }
  | {
      readonly kind: 'mail_codes_locked';
      readonly name: string;
      readonly link: string;
      readonly minutes: number;
    }
  | { readonly kind: 'password_breached'; readonly name: string; readonly link: string }
  | {
      readonly kind: 'email_change_asked' | 'email_restored';
      readonly name: string;
      readonly link: string;
      readonly new_email: string;
    }
  | {
      readonly kind: 'email_changed';
      readonly name: string;
      readonly link: string;
      readonly new_email: string;
      readonly days: number;
    }
  | {
      readonly kind: 'email_change_confirm';
      readonly name: string;
      readonly link: string;
      readonly new_email: string;
      readonly minutes: number;
      readonly good_until: string;
    }
  | { readonly kind: 'email_change_taken'; readonly name: string; readonly link: string }
  | { readonly kind: 'email_taken_back'; readonly name: string; readonly link: string }
  | { readonly kind: 'session_copied'; readonly name: string; readonly link: string }
  | {
      readonly kind: 'session_risky';
      readonly name: string;
      readonly link: string;
      readonly device: string;
      readonly address: string;
    }
  | { readonly kind: 'totp_added'; readonly name: string; readonly link: string }
  | { readonly kind: 'totp_removed'; readonly name: string; readonly link: string }
  | { readonly kind: 'passkey_added'; readonly name: string; readonly link: string; readonly passkey: string }
  | {
      readonly kind: 'passkey_removed';
      readonly name: string;
      readonly link: string;
      readonly passkey: string;
    }
  | {
      readonly kind: 'passkey_copied';
      readonly name: string;
      readonly link: string;
      readonly passkey: string;
    }
  | {
      readonly kind: 'api_key_rotated';
      readonly name: string;
      readonly link: string;
      readonly api_key: string;
      /** How long the old secret opens something still. */
      readonly hours: number;
    }
  | {
      readonly kind: 'api_key_made';
      readonly name: string;
      readonly link: string;
      readonly api_key: string;
      readonly days: number;
    }
  | {
      readonly kind: 'identity_linked' | 'identity_removed';
      readonly name: string;
      readonly link: string;
      /** What the provider is called, and the address there. */
      readonly provider: string;
      readonly address: string;
    }
  | {
      readonly kind: 'staff_locked' | 'staff_unlocked' | 'staff_signed_out' | 'staff_password';
      readonly name: string;
      readonly link: string;
      readonly reason: string;
    }
  | {
      readonly kind: 'staff_tier';
      readonly name: string;
      readonly link: string;
      readonly reason: string;
      readonly tier: string;
      /** Calls in a minute. */
      readonly calls: number;
    }
  | {
      readonly kind: 'staff_role';
      readonly name: string;
      readonly link: string;
      /** Undefined where it was taken. */
      readonly role: StaffRole | undefined;
    }
  | {
      readonly kind: 'organisation_invitation';
      readonly inviter_name: string;
      readonly organisation_name: string;
      readonly as: 'administrator' | 'household';
      readonly link: string;
      readonly days: number;
      readonly good_until: string;
    }
  | {
      readonly kind: 'staff_looks';
      readonly name: string;
      readonly link: string;
      readonly household_name: string;
      readonly staff_name: string;
      readonly role: string;
      readonly reason: string;
      readonly until: string;
    }
  | { readonly kind: 'backup_codes_made'; readonly name: string; readonly link: string }
  | { readonly kind: 'backup_code_used'; readonly name: string; readonly link: string; readonly left: number }
  | { readonly kind: 'codes_locked'; readonly name: string; readonly link: string; readonly minutes: number }
  | {
      readonly kind: 'export_ready';
      readonly name: string;
      readonly link: string;
      readonly hours: number;
      readonly good_until: string;
    }
  | {
      readonly kind: 'address_check';
      readonly name: string;
      readonly link: string;
      readonly good_until: string;
    }
  | {
      readonly kind: 'deletion_asked';
      readonly name: string;
      readonly link: string;
      readonly days: number;
      /** The households that go as well. */
      readonly households: readonly string[];
    }
  | {
      readonly kind: 'child_signed_in';
      readonly name: string;
      readonly link: string;
      readonly child_name: string;
      readonly device: string;
    }
  | {
      readonly kind: 'child_pin_locked';
      readonly name: string;
      readonly link: string;
      readonly child_name: string;
      readonly device: string;
    }
  | {
      readonly kind: 'child_session_risky' | 'child_session_copied';
      readonly name: string;
      readonly link: string;
      readonly child_name: string;
      readonly device: string;
      readonly address: string;
    }
  | {
      readonly kind: 'family_device_added';
      readonly name: string;
      readonly link: string;
      readonly device: string;
      readonly by: string;
    }
  | {
      readonly kind: 'growing_up';
      readonly name: string;
      readonly link: string;
      readonly guardian_name: string;
      readonly days: number;
    }
  | {
      readonly kind: 'grown_up';
      readonly name: string;
      readonly link: string;
      readonly child_name: string;
    }
  | {
      readonly kind: 'child_erasure';
      readonly name: string;
      readonly link: string;
      readonly child_name: string;
      /** Which of the guardians asked for it. */
      readonly by: string;
      readonly days: number;
    }
  | { readonly kind: 'deletion_cancelled'; readonly name: string; readonly link: string }
  | { readonly kind: 'account_erased'; readonly name: string; readonly link: string }
  | {
      readonly kind: 'now_in_charge';
      readonly name: string;
      readonly link: string;
      readonly household_name: string;
    }
  | {
      readonly kind: 'new_device';
      readonly name: string;
      readonly device: string;
      readonly address: string;
      readonly at: string;
      readonly link: string;
    }
  | {
      readonly kind: 'many_denials' | 'mass_export';
      readonly name: string;
      readonly household_name: string;
      readonly member_name: string;
      readonly count: number;
      readonly link: string;
    }
  | {
      readonly kind: 'invitation';
      readonly inviter_name: string;
      readonly household_name: string;
      readonly message: string;
      readonly link: string;
      readonly days: number;
      readonly good_until: string;
    };
