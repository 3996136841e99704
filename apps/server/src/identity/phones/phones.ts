/** Telephone numbers: taken in any spelling of the international form, kept as E.164, and shown in groups. */
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { z } from 'zod';

const SHOWN_DIGITS = 3;

export const phoneField = z
  .string()
  .trim()
  .max(40)
  .transform((text, ctx) => {
    const number = parsePhoneNumberFromString(text, { extract: false });
    // An extension is no part of E.164, and to drop it in silence would be to know better.
    if (number?.isValid() && number.ext === undefined) return number.number as string;
    ctx.addIssue({
      code: 'custom',
      message: 'must be a whole number in international form, such as +64 21 123 4567',
      params: { code: 'phone_invalid' },
    });
    return z.NEVER;
  });

/** As it is written in the international form, in groups. */
export function formattedPhone(phone: string): string {
  return parsePhoneNumberFromString(phone)?.formatInternational() ?? phone;
}

/** For the audit: which number it was can be told by who knows it, and by nobody else. */
export function maskedPhone(phone: string): string {
  return `…${phone.slice(-SHOWN_DIGITS)}`;
}
