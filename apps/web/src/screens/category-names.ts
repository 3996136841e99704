import type { Category } from '@kinwise/api-client/schema';
import { useMemo } from 'react';
import { useRows } from '../offline/hooks.tsx';
import type { Choice } from '../ui/select.tsx';

/** The household's categories by id, deleted ones among them, because history names them. */
export function useCategoryNames(): ReadonlyMap<string, Category> {
  const rows = useRows('category');
  return useMemo(() => new Map((rows ?? []).map(({ id, row }) => [id, row])), [rows]);
}

/** The categories to choose from, in the order of the tree; those below another carry its name as a note. */
export function useCategoryChoices(kind?: 'income' | 'expense'): readonly Choice[] {
  const names = useCategoryNames();
  return useMemo(() => categoryChoices([...names.values()], kind), [names, kind]);
}

export function categoryChoices(categories: readonly Category[], kind?: 'income' | 'expense'): Choice[] {
  const living = categories.filter((one) => !one.is_archived);
  const children = new Map<string | null, Category[]>();
  const known = new Set(living.map((one) => one.id));
  for (const one of living) {
    const parent = one.parent_id !== null && known.has(one.parent_id) ? one.parent_id : null;
    children.set(parent, [...(children.get(parent) ?? []), one]);
  }
  const choices: Choice[] = [];
  const visit = (parent: string | null, above: string) => {
    const sorted = (children.get(parent) ?? []).sort(
      (left, right) => left.order - right.order || left.name.localeCompare(right.name),
    );
    for (const one of sorted) {
      if (!kind || one.kind !== 'income' || kind === 'income') {
        choices.push({ value: one.id, label: one.name, ...(above !== '' && { note: above }) });
      }
      visit(one.id, above === '' ? one.name : `${above} › ${one.name}`);
    }
  };
  visit(null, '');
  return choices;
}
