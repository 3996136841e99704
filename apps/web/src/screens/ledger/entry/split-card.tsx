import type { Transaction } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { Pencil, Split } from 'lucide-react';
import { useState } from 'react';
import { useWrite } from '../../../offline/hooks.tsx';
import { Button } from '../../../ui/button.tsx';
import { IconTile } from '../../../ui/icon-tile.tsx';
import { Money } from '../../../ui/money.tsx';
import { showToast } from '../../../ui/toast-queue.ts';
import { categoryIcon } from '../parts/category-icon.ts';
import type { LedgerFacts } from '../parts/facts.ts';
import { SplitEditor } from './split-editor.tsx';
import { type Part, partsOf, splitsOf } from './splits.ts';

type SplitCardProps = {
  row: Transaction;
  facts: LedgerFacts;
  mayEdit: boolean;
  /** Whether the parts, or the editor of new ones, are shown. */
  open: boolean;
  onOpen: (open: boolean) => void;
};

/** The parts of an entry as a list, the editor in their place, or the button that begins one. */
export function SplitCard({ row, facts, mayEdit, open, onOpen }: SplitCardProps) {
  const { i18n } = useLingui();
  const write = useWrite();
  const has = (row.splits ?? []).length > 0;
  const [editing, setEditing] = useState(false);
  if (!open) {
    if (!mayEdit) return null;
    return (
      <Button icon={Split} onClick={() => onOpen(true)} className="w-full">
        {i18n._('Split into parts')}
      </Button>
    );
  }
  function stop() {
    setEditing(false);
    onOpen(false);
  }
  async function save(parts: readonly Part[]) {
    await write.act('transaction', row.id, { action: 'splits', body: { splits: splitsOf(row, parts) } });
    stop();
  }
  async function undo() {
    await write.act('transaction', row.id, { action: 'splits', body: { splits: [] } });
    showToast({
      title: i18n._('The parts are one entry again'),
      action: {
        label: i18n._('Undo'),
        onPress: () =>
          void write.act('transaction', row.id, { action: 'splits', body: { splits: row.splits } }),
      },
    });
    stop();
  }
  if (editing || !has) {
    return (
      <SplitEditor
        whole={row}
        facts={facts}
        start={partsOf(row, row.splits ?? [])}
        firstCategory={row.category_id ?? null}
        onSave={(parts) => void save(parts)}
        onCancel={stop}
        {...(has && { onUndo: () => void undo() })}
      />
    );
  }
  return (
    <section className="rounded-cell border border-line p-4">
      <header className="mb-2 flex items-center justify-between">
        <h3 className="text-base">{i18n._('Parts')}</h3>
        {mayEdit && (
          <Button kind="quiet" size="small" icon={Pencil} onClick={() => setEditing(true)}>
            {i18n._('Change')}
          </Button>
        )}
      </header>
      <ul className="space-y-2.5">
        {(row.splits ?? []).map((split) => (
          <li key={split.id} className="flex items-center gap-3">
            <IconTile size="small" icon={categoryIcon(facts.categories.get(split.category_id ?? '')?.icon)} />
            <span className="min-w-0 flex-1">
              <span className="block truncate">
                {facts.nameOf(split.category_id) ?? i18n._('No category')}
              </span>
              <span className="block truncate text-sm text-ink-3">
                {[facts.people.get(split.member_id ?? '')?.display_name, split.note]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            <Money amount={split.amount} currency={row.currency} meaning="entry" />
          </li>
        ))}
      </ul>
    </section>
  );
}
