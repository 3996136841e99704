import type { Id } from '@kinwise/core/ids';
import { allocate } from '@kinwise/core/money';
import { cut } from '@kinwise/engines/statements/text/clean';
import type { StatementRow } from '@kinwise/engines/statements/types';
import type { AccountRow } from '../../ledger/accounts/accounts.ts';
import type { HeirOf } from '../../ledger/category-moves/category-moves.ts';
import type { SplitDraft } from '../../ledger/entries/entries.ts';
import type { ByHand, PreviewRow, RowPart } from '../previews/previews.ts';
import type { Sorted, Sorter } from '../proposals/proposals.ts';

/** From here on a proposal is taken as it is; below it is shown and asked for. */
export const SURE = 90;
const WORTH_SHOWING = 60;

type Judged = { judged: readonly PreviewRow[]; rows: readonly StatementRow[] };

/** What rules, the file and the household's habits say of rows that are new, or may be; nothing of the others. */
export function sortRows(sort: Sorter, account: AccountRow | undefined, of: Judged): (Sorted | undefined)[] {
  return of.judged.map((row, index) => {
    const source = of.rows[index];
    if (!source || row.state === 'duplicate' || row.state === 'replaces_pending') return undefined;
    return sort({
      payee: source.payee,
      memo: source.memo,
      reference: source.reference,
      amount_minor: source.amount_minor,
      currency: account?.currency ?? source.currency,
      on: source.on,
      account_id: account?.id,
      file_category: source.category,
      file_parts: source.splits?.map((part) => part.category),
    });
  });
}

/** Makes of the rows what was said of them. What is marked as a transfer by now gets no category. */
export function suggest(of: Judged & { sorted: readonly (Sorted | undefined)[] }): void {
  for (const [index, row] of of.judged.entries()) {
    const [source, sorted] = [of.rows[index], of.sorted[index]];
    if (!source || !sorted) continue;
    followRules(row, sorted);
    if (row.state === 'transfer') continue;
    if (row.content.parts === undefined) followFile(row, source, sorted);
    if (row.content.parts === undefined) takeProposal(row, source, sorted);
  }
}

/** How often each rule caught one of these rows. */
export function hitsOf(rows: readonly PreviewRow[]): Map<Id, number> {
  const hits = new Map<Id, number>();
  for (const id of rows.flatMap((row) => row.content.rules ?? [])) hits.set(id, (hits.get(id) ?? 0) + 1);
  return hits;
}

/** The parts that a rule or the file makes of a row, unless somebody gave it a category instead. */
export function partsOf(row: PreviewRow): SplitDraft[] {
  const parts = row.category_id === null && row.state !== 'transfer' ? (row.content.parts ?? []) : [];
  return parts.map(({ category_id, member_id, minor, note }) => {
    return { category_id, member_id, amount_minor: BigInt(minor), note };
  });
}

/** The row with its categories as they are by now: in the place of one that was merged the one that took over. */
export function withHeirs(row: PreviewRow, heirOf: HeirOf): PreviewRow {
  const { proposed, parts, by_hand } = row.content;
  const named = [row, proposed, by_hand, ...(parts ?? [])].flatMap((one) => one?.category_id ?? []);
  if (named.every((id) => heirOf(id) === id)) return row;
  const heir = (id: Id | null): Id | null => (id === null ? null : heirOf(id));
  const asked = proposed ? heirOf(proposed.category_id) : null;
  return {
    ...row,
    category_id: heir(row.category_id),
    content: {
      ...row.content,
      proposed: proposed && asked !== null ? { ...proposed, category_id: asked } : undefined,
      parts: parts?.map((part) => ({ ...part, category_id: heir(part.category_id) })),
      by_hand: by_hand && handed(by_hand, heirOf),
    },
  };
}

/** A decision without a category that went and left nothing to anybody. */
export function handed(hand: ByHand, heirOf: HeirOf): ByHand {
  const { category_id, ...rest } = hand;
  if (category_id === undefined || category_id === null) return hand;
  const heir = heirOf(category_id);
  return heir === null ? rest : { ...rest, category_id: heir };
}

/** What rules want besides a category. The bank's own words stay in the memo when a rule renames the payee. */
function followRules(row: PreviewRow, { outcome, ruleNames }: Sorted): void {
  if (!outcome) return;
  const { content } = row;
  content.rules = [...outcome.rules];
  if (outcome.tags.length > 0) content.tags = [...outcome.tags];
  if (outcome.notes !== undefined) content.notes = outcome.notes;
  if (outcome.member_id !== undefined) content.payer_id = outcome.member_id;
  if (outcome.split && row.state !== 'transfer') content.parts = sharesOf(row, outcome.split);
  if (outcome.payee !== undefined && outcome.payee !== content.payee) {
    content.bank_payee = content.payee;
    content.memo = cut(`${content.payee} ${content.memo}`.trim(), 500);
    content.payee = outcome.payee;
  }
  if (outcome.ignore) {
    row.is_included = false;
    content.reason = `Left out by your rule “${ruleNames.join('”, “')}”.`;
  }
}

/** An amount too small to be shared out stays whole. */
function sharesOf(
  row: PreviewRow,
  shares: NonNullable<NonNullable<Sorted['outcome']>['split']>,
): RowPart[] | undefined {
  const amounts = allocate(
    row.amount_minor ?? 0n,
    shares.map((part) => BigInt(part.share)),
  );
  if (amounts.includes(0n)) return undefined;
  return shares.map(({ category_id, member_id }, index) => {
    return { category_id, member_id, minor: String(amounts[index] ?? 0n), note: '' };
  });
}

/** The parts of a row as another program kept them; those that do not sum to it with its sign are told in the notes. */
function followFile(row: PreviewRow, source: StatementRow, sorted: Sorted): void {
  const parts = source.splits ?? [];
  if (parts.length < 2 || row.amount_minor === null) return;
  const isOut = row.amount_minor < 0n;
  const sum = parts.reduce((total, part) => total + part.amount_minor, 0n);
  const fits = parts.every((part) => part.amount_minor !== 0n && part.amount_minor < 0n === isOut);
  if (sum !== row.amount_minor || !fits) {
    const told = parts.map((part) => [part.category, part.memo].filter((text) => text !== '').join(': '));
    row.content.notes = cut([row.content.notes ?? '', told.join('; ')].join(' ').trim(), 500);
    return;
  }
  row.content.parts = parts.map((part, index) => ({
    category_id: sorted.partIds[index] ?? null,
    member_id: null,
    minor: part.amount_minor.toString(),
    note: cut(part.memo, 200),
    file_category: part.category === '' ? undefined : cut(part.category, 100),
  }));
  const unknown = parts.flatMap(({ category }, index) => (sorted.partIds[index] ? [] : [category]));
  if (unknown.some((name) => name !== '')) addHint(row, unknown.filter((name) => name !== '').join(', '));
}

function takeProposal(
  row: PreviewRow,
  source: StatementRow,
  { proposal, outcome, transferName }: Sorted,
): void {
  if (source.category !== undefined && source.category !== '' && proposal?.code !== 'file')
    addHint(row, source.category);
  // What the file or a rule calls a transfer is one, though its other side may not be here yet.
  const isTransfer = source.transfer_account !== undefined || outcome?.transfer !== undefined;
  if (isTransfer && proposal?.code !== 'rule') {
    const other = source.transfer_account ?? transferName;
    const to = other === undefined ? '' : ` with ${cut(other, 60)}`;
    row.content.reason += ` It looks like a transfer${to} whose other side is not here yet.`;
    return;
  }
  if (!proposal || proposal.confidence < WORTH_SHOWING) return;
  const { category_id, confidence, reason } = proposal;
  row.content.proposed = { category_id, confidence, reason };
  if (confidence >= SURE) row.category_id = category_id;
}

/** A category of the file that the household lacks is worth knowing when somebody chooses one. */
function addHint(row: PreviewRow, name: string): void {
  row.content.reason += ` The file’s category: “${cut(name, 80)}”.`;
}
