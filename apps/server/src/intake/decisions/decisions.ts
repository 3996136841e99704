/** What a person decided row by row stays when the file is read again: for another account, or by other columns. */
import type { Id } from '@kinwise/core/ids';
import { heirs } from '../../ledger/category-moves/category-moves.ts';
import type { HouseholdContext } from '../../platform/context.ts';
import type { ByHand, PreviewRow } from '../previews/previews.ts';
import { handed } from '../suggestions/suggestions.ts';
import { readAside } from './decisions.store.ts';

type Named = Pick<PreviewRow, 'statement' | 'line' | 'on_day' | 'amount_minor' | 'content'>;

/** Decisions by the rows of the file that they are about; of several rows alike on one line, in their order. */
export type Decisions = ReadonlyMap<string, ByHand[]>;

/** What was decided before the preview was cleared, with the categories that stand for those named by now. */
export async function decisionsOn(ctx: HouseholdContext, importId: Id): Promise<Decisions> {
  const rows = await readAside(ctx, importId);
  const decisions = new Map<string, ByHand[]>();
  if (rows.length === 0) return decisions;
  const heirOf = await heirs(ctx);
  for (const row of rows) {
    const hand = handed(row.content.by_hand ?? {}, heirOf);
    const alike = decisions.get(nameOf(row));
    if (alike) alike.push(hand);
    else decisions.set(nameOf(row), [hand]);
  }
  return decisions;
}

/** Decides about rows as it was decided before, as far as that still makes sense. Each decision is taken once. */
export function decideAgain(rows: readonly PreviewRow[], decisions: Decisions): void {
  for (const row of decisions.size === 0 ? [] : rows) {
    const hand = row.state === 'rejected' ? undefined : decisions.get(nameOf(row))?.shift();
    if (!hand) continue;
    row.content.by_hand = hand;
    if (hand.category_id !== undefined && row.state !== 'transfer') row.category_id = hand.category_id;
    if (hand.include !== undefined && isStillMeant(row, hand)) row.is_included = hand.include;
  }
}

/**
 * What was said of a row that repeats an entry is said of it where it repeats the same one. A row that was left out stays
 * out; one that was taken in comes in, unless the account that it goes to now has it.
 */
function isStillMeant(row: PreviewRow, hand: ByHand): boolean {
  const isRepeated = row.state === 'duplicate' || row.state === 'possible_duplicate';
  if (hand.met !== undefined) return isRepeated && row.matches_id === hand.met;
  return hand.include === false || !isRepeated;
}

/** The row as the file has it. Its amount may be read in another currency, its sign is the same. */
function nameOf({ statement, line, on_day, amount_minor, content }: Named): string {
  const side = (amount_minor ?? 0n) < 0n ? '-' : '+';
  return [statement, line, on_day, side, content.bank_payee ?? content.payee].join(' ');
}
