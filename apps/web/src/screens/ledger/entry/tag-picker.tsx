import type { Transaction } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useWrite } from '../../../offline/hooks.tsx';
import { Combobox } from '../../../ui/combobox.tsx';
import type { LedgerFacts } from '../parts/facts.ts';

/** The tags of an entry, with a cross each, and a field that finds or makes another. */
export function TagPicker({
  row,
  facts,
  mayEdit,
}: {
  row: Transaction;
  facts: LedgerFacts;
  mayEdit: boolean;
}) {
  const { i18n } = useLingui();
  const write = useWrite();
  const [adding, setAdding] = useState(false);
  const own = row.tags ?? [];
  const set = (tags: string[]) => void write.update('transaction', row.id, { tags });
  const choices = [...facts.tags.values()]
    .filter((tag) => !own.includes(tag.id))
    .map((tag) => ({ value: tag.id, label: tag.name }));
  async function make(name: string) {
    const id = await write.create('tag', { name, colour: '' });
    set([...own, id]);
    setAdding(false);
  }
  return (
    <div>
      <p className="text-sm font-semibold text-ink-2">{i18n._('Tags')}</p>
      <div className="mt-1.5 flex flex-wrap items-center gap-2">
        {own.map((id) => {
          const name = facts.tags.get(id)?.name ?? i18n._('Something that is gone');
          return (
            <button
              key={id}
              type="button"
              aria-label={i18n._('Remove tag {name}', { name })}
              onClick={() => set(own.filter((one) => one !== id))}
              className="inline-flex min-h-9 items-center gap-1.5 rounded-chip bg-plum-soft pr-2.5 pl-3.5 text-sm font-medium text-plum max-lg:min-h-11"
            >
              {name}
              {mayEdit && <X aria-hidden size={14} />}
            </button>
          );
        })}
        {mayEdit && !adding && (
          <button
            type="button"
            onClick={() => setAdding(true)}
            className="inline-flex min-h-9 items-center gap-1.5 rounded-chip border border-dashed border-line-strong px-3.5 text-sm font-medium text-ink-2 hover:text-ink max-lg:min-h-11"
          >
            <Plus aria-hidden size={15} />
            {i18n._('Tag')}
          </button>
        )}
        {!mayEdit && own.length === 0 && <span className="text-ink-3">{i18n._('None')}</span>}
      </div>
      {adding && (
        <Combobox
          className="mt-2"
          hiddenLabel
          label={i18n._('Add a tag')}
          placeholder={i18n._('Find or make a tag')}
          choices={choices}
          value={undefined}
          onChange={(id) => {
            if (id !== undefined) set([...own, id]);
            setAdding(false);
          }}
          onCreate={(name) => void make(name)}
          createLabel={(name) => i18n._('New tag “{name}”', { name })}
        />
      )}
    </div>
  );
}
