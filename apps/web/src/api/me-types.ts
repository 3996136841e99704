import type { Household } from './types.ts';

/** The person who is signed in. */
export type Preferences = { theme: 'system' | 'light' | 'dark'; density: string; language: string };

export type Me = {
  id: string;
  email: string;
  username?: string | null;
  first_name: string;
  last_name?: string | null;
  display_name: string;
  locale: string;
  timezone: string;
  email_verified: boolean;
  version?: number;
  households: HouseholdBrief[];
  preferences: Preferences;
};

export type HouseholdBrief = Pick<
  Household,
  'id' | 'name' | 'type' | 'role' | 'is_primary' | 'currency' | 'time_zone'
>;
