import { exponentOf } from '@kinwise/core/currencies';
import { formatMinor } from '@kinwise/core/money';
import { z } from 'zod';
import {
  amountField,
  currencyField,
  day,
  dayField,
  decimal,
  id,
  instant,
  line,
  newIdField,
  paragraph,
} from '../../platform/fields.ts';
import type { AccountRow } from './accounts.store.ts';

export const ACCOUNT_KINDS = [
  'checking',
  'savings',
  'credit',
  'cash',
  'investment',
  'loan',
  'mortgage',
  'kiwisaver',
  'other',
] as const;

const colour = z
  .string()
  .regex(/^(#[0-9a-f]{6}|[a-z]{0,20})$/i, { message: 'must be a colour such as #0d5c48' })
  .toLowerCase();

const icon = z.string().regex(/^[a-z0-9-]{0,40}$/, { message: 'must be the name of an icon' });

/** Digits with the separators that banks print between them. */
const accountNumber = z
  .string()
  .trim()
  .regex(/^[A-Z0-9][A-Z0-9 -]{3,40}$/i, {
    message: 'must be an account number: letters and digits, spaces and dashes',
  });

export const accountKindSchema = z.enum(ACCOUNT_KINDS).meta({ id: 'AccountKind' });

export const accountSchema = z
  .object({
    id,
    name: z.string(),
    kind: accountKindSchema,
    currency: z.string(),
    opening_balance: decimal,
    opened_on: day,
    balance: decimal.describe('Opening balance and every completed entry'),
    pending: decimal.describe('Sum of the entries that are not booked yet'),
    available: decimal.describe('Balance, pending entries and what may be borrowed'),
    credit_limit: decimal.nullable(),
    overdraft_limit: decimal,
    allow_overdraft: z.boolean(),
    visibility: z.enum(['shared', 'private']),
    owner_user_id: id,
    include_in_totals: z.boolean(),
    count_in_totals: z.boolean().describe('Private accounts: others see its balance within a sum'),
    institution: z.string(),
    number_masked: z.string().nullable(),
    colour: z.string(),
    icon: z.string(),
    order: z.number().int(),
    status: z.enum(['open', 'closed']),
    closed_on: day.nullable(),
    last_reconciled_on: day.nullable(),
    notes: z.string(),
    version: z.number().int(),
    created_at: instant,
    updated_at: instant,
    available_actions: z.array(z.string()),
  })
  .meta({ id: 'Account' });

const details = {
  name: line(80, 1),
  credit_limit: amountField.nullable(),
  overdraft_limit: amountField,
  allow_overdraft: z.boolean(),
  include_in_totals: z.boolean(),
  count_in_totals: z.boolean(),
  institution: line(80),
  number: accountNumber.nullable(),
  colour,
  icon,
  order: z.number().int().min(0).max(10_000),
  notes: paragraph(2000),
  opening_balance: amountField,
  opened_on: dayField,
};

export const newAccountSchema = z
  .strictObject({
    ...z.object(details).partial().shape,
    id: newIdField.optional(),
    name: details.name,
    kind: accountKindSchema,
    currency: currencyField.optional().describe('The household’s currency when absent'),
    visibility: z.enum(['shared', 'private']).default('shared'),
  })
  .meta({ id: 'NewAccount', examples: [{ name: 'Everyday', kind: 'checking', opening_balance: '250.00' }] });

export const accountChangeSchema = z
  .strictObject({ ...z.object(details).partial().shape, kind: accountKindSchema.optional() })
  .meta({ id: 'AccountChange', examples: [{ name: 'Groceries account' }] });

export type WireAccount = z.infer<typeof accountSchema>;
export type NewAccount = z.infer<typeof newAccountSchema>;
export type AccountChange = z.infer<typeof accountChangeSchema>;

export function accountOnTheWire(row: AccountRow, actions: readonly string[]): WireAccount {
  const exponent = exponentOf(row.currency);
  const money = (minor: bigint): string => formatMinor(minor, exponent);
  return {
    id: row.id,
    name: row.name,
    kind: row.kind as WireAccount['kind'],
    currency: row.currency,
    opening_balance: money(row.opening_minor),
    opened_on: row.opened_on,
    balance: money(row.balance_minor),
    pending: money(row.pending_minor),
    available: money(availableOf(row)),
    credit_limit: row.credit_limit_minor === null ? null : money(row.credit_limit_minor),
    overdraft_limit: money(row.overdraft_limit_minor),
    allow_overdraft: row.allow_overdraft,
    visibility: row.private_to === null ? 'shared' : 'private',
    owner_user_id: row.owner_id,
    include_in_totals: row.include_in_totals,
    count_in_totals: row.count_in_totals,
    institution: row.institution,
    number_masked: row.number_last4 === null ? null : `•••• ${row.number_last4}`,
    colour: row.colour,
    icon: row.icon,
    order: row.position,
    status: row.status as 'open' | 'closed',
    closed_on: row.closed_on,
    last_reconciled_on: row.reconciled_on,
    notes: row.notes,
    version: row.version,
    created_at: row.created_at,
    updated_at: row.updated_at,
    available_actions: [...actions],
  };
}

/** What may still be spent: a credit card's limit, or the overdraft of another account, counts as well. */
export function availableOf(row: AccountRow): bigint {
  const borrowed = row.kind === 'credit' ? (row.credit_limit_minor ?? 0n) : row.overdraft_limit_minor;
  return row.balance_minor + row.pending_minor + borrowed;
}
