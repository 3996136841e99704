/** What a profile still lacks. A child is asked for little: what nobody needs is not missing. */
type Profile = {
  readonly guarded: boolean;
  readonly first_name: string;
  readonly last_name: string;
  readonly phone: string | null;
  readonly country: string | null;
  readonly photo: string | null;
  readonly email_verified_at: string | null;
};

export const PROFILE_FIELDS = ['first_name', 'last_name', 'email', 'phone', 'country', 'photo'] as const;

type ProfileField = (typeof PROFILE_FIELDS)[number];

const OF_CHILDREN: readonly ProfileField[] = ['first_name', 'last_name', 'photo'];

export function completenessOf(profile: Profile): { percent: number; missing: ProfileField[] } {
  const asked = profile.guarded ? OF_CHILDREN : PROFILE_FIELDS;
  // Only an address that its owner confirmed is one.
  const said = { ...profile, email: profile.email_verified_at };
  const missing = asked.filter((field) => !said[field]);
  return { percent: Math.floor((100 * (asked.length - missing.length)) / asked.length), missing };
}
