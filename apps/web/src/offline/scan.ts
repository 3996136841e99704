import { type LocalCopy, rowsOf, type StoredRecord } from './database.ts';
import { foldRow, groupByRow } from './fold.ts';
import type { FoldedTransaction, ListOf } from './transactions.ts';

const CHUNK = 2000;
const LAST = '\uffff';

export type ScanStep = { readonly found: readonly FoldedTransaction[]; readonly complete: boolean };

/**
 * Every transaction of a list that a test lets pass, newest first, folded. Reads in chunks and tells after each, so that
 * the first page stands while the rest is read; `isWanted` ends a scan that nobody waits for.
 */
export async function scanTransactions(
  copy: LocalCopy,
  list: ListOf & { readonly from?: string; readonly to?: string },
  {
    passes,
    tell,
    isWanted,
  }: {
    passes: (found: FoldedTransaction) => boolean;
    tell: (step: ScanStep) => void;
    isWanted: () => boolean;
  },
): Promise<void> {
  const operations = (await copy.outbox.where('entity').equals('transaction').sortBy('seq')).filter(
    (operation) => operation.household === list.household,
  );
  const byRow = groupByRow(operations);
  const own = await ownRows(copy, byRow, list);
  const found: FoldedTransaction[] = [];
  let upper: readonly [string, string] | undefined;
  for (;;) {
    if (!isWanted()) return;
    const chunk = await readChunk(copy, list, upper);
    for (const record of chunk) {
      while (own[0] && isNewer(own[0], record)) take(own.shift(), passes, found);
      if (!byRow.has(record.id)) take(asFolded(record), passes, found);
    }
    const last = chunk.at(-1);
    const complete = chunk.length < CHUNK || !last;
    if (complete) for (const row of own.splice(0)) take(row, passes, found);
    tell({ found: [...found], complete });
    if (complete) return;
    upper = [last.day ?? '', last.id];
  }
}

/** The rows that the outbox touches, as shown, newest first; they are woven in by their shown day. */
async function ownRows(
  copy: LocalCopy,
  byRow: ReturnType<typeof groupByRow>,
  list: Parameters<typeof scanTransactions>[1],
): Promise<FoldedTransaction[]> {
  const rows: FoldedTransaction[] = [];
  for (const [id, operations] of byRow) {
    const shown = foldRow(await rowsOf(copy, 'transaction').get(id), operations) as
      | FoldedTransaction
      | undefined;
    const day = shown?.row.occurred_on;
    if (!shown || !day || shown.row.deleted_at) continue;
    if (list.account !== undefined && shown.row.account_id !== list.account) continue;
    if ((list.from === undefined || day >= list.from) && (list.to === undefined || day <= list.to))
      rows.push(shown);
  }
  return rows.sort((left, right) => {
    if (left.row.occurred_on !== right.row.occurred_on)
      return left.row.occurred_on < right.row.occurred_on ? 1 : -1;
    return left.id < right.id ? 1 : -1;
  });
}

async function readChunk(
  copy: LocalCopy,
  { household, account, from = '', to = LAST }: ListOf & { from?: string; to?: string },
  upper: readonly [string, string] | undefined,
): Promise<StoredRecord[]> {
  const index = account === undefined ? '[household+day+id]' : '[household+account+day+id]';
  const lead = account === undefined ? [household] : [household, account];
  return rowsOf(copy, 'transaction')
    .where(index)
    .between([...lead, from, ''], [...lead, ...(upper ?? [to, LAST])], true, upper === undefined)
    .reverse()
    .limit(CHUNK)
    .toArray();
}

function take(
  row: FoldedTransaction | undefined,
  passes: (row: FoldedTransaction) => boolean,
  found: FoldedTransaction[],
): void {
  if (row && passes(row)) found.push(row);
}

function isNewer(row: FoldedTransaction, record: StoredRecord): boolean {
  const day = record.day ?? '';
  return row.row.occurred_on > day || (row.row.occurred_on === day && row.id > record.id);
}

function asFolded(record: StoredRecord): FoldedTransaction {
  return {
    id: record.id,
    row: record.row,
    version: record.version,
    waiting: false,
    blocked: false,
  } as unknown as FoldedTransaction;
}
