import type { HouseholdContext } from '../../platform/context.ts';
import { sealed, sealedHash } from '../../platform/encryption.ts';

/** A bank's number as it is kept: encrypted, its last four digits, and a keyed hash to find it by. */
export type NumberFields = {
  number_cipher: string | null;
  number_last4: string | null;
  number_hash: string | null;
};

export function numberFields(ctx: HouseholdContext, number: string | null): NumberFields {
  if (number === null) return { number_cipher: null, number_last4: null, number_hash: null };
  return {
    number_cipher: sealed(ctx.ground, number),
    number_last4: plainNumber(number).slice(-4),
    number_hash: hashOfNumber(ctx, number),
  };
}

export function hashOfNumber(ctx: HouseholdContext, number: string): string {
  return sealedHash(ctx.ground, plainNumber(number));
}

/** The number without the separators that people and banks put in differently. */
export function plainNumber(number: string): string {
  return number.replace(/[^a-z0-9]/gi, '').toUpperCase();
}
