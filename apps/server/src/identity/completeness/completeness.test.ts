import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROFILE_FIELDS, completenessOf } from './completeness.ts';

const WHOLE = {
  guarded: false,
  first_name: 'Mere',
  last_name: 'Ngata',
  phone: '+64211234567',
  country: 'NZ',
  photo: '0197-photo',
  email_verified_at: '2026-11-30T00:00:00.000Z',
};

describe('how complete a profile is', () => {
  it('is told as a whole percentage and what is missing', () => {
    expect(completenessOf(WHOLE)).toEqual({ percent: 100, missing: [] });
    expect(completenessOf({ ...WHOLE, phone: null })).toEqual({ percent: 83, missing: ['phone'] });
    expect(completenessOf({ ...WHOLE, email_verified_at: null }).missing).toEqual(['email']);
  });

  it('asks a guarded child for no number, country or address', () => {
    const child = { ...WHOLE, guarded: true, phone: null, country: null, email_verified_at: null };
    expect(completenessOf(child)).toEqual({ percent: 100, missing: [] });
  });

  it('is whole only when nothing is missing, and rises with everything that is said', () => {
    const some = fc.record({
      guarded: fc.boolean(),
      first_name: fc.constantFrom('', 'Mere'),
      last_name: fc.constantFrom('', 'Ngata'),
      phone: fc.constantFrom(null, '+64211234567'),
      country: fc.constantFrom(null, 'NZ'),
      photo: fc.constantFrom(null, 'a'),
      email_verified_at: fc.constantFrom(null, '2026-11-30T00:00:00.000Z'),
    });
    fc.assert(
      fc.property(some, fc.constantFrom(...PROFILE_FIELDS), (profile, field) => {
        const { percent, missing } = completenessOf(profile);
        expect(Number.isInteger(percent)).toBe(true);
        expect(percent === 100).toBe(missing.length === 0);
        const more = { ...profile, [field === 'email' ? 'email_verified_at' : field]: 'said' };
        expect(completenessOf(more).percent).toBeGreaterThanOrEqual(percent);
      }),
    );
  });
});
