import { useLingui } from '@lingui/react';
import { useMemo, useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { categoryIcon } from '../parts/category-icon.ts';
import { categoriesInOrder, type LedgerFacts } from '../parts/facts.ts';

type CategoryChipsProps = {
  kind: 'expense' | 'income';
  facts: LedgerFacts;
  value: string | undefined;
  onChange: (id: string | undefined) => void;
};

const FIRST = 7;

/** The categories that are used most, to press; the others a press away. */
export function CategoryChips({ kind, facts, value, onChange }: CategoryChipsProps) {
  const { i18n } = useLingui();
  const [all, setAll] = useState(false);
  const fitting = useMemo(() => {
    const ordered = categoriesInOrder(facts.categories).filter(
      (one) => one.kind === kind || one.kind === 'both',
    );
    return [...ordered].sort(
      (left, right) => (right.transactions_count ?? 0) - (left.transactions_count ?? 0),
    );
  }, [facts.categories, kind]);
  const first = fitting.slice(0, FIRST);
  const chosen = fitting.find((category) => category.id === value);
  const shown = all ? fitting : chosen && !first.includes(chosen) ? [chosen, ...first.slice(0, -1)] : first;
  return (
    <fieldset>
      <legend className="text-sm font-semibold text-ink-2">{i18n._('Category')}</legend>
      <div className="mt-1.5 flex flex-wrap gap-2">
        {shown.map((category) => (
          <Chip
            key={category.id}
            icon={categoryIcon(category.icon)}
            chosen={category.id === value}
            onClick={() => onChange(category.id === value ? undefined : category.id)}
          >
            {facts.nameOf(category.id)}
          </Chip>
        ))}
        {!all && fitting.length > first.length && (
          <Button kind="quiet" size="small" onClick={() => setAll(true)}>
            {i18n._('All')}
          </Button>
        )}
      </div>
    </fieldset>
  );
}
