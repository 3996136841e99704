import type { Transaction } from '@kinwise/api-client/schema';
import { readTypedAmount } from '@kinwise/core/format';
import type { FoldedTransaction } from '../../../offline/transactions.ts';
import { minorOf, sizeOf } from '../parts/amounts.ts';
import { type LedgerFacts, withDescendants } from '../parts/facts.ts';
import { type Filters, idList } from './filters.ts';

export type Test = (found: FoldedTransaction) => boolean;

type Part = (row: Transaction, found: FoldedTransaction) => boolean;

/**
 * The test that a list's filters are, put together once and asked for each row: the same rules as on the server. Day and
 * account are among them, although the scan narrows by these already, because rows of the outbox do not pass through it.
 */
export function testOf(filters: Filters, facts: LedgerFacts): Test {
  const parts = [...namedParts(filters, facts), ...plainParts(filters), ...amountParts(filters)];
  if (filters.q !== undefined) parts.push(searchPart(filters.q, facts));
  return (found) => parts.every((part) => part(found.row, found));
}

/** Small letters without macrons, so that `whanau` finds `whānau`. */
export function plain(text: string): string {
  // Most names are plain letters already, and a search asks this of every entry.
  return PLAIN.test(text) ? text.toLowerCase() : text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

const PLAIN = /^[\n -~]*$/;

function namedParts(filters: Filters, facts: LedgerFacts): Part[] {
  const parts: Part[] = [];
  const among = (ids: string | undefined, part: (wanted: ReadonlySet<string>) => Part) => {
    if (ids !== undefined) parts.push(part(new Set(idList(ids))));
  };
  among(filters.account_id, (wanted) => (row) => wanted.has(row.account_id));
  among(filters.tag_id, (wanted) => (row) => (row.tags ?? []).some((tag) => wanted.has(tag)));
  among(filters.member_id, (wanted) => (row) => wanted.has(row.payer_id ?? ''));
  among(filters.beneficiary_id, (wanted) => (row) => wanted.has(row.beneficiary_id ?? ''));
  among(filters.author_id, (wanted) => (row) => wanted.has(row.author_id ?? ''));
  among(filters.merchant_id, (wanted) => (row) => wanted.has(row.merchant_id ?? ''));
  among(filters.import_id, (wanted) => (row) => wanted.has(row.import_id ?? ''));
  if (filters.category_id !== undefined) {
    const wanted = withDescendants(facts.categories, idList(filters.category_id));
    parts.push((row) => categoriesOf(row).some((id) => wanted.has(id)));
  }
  return parts;
}

function plainParts(filters: Filters): Part[] {
  const { type, status, source, currency, from, to, has_splits, has_transfer } = filters;
  const parts: Part[] = [];
  if (type) parts.push((row) => row.type === type);
  if (status) parts.push((row) => row.status === status);
  if (source) parts.push((row) => row.source === source);
  if (currency) parts.push((row) => row.currency === currency);
  if (from) parts.push((row) => row.occurred_on >= from);
  if (to) parts.push((row) => row.occurred_on <= to);
  if (filters.needs_review) parts.push((row) => row.needs_review);
  if (filters.uncategorised) {
    parts.push((row) => !row.category_id && (row.splits ?? []).length === 0 && row.type !== 'transfer');
  }
  if (has_splits !== undefined) parts.push((row) => (row.splits ?? []).length > 0 === has_splits);
  if (has_transfer !== undefined) parts.push((row) => (row.type === 'transfer') === has_transfer);
  if (filters.waiting) parts.push((_row, found) => found.waiting);
  if (filters.payee) {
    const needle = plain(filters.payee);
    parts.push((row) => plain(row.payee ?? '').includes(needle));
  }
  return parts;
}

function amountParts({ min, max }: Filters): Part[] {
  const size = (row: Transaction) => minorOf(sizeOf(row.amount), row.currency);
  const parts: Part[] = [];
  if (min !== undefined) parts.push((row) => size(row) >= minorOf(min, row.currency));
  if (max !== undefined) parts.push((row) => size(row) <= minorOf(max, row.currency));
  return parts;
}

/** Every word has to stand somewhere in the entry; a word that is an amount may be its size instead. */
function searchPart(q: string, facts: LedgerFacts): Part {
  const words = plain(q).split(/\s+/).filter(Boolean);
  return (row) => {
    const text = plain(
      [row.payee, row.memo, row.reference, row.notes, facts.nameOf(row.category_id)]
        .filter(Boolean)
        .join('\n'),
    );
    return words.every((word) => text.includes(word) || isAmount(word, row));
  };
}

function isAmount(word: string, row: Transaction): boolean {
  const typed = readTypedAmount(word, row.currency);
  if (typed === undefined) return false;
  return typed.startsWith('-') ? typed === row.amount : typed === sizeOf(row.amount);
}

function categoriesOf(row: Transaction): readonly string[] {
  const splits = row.splits ?? [];
  return splits.length > 0 ? splits.map((split) => split.category_id ?? '') : [row.category_id ?? ''];
}
