import type { Me, Preferences } from './me-types.ts';
import type { List, OnOne, Operation } from './path-shapes.ts';
import type { Household, Invitation, Membership } from './types.ts';

export type LoginAnswer = {
  access_token: string;
  expires_in: number;
  csrf_token?: string;
  token_type: 'Bearer';
  user: Me;
  mfa_required: boolean;
};

export type Session = {
  id: string;
  device_name: string | null;
  browser: string | null;
  os: string | null;
  ip: string | null;
  created_at: string;
  last_seen_at: string;
  expires_at: string;
  current: boolean;
};

export type RegisterBody = {
  email: string;
  username?: string;
  password: string;
  password_confirm: string;
  first_name: string;
  last_name?: string;
  terms_accepted: true;
  privacy_policy_accepted: true;
  locale?: string;
  timezone?: string;
  invitation_token?: string;
};

export type PasswordStrength = {
  score: number;
  acceptable: boolean;
  problems: { code: string; message: string }[];
};

export type InvitationByToken = {
  household_name: string;
  inviter_name: string;
  role: string;
  expires_at: string;
  email_hint: string | null;
  message?: string;
};

export type HouseholdBody = Pick<Household, 'name' | 'type' | 'currency' | 'time_zone' | 'pay_cycle'> & {
  id?: string;
};

type Message = { message: string; email?: string };
export type MeChange = {
  first_name?: string;
  last_name?: string;
  username?: string;
  locale?: string;
  timezone?: string;
  preferences?: Partial<Preferences>;
};

/** Signing in, people and households. */
export type PeoplePaths = {
  '/auth/register/': { post: Operation<Message, RegisterBody> };
  '/auth/login/': {
    post: Operation<
      LoginAnswer,
      { email_or_username: string; password: string; remember_me?: boolean; device_name?: string }
    >;
  };
  '/auth/email/verify/': { post: Operation<{ exchange_token: string }, { token: string }> };
  '/auth/email/resend/': { post: Operation<Message, { email: string }> };
  '/auth/exchange-token/': { post: Operation<LoginAnswer, { exchange_token: string }> };
  '/auth/password/reset/': { post: Operation<Message, { email: string }> };
  '/auth/password/reset/confirm/': {
    post: Operation<Message, { token: string; new_password: string; new_password_confirm: string }>;
  };
  '/auth/password/change/': {
    post: Operation<unknown, { old_password: string; new_password: string; new_password_confirm: string }>;
  };
  '/auth/password/strength/': {
    post: Operation<PasswordStrength, { password: string; email?: string; first_name?: string }>;
  };
  '/auth/unlock/': { post: Operation<unknown, { token: string }> };
  '/auth/lockout-status/': {
    get: Operation<{ locked: boolean; locked_until: string | null }, never, { email_or_username: string }>;
  };
  '/auth/sessions/': { get: Operation<{ results: Session[] }> };
  '/auth/sessions/{id}/': { delete: OnOne<unknown> };
  '/auth/sessions/terminate-all/': { post: Operation<{ ended: number }> };
  '/users/me/': { get: Operation<Me>; patch: Operation<Me, MeChange> };
  '/users/me/preferences/': {
    get: Operation<Preferences>;
    patch: Operation<Preferences, Partial<Preferences>>;
  };
  '/dev/status/': { get: Operation<{ demo: boolean; dev_login: boolean; mailbox: boolean }> };
  '/dev/demo-login/': { post: Operation<LoginAnswer, { member: string }> };

  '/households/': { get: Operation<List<Household>>; post: Operation<Household, HouseholdBody> };
  '/households/{id}/': {
    get: OnOne<Household>;
    patch: OnOne<Household, Partial<HouseholdBody>>;
    delete: OnOne<unknown, never, { confirm: string }>;
  };
  '/households/{id}/members/': { get: OnOne<{ results: Membership[] }> };
  '/households/{id}/invitations/': {
    get: OnOne<{ results: Invitation[] }>;
    post: OnOne<Invitation, { email?: string; role: string; expires_in_days?: number; message?: string }>;
  };
  '/households/{id}/set-primary/': { post: OnOne<unknown> };
  '/households/{id}/leave/': { post: OnOne<unknown> };
  '/households/{id}/transfer-ownership/': {
    post: OnOne<Household, { membership_id: string; my_role?: string }>;
  };
  '/memberships/{id}/': { patch: OnOne<Membership, { role: string }> };
  '/memberships/{id}/deactivate/': { post: OnOne<unknown> };
  '/invitations/{id}/resend/': { post: OnOne<Invitation, { expires_in_days?: number }> };
  '/invitations/{id}/revoke/': { post: OnOne<unknown> };
  '/invitations/by-token/{token}/': { get: OnOne<InvitationByToken, never, never, 'token'> };
  '/invitations/by-token/{token}/accept/': { post: OnOne<Household, never, never, 'token'> };
};
