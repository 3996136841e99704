import type { Tag } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { Tags, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Folded } from '../../../offline/fold.ts';
import { useRows, useWrite } from '../../../offline/hooks.tsx';
import { useUses } from '../../../offline/uses.ts';
import { useHousehold } from '../../../shell/household.ts';
import { Page } from '../../../shell/page.tsx';
import { WaitingMark } from '../../../shell/sync-indicator.tsx';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/field.tsx';
import { EmptyState, SkeletonRows } from '../../../ui/states.tsx';
import { showToast } from '../../../ui/toast-queue.ts';
import { useKept } from '../../../ui/use-kept.ts';

/** Tags gather entries across categories: a holiday, a renovation, a person. Works without signal. */
export function TagsScreen() {
  const { i18n } = useLingui();
  const household = useHousehold();
  const rows = useRows('tag');
  const uses = useUses();
  const editable = household.may('categories.manage');
  const tags = [...(rows ?? [])].sort((left, right) => left.row.name.localeCompare(right.row.name));
  return (
    <Page
      title={i18n._('Tags')}
      note={i18n._('They gather entries across categories: a holiday, a renovation, a person.')}
      narrow
    >
      <Card>
        {editable && <NewTag names={tags.map(({ row }) => row.name)} />}
        {rows === undefined ? (
          <SkeletonRows />
        ) : tags.length === 0 ? (
          <EmptyState icon={Tags} title={i18n._('No tags yet')}>
            {i18n._('Make one above, or while you write an entry.')}
          </EmptyState>
        ) : (
          <ul className="divide-y divide-line">
            {tags.map((one) => (
              <TagLine
                key={one.id}
                one={one}
                count={uses?.get(one.id) ?? 0}
                editable={editable}
                taken={(name) => tags.some(({ id, row }) => id !== one.id && sameName(row.name, name))}
              />
            ))}
          </ul>
        )}
      </Card>
    </Page>
  );
}

function NewTag({ names }: { names: readonly string[] }) {
  const { i18n } = useLingui();
  const write = useWrite();
  const [name, setName] = useState('');
  const taken = names.some((one) => sameName(one, name.trim()));
  return (
    <form
      className="mb-3 flex items-start gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === '' || taken) return;
        void write.create('tag', { name: name.trim(), colour: '' });
        setName('');
      }}
    >
      <TextField
        hiddenLabel
        label={i18n._('Name of a new tag')}
        placeholder={i18n._('Name of a new tag')}
        className="flex-1"
        maxLength={40}
        autoComplete="off"
        value={name}
        error={taken ? i18n._('There is one of this name.') : undefined}
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="submit" kind="primary" disabled={name.trim() === '' || taken}>
        {i18n._('Add')}
      </Button>
    </form>
  );
}

type TagLineProps = { one: Folded<Tag>; count: number; editable: boolean; taken: (name: string) => boolean };

function TagLine({ one, count, editable, taken }: TagLineProps) {
  const { i18n } = useLingui();
  const write = useWrite();
  const { row } = one;
  const [asking, setAsking] = useState(false);
  const { onType, ...kept } = useKept(row.name, (text) => {
    const name = text.trim();
    if (name === '' || name === row.name) return false;
    if (taken(name)) {
      showToast({ title: i18n._('There is one of this name.'), description: name, tone: 'over' });
      return false;
    }
    void write.update('tag', one.id, { name });
    return true;
  });
  const remove = async () => {
    await write.remove('tag', one.id);
    showToast({ title: i18n._('{name} deleted', { name: row.name }) });
  };
  return (
    <li className="flex items-center gap-3 py-1.5">
      {editable ? (
        <input
          aria-label={i18n._('Name of the tag {name}', { name: row.name })}
          maxLength={40}
          {...kept}
          onChange={(event) => onType(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
          className="min-h-11 min-w-0 flex-1 rounded-button border border-transparent bg-transparent px-2 font-medium hover:border-line focus:border-line-strong"
        />
      ) : (
        <span className="min-w-0 flex-1 truncate px-2 py-2.5 font-medium">{row.name}</span>
      )}
      {one.waiting && <WaitingMark blocked={one.blocked} />}
      <span className="kw-tnum shrink-0 text-sm text-ink-3">
        {i18n._('{count, plural, one {# entry} other {# entries}}', { count })}
      </span>
      {editable && (
        <IconButton
          icon={Trash2}
          size="small"
          label={i18n._('Delete the tag {name}', { name: row.name })}
          onClick={() => (count > 0 ? setAsking(true) : void remove())}
        />
      )}
      <ConfirmDialog
        open={asking}
        danger
        title={i18n._('Delete the tag {name}?', { name: row.name })}
        confirm={i18n._('Delete')}
        cancel={i18n._('Keep it')}
        onConfirm={() => void remove()}
        onCancel={() => setAsking(false)}
      >
        {i18n._(
          '{count, plural, one {It is taken off # entry; the entry stays.} other {It is taken off # entries; the entries stay.}}',
          { count },
        )}
      </ConfirmDialog>
    </li>
  );
}

/** As the server counts: capitals make no other name. */
function sameName(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}
