import { z } from 'zod';
import { instant } from '../../platform/fields.ts';
import type { ConsentRow } from './consents.store.ts';

/**
 * What needs somebody's yes. `in_use` says whether KinWise does it by now, so that nobody is asked to agree to nothing
 * unawares; whoever builds it turns that to true. A new version of the words, because they cover more than before, asks everybody anew: what
 * was agreed to before does not cover it.
 */
export const PURPOSES = {
  analytics: {
    version: '1',
    in_use: false,
    title: 'Usage figures',
    sentence: 'Count which parts of KinWise you use, so that they get better. Never what you spend.',
  },
  cohort_comparison: {
    version: '1',
    in_use: false,
    title: 'Comparing with others like you',
    sentence:
      'Put your sums, without your name, among those of people like you, and show you where you stand. Never in a group smaller than five.',
  },
  ai: {
    version: '1',
    in_use: false,
    title: 'The assistant',
    sentence:
      'Let a language model read those of your entries that a question of yours is about. Its address is set by who runs this KinWise.',
  },
  leaderboard: {
    version: '1',
    in_use: false,
    title: 'Leaderboards',
    sentence: 'Show your points to others in your household beside theirs. Never sums of money.',
  },
  marketing: {
    version: '1',
    in_use: false,
    title: 'News by mail',
    sentence: 'Send you a mail now and then about what is new.',
  },
} as const;

export type Purpose = keyof typeof PURPOSES;

const purposeField = z.enum(Object.keys(PURPOSES) as [Purpose, ...Purpose[]]).meta({ id: 'Purpose' });

const given = {
  granted: z.boolean(),
  version: z.string(),
  at: instant,
  by: z.enum(['you', 'guardian']),
};

export const consentSchema = z
  .object({
    purpose: purposeField,
    title: z.string(),
    sentence: z.string(),
    version: z.string().describe('Of the words as they are now'),
    in_use: z.boolean().describe('Whether KinWise does this by now'),
    granted: z.boolean().describe('Whether it counts now'),
    last: z.object(given).nullable(),
    by_guardian: z.boolean().describe('A guardian decides: the person is a child in a household'),
  })
  .meta({ id: 'Consent' });

export const consentsSchema = z
  .object({
    results: z.array(consentSchema),
    history: z.array(z.object({ purpose: purposeField, ...given })).describe('Newest first'),
  })
  .meta({ id: 'Consents' });

export const consentChangeSchema = z
  .strictObject({ purpose: purposeField, granted: z.boolean() })
  .meta({ id: 'ConsentChange', examples: [{ purpose: 'analytics', granted: true }] });

export type WireConsents = z.infer<typeof consentsSchema>;
export type ConsentChange = z.infer<typeof consentChangeSchema>;

/** `isChild`: a guardian decides, and only what a guardian said counts. */
export function consentsOnTheWire(
  rows: readonly ConsentRow[],
  of: { user: string; isChild: boolean },
): WireConsents {
  const told = (row: ConsentRow) => ({
    granted: row.granted,
    version: row.purpose_version,
    at: row.given_at,
    by: row.given_by === of.user ? ('you' as const) : ('guardian' as const),
  });
  const known = rows.filter((row): row is ConsentRow & { purpose: Purpose } => row.purpose in PURPOSES);
  return {
    results: (Object.keys(PURPOSES) as Purpose[]).map((purpose) => {
      const last = known.find((row) => row.purpose === purpose);
      return {
        purpose,
        ...PURPOSES[purpose],
        granted: last !== undefined && counts(last, of),
        last: last ? told(last) : null,
        by_guardian: of.isChild,
      };
    }),
    history: known.map((row) => ({ purpose: row.purpose, ...told(row) })),
  };
}

/** The newest word on a purpose counts if it was yes, to the words as they are now, and said by who may say it. */
export function counts(row: ConsentRow, of: { user: string; isChild: boolean }): boolean {
  const isOwnWord = row.given_by === of.user;
  return (
    row.granted &&
    row.purpose_version === PURPOSES[row.purpose as Purpose].version &&
    (!of.isChild || !isOwnWord)
  );
}
