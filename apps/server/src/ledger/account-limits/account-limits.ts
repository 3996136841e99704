import { amountIn } from '../../platform/fields.ts';
import { invalid } from '../../platform/problems.ts';

/** The credit limit of an account in minor units, null for a kind that has none. Throws where it lacks, or does not belong. */
export function creditLimit(
  kind: string,
  { limit, currency }: { limit: string | null | undefined; currency: string },
): bigint | null {
  const isCredit = kind === 'credit';
  const given = limit ?? undefined;
  if (!isCredit && given !== undefined) {
    const message = 'credit_limit: only an account of credit has one; leave it out';
    throw invalid('/credit_limit', 'not_credit', message);
  }
  if (!isCredit) return null;
  if (given === undefined)
    throw invalid('/credit_limit', 'required', 'credit_limit: a credit account needs its limit');
  return notBelowZero(currency, given, '/credit_limit');
}

/** An amount in minor units that is zero or more; throws an invalid field otherwise. */
export function notBelowZero(currency: string, text: string, pointer: string): bigint {
  const minor = amountIn(currency, text, pointer);
  if (minor < 0n) throw invalid(pointer, 'negative', `${pointer.slice(1)}: must not be negative`);
  return minor;
}
