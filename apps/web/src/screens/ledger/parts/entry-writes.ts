import type { Transaction } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import type { I18n } from '@lingui/core';
import { useMemo } from 'react';
import { type Offline, useOffline } from '../../../offline/hooks.tsx';
import { showToast } from '../../../ui/toast-queue.ts';
import { bringBack, change, readRows, remove } from './entry-changes.ts';

export type EntryWrites = {
  /** Gives entries a category. Splits and transfers have none of their own and are left as they are. */
  readonly categorise: (ids: readonly string[], categoryId: string | null) => Promise<void>;
  readonly tag: (ids: readonly string[], tagId: string, wanted: boolean) => Promise<void>;
  readonly trash: (ids: readonly string[]) => Promise<void>;
};

/** What is done to entries from lists and details: into the outbox, with a word about it and a way back. */
export function useEntryWrites(): EntryWrites {
  const { i18n } = useLingui();
  const offline = useOffline();
  return useMemo(() => {
    const at = { i18n, offline };
    return {
      categorise: (ids, categoryId) => categorise(at, ids, categoryId),
      tag: (ids, tagId, wanted) => tag(at, ids, { tagId, wanted }),
      trash: (ids) => trash(at, ids),
    };
  }, [i18n, offline]);
}

type At = { readonly i18n: I18n; readonly offline: Offline };

async function categorise(
  { i18n, offline }: At,
  ids: readonly string[],
  category_id: string | null,
): Promise<void> {
  const rows = await readRows(offline, ids);
  const fitting = rows.filter((row) => row.type !== 'transfer' && (row.splits ?? []).length === 0);
  const body = { category_id, needs_review: false };
  if (
    !(await change(
      offline,
      fitting.map((row) => ({ row, body })),
    ))
  )
    return;
  const left = rows.length - fitting.length;
  showToast({
    title: i18n._('{count, plural, one {# entry sorted} other {# entries sorted}}', {
      count: fitting.length,
    }),
    ...(left > 0 && {
      description: i18n._(
        '{count, plural, one {# split or transfer was left as it is} other {# splits and transfers were left as they are}}',
        { count: left },
      ),
    }),
    action: undo(i18n, () => change(offline, fitting.map(asItWas))),
  });
}

async function tag(
  { i18n, offline }: At,
  ids: readonly string[],
  { tagId, wanted }: { tagId: string; wanted: boolean },
): Promise<void> {
  const rows = (await readRows(offline, ids)).filter((row) => (row.tags ?? []).includes(tagId) !== wanted);
  const changes = rows.map((row) => {
    const others = (row.tags ?? []).filter((id) => id !== tagId);
    return { row, body: { tags: wanted ? [...others, tagId] : others } };
  });
  if (!(await change(offline, changes))) return;
  showToast({
    title: i18n._('{count, plural, one {# entry changed} other {# entries changed}}', { count: rows.length }),
    action: undo(i18n, () =>
      change(
        offline,
        rows.map((row) => ({ row, body: { tags: row.tags ?? [] } })),
      ),
    ),
  });
}

async function trash({ i18n, offline }: At, ids: readonly string[]): Promise<void> {
  const rows = await readRows(offline, ids);
  if (!(await remove(offline, rows))) return;
  showToast({
    title: i18n._('{count, plural, one {# entry deleted} other {# entries deleted}}', { count: rows.length }),
    description: i18n._('It stays in the trash for 30 days.'),
    action: undo(i18n, () => bringBack(offline, rows)),
  });
}

function undo(i18n: I18n, work: () => Promise<unknown>) {
  return { label: i18n._('Undo'), onPress: () => void work() };
}

function asItWas(row: Transaction) {
  return { row, body: { category_id: row.category_id ?? null, needs_review: row.needs_review ?? false } };
}
