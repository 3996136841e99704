/** Letters to people. They leave after the commit, by a job, and are sealed while they wait: their links are keys. */
import { newId } from '@kinwise/core/ids';
import type { OpenContext } from '../../platform/context.ts';
import { sealed } from '../../platform/encryption.ts';

/** Every letter that is ever sent, with what it tells. Links begin with `ground.publicUrl()` and nothing else. */
export type Letter =
  | { readonly kind: 'verify_email'; readonly name: string; readonly link: string }
  | { readonly kind: 'address_taken'; readonly name: string; readonly link: string }
  | { readonly kind: 'welcome'; readonly name: string; readonly link: string }
  | { readonly kind: 'password_reset'; readonly name: string; readonly link: string }
  | { readonly kind: 'password_changed'; readonly name: string; readonly link: string }
  | {
      readonly kind: 'account_locked';
      readonly name: string;
      readonly link: string;
      readonly minutes: number;
    }
  | { readonly kind: 'session_copied'; readonly name: string; readonly link: string }
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
  | { readonly kind: 'backup_codes_made'; readonly name: string; readonly link: string }
  | { readonly kind: 'backup_code_used'; readonly name: string; readonly link: string; readonly left: number }
  | { readonly kind: 'codes_locked'; readonly name: string; readonly link: string; readonly minutes: number }
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
    };

export type Post = { readonly to: string; readonly locale: string; readonly letter: Letter };

/** Queues a letter: it leaves if and only if this transaction commits. */
export function sendLetter(ctx: OpenContext, post: Post): void {
  ctx.enqueue({
    job: 'letters.send',
    payload: { effect: newId(), sealed: sealed(ctx.ground, JSON.stringify(post)) },
  });
}
