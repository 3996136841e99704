import type { Id } from '@kinwise/core/ids';
import { happened } from '../../events.ts';
import type { EventName } from '../../events.ts';
import type { HouseholdContext } from '../../platform/context.ts';
import type { EntryRow, SplitRow } from '../entries/entries.ts';

/** An entry as it was or became. Tags are there only where they are told. */
export type Side = {
  readonly row: EntryRow;
  readonly splits: readonly SplitRow[];
  readonly tags?: readonly Id[] | undefined;
};

export type Step = { readonly before?: Side | undefined; readonly after?: Side | undefined };

export type Telling = {
  readonly event: EventName;
  /** How it came about, such as the file or the rule. */
  readonly note?: Readonly<Record<string, unknown>> | undefined;
  /** Of many entries only their number: what they were is known from elsewhere. */
  readonly brief?: boolean | undefined;
};

/** So many new entries are told one by one; more of them come from somewhere, and that is told. */
const NEW_TOLD = 10;

/** One line for the shared entries and one for each member's private ones: nobody hears of what they may not see. */
export function tellEntries(ctx: HouseholdContext, steps: readonly Step[], telling: Telling): void {
  const groups = new Map<Id | null, Step[]>();
  for (const step of steps) {
    const { private_to } = rowOf(step);
    const group = groups.get(private_to);
    if (group) group.push(step);
    else groups.set(private_to, [step]);
  }
  for (const [privateTo, group] of groups) {
    const ids = group.map((step) => rowOf(step).id);
    ctx.emit(happened(telling.event, { ids, privateTo, ...matter(group, telling) }));
  }
}

function matter(group: readonly Step[], telling: Telling) {
  const { note, brief = false } = telling;
  const [first] = group;
  if (first && group.length === 1) {
    const { before, after } = sidesOf(first, telling);
    return { before, after: after || note ? { ...after, ...note } : undefined };
  }
  const isNew = group.every((step) => step.before === undefined);
  const parts =
    brief || (isNew && group.length > NEW_TOLD)
      ? undefined
      : new Map(group.map((step) => [rowOf(step).id, sidesOf(step, telling)]));
  return { after: note, parts };
}

/** Of what goes to the trash, or for good, everything is told: it may be the last that is known of it. */
function sidesOf({ before, after }: Step, { event }: Telling) {
  const isGone = event === 'transaction.deleted';
  const withSplits = (before?.splits.length ?? 0) + (after?.splits.length ?? 0) > 0;
  const told = (side: Side): Record<string, unknown> => ({
    ...side.row,
    ...(withSplits ? { splits: side.splits.map(partOf) } : {}),
    ...(side.tags ? { tags: side.tags } : {}),
  });
  return { before: before && told(before), after: after && !isGone ? told(after) : undefined };
}

function partOf({ category_id, member_id, amount_minor, note }: SplitRow): Record<string, unknown> {
  return { category_id, member_id, amount_minor, note };
}

function rowOf({ before, after }: Step): EntryRow {
  const row = (after ?? before)?.row;
  if (!row) throw new Error('a step from nothing to nothing');
  return row;
}
