import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formattedPhone, maskedPhone, phoneField } from './phones.ts';

describe('a telephone number', () => {
  it.each([
    ['+64 21 123 4567', '+64211234567'],
    ['+64-21-123-4567', '+64211234567'],
    ['+64 (0)21 123 4567', '+64211234567'],
    [' +44 20 7946 0958 ', '+442079460958'],
    ['+1 (212) 555-0123', '+12125550123'],
  ])('%s is kept as %s', (typed, kept) => {
    expect(phoneField.parse(typed)).toBe(kept);
  });

  it.each([
    '021 123 4567',
    '+64',
    '+64 21 12',
    '+999 21 123 4567',
    'call +64 21 123 4567 now',
    '+64 21 123 4567 ext. 5',
    'tel:+64211234567;ext=5',
    '+64 21 123 4567 8901 2345',
    '',
  ])('"%s" is none', (typed) => {
    const read = phoneField.safeParse(typed);
    expect(read.success).toBe(false);
    expect(read.error?.issues[0]).toMatchObject({ params: { code: 'phone_invalid' } });
  });

  it('is shown in groups, and read back from that', () => {
    expect(formattedPhone('+64211234567')).toBe('+64 21 123 4567');
    const digits = fc.stringMatching(/^[0-9]{7}$/);
    fc.assert(
      fc.property(digits, (rest) => {
        const read = phoneField.safeParse(`+6421${rest}`);
        if (read.success) expect(phoneField.parse(formattedPhone(read.data))).toBe(read.data);
      }),
    );
  });

  it('is told to the audit by its last digits alone', () => {
    expect(maskedPhone('+64211234567')).toBe('…567');
  });

  it('is refused, never a crash, whatever somebody types', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60, unit: 'binary' }), (text) => void phoneField.safeParse(text)),
    );
  });
});
