/** What became of one entry: who changed which field, and when. For everybody who may see the entry. */
import type { Id } from '@kinwise/core/ids';
import { changesOf } from '@kinwise/engines/audit/changes';
import type { Change } from '@kinwise/engines/audit/changes';
import { showTransaction } from '../../ledger/register/register.ts';
import type { WireTransaction } from '../../ledger/register/register.schema.ts';
import { actorId } from '../../platform/context.ts';
import type { HouseholdContext } from '../../platform/context.ts';
import { pageByTime } from '../../platform/lists.ts';
import { changeOnTheWire, idsIn, namesOf } from '../audit-names/audit-names.ts';
import type { Names } from '../audit-names/audit-names.ts';
import type { HistoryQuery, WireStep } from './entry-history.schema.ts';
import { readSteps } from './entry-history.store.ts';
import type { StepRow } from './entry-history.store.ts';

const MADE = 'transaction.created';

/** The entry itself is asked for first: who may not see it, or finds none, hears nothing of its past either. */
export async function listSteps(ctx: HouseholdContext, id: Id, query: HistoryQuery) {
  const entry = await showTransaction(ctx, id);
  const { rows, meta } = await pageByTime(ctx.ground, query, {
    sort: `history ${id}`,
    filters: {},
    by: 'at',
    read: async (place, limit) => await readSteps(ctx, id, { place, limit }),
  });
  const isWhole = meta.next_cursor === null && !rows.some((row) => row.action === MADE);
  const steps = isWhole ? [...rows, beginningOf(entry)] : rows;
  return { results: await onTheWire(ctx, entry, steps), _meta: { ...meta, sort: '-at' } };
}

/** Of what came with many others, the audit tells once for all of them; the entry knows the rest. */
function beginningOf(entry: WireTransaction): StepRow {
  return {
    id: entry.id,
    at: entry.created_at,
    actor_id: entry.author_id,
    actor_kind: entry.author_id === null ? 'system' : 'user',
    action: MADE,
    count: 1,
    before: null,
    after: null,
    part: null,
  };
}

async function onTheWire(
  ctx: HouseholdContext,
  entry: WireTransaction,
  steps: readonly StepRow[],
): Promise<WireStep[]> {
  const told = steps.map((step) => ({ step, changes: changesIn(ctx, step) }));
  const notes = steps.map(noteOf);
  const ids = [
    ...steps.flatMap((step) => step.actor_id ?? []),
    ...told.flatMap(({ changes }) => idsIn(changes)),
    ...notes.flatMap(({ rule_id, import_id }) => [rule_id, import_id].filter((id) => id !== undefined)),
    ...(entry.import_id === null ? [] : [entry.import_id]),
  ];
  const names = await namesOf(ctx, ids);
  return told.map(({ step, changes }) => ({
    id: step.id,
    at: step.at,
    actor: {
      kind: step.actor_kind === 'user' ? 'user' : 'system',
      user_id: step.actor_id,
      name: step.actor_id === null ? null : (names.of('member', step.actor_id) ?? null),
      is_me: step.actor_id !== null && step.actor_id === actorId(ctx),
    },
    action: step.action,
    ...causeOf(names, step, entry),
    together: step.count,
    changes: changes.map((change) => changeOnTheWire(names, change)),
  }));
}

function changesIn(ctx: HouseholdContext, step: StepRow): Change[] {
  const [before, after] = Array.isArray(step.part) ? (step.part as unknown[]) : [step.before, step.after];
  const changes = changesOf({ entity: 'transaction', before, after }, { currency: ctx.currency });
  // How it came about is told beside the changes.
  return changes.filter(({ field }) => !['by', 'rule', 'import', 'bulk', 'booked'].includes(field));
}

type Note = { rule_id?: Id; import_id?: Id; bulk?: number };

function noteOf({ after }: StepRow): Note {
  return typeof after === 'object' && after !== null ? (after as Note) : {};
}

function causeOf(names: Names, step: StepRow, entry: WireTransaction): Pick<WireStep, 'by' | 'by_name'> {
  const { rule_id, import_id } = noteOf(step);
  if (rule_id !== undefined) return { by: 'rule', by_name: names.of('rule', rule_id) ?? null };
  const file = step.action === MADE ? (entry.import_id ?? undefined) : import_id;
  if (file !== undefined) return { by: 'import', by_name: names.of('import', file) ?? null };
  return { by: step.count > 1 ? 'bulk' : 'edit', by_name: null };
}
