import { formatCount, formatMoney } from '@kinwise/core/format';
import { useLingui } from '@lingui/react';
import { Shapes, Tag, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import { useWrite } from '../../../offline/hooks.tsx';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Combobox } from '../../../ui/combobox.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { useUiSettings } from '../../../ui/settings.tsx';
import type { LedgerFacts } from '../parts/facts.ts';

type BulkBarProps = {
  count: number;
  /** What the ticked entries come to, where they are of one currency and all read. */
  sum: { readonly amount: string; readonly currency: string } | undefined;
  facts: LedgerFacts;
  /** How many the filters find, when everything may be ticked at once. */
  all: number | undefined;
  onAll: () => void;
  onCategory: (button: HTMLElement) => void;
  onTag: (tagId: string, wanted: boolean) => void;
  onTrash: () => void;
  onClear: () => void;
};

/** What can be done to the ticked entries; floats over the list while there are any. */
export function BulkBar({
  count,
  sum,
  facts,
  all,
  onAll,
  onCategory,
  onTag,
  onTrash,
  onClear,
}: BulkBarProps) {
  const { i18n } = useLingui();
  const { locale } = useUiSettings();
  const [tagging, setTagging] = useState(false);
  return (
    <div
      role="toolbar"
      aria-label={i18n._('Selected entries')}
      className="fixed inset-x-3 bottom-[calc(5.75rem+env(safe-area-inset-bottom))] z-30 mx-auto flex max-w-xl flex-wrap items-center gap-x-1 rounded-card border border-line bg-raised py-1.5 pr-1.5 pl-4 shadow-float lg:bottom-6 lg:left-[260px] lg:mx-0"
    >
      <p role="status" className="mr-auto min-w-0 py-2 max-sm:w-full max-sm:pb-0">
        <span className="font-semibold">
          {i18n._('{count, plural, one {# selected} other {# selected}}', { count })}
        </span>
        {sum && <span className="kw-tnum ml-2 text-ink-3">{formatMoney(sum, locale)}</span>}
        {all !== undefined && all > count && (
          <button
            type="button"
            onClick={onAll}
            className="ml-3 min-h-9 font-semibold text-brand-text hover:underline"
          >
            {i18n._('Select all {count}', { count: formatCount(all, locale) })}
          </button>
        )}
      </p>
      <Button kind="quiet" icon={Shapes} onClick={(event) => onCategory(event.currentTarget)}>
        {i18n._('Category')}
      </Button>
      <Button kind="quiet" icon={Tag} onClick={() => setTagging(true)}>
        {i18n._('Tag')}
      </Button>
      <IconButton icon={Trash2} label={i18n._('Delete')} onClick={onTrash} />
      <IconButton icon={X} label={i18n._('Clear the selection')} onClick={onClear} />
      {tagging && <TagDialog facts={facts} onTag={onTag} onClose={() => setTagging(false)} />}
    </div>
  );
}

function TagDialog({
  facts,
  onTag,
  onClose,
}: {
  facts: LedgerFacts;
  onTag: (tagId: string, wanted: boolean) => void;
  onClose: () => void;
}) {
  const { i18n } = useLingui();
  const write = useWrite();
  const [chosen, setChosen] = useState<string>();
  const choices = [...facts.tags.values()].map((tag) => ({ value: tag.id, label: tag.name }));
  const done = (wanted: boolean) => {
    if (chosen !== undefined) onTag(chosen, wanted);
    onClose();
  };
  async function make(name: string) {
    setChosen(await write.create('tag', { name, colour: '' }));
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={i18n._('Tag')}
      size="small"
      actions={
        <>
          <Button disabled={chosen === undefined} onClick={() => done(false)}>
            {i18n._('Take away')}
          </Button>
          <Button kind="primary" disabled={chosen === undefined} onClick={() => done(true)}>
            {i18n._('Add')}
          </Button>
        </>
      }
    >
      <Combobox
        label={i18n._('Tag')}
        choices={choices}
        value={chosen}
        onChange={setChosen}
        onCreate={(name) => void make(name)}
        createLabel={(name) => i18n._('New tag “{name}”', { name })}
      />
    </Dialog>
  );
}
