import type { Tag } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { Tags, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Folded } from '../../../offline/fold.ts';
import { useRows, useWrite } from '../../../offline/hooks.tsx';
import { useHousehold } from '../../../shell/household.ts';
import { Page } from '../../../shell/page.tsx';
import { WaitingMark } from '../../../shell/sync-indicator.tsx';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { TextField } from '../../../ui/field.tsx';
import { EmptyState, SkeletonRows } from '../../../ui/states.tsx';
import { showToast } from '../../../ui/toast-queue.ts';

/** Tags gather entries across categories: a holiday, a renovation, a person. Works without signal. */
export function TagsScreen() {
  const { i18n } = useLingui();
  const household = useHousehold();
  const rows = useRows('tag');
  const editable = household.may('categories.manage');
  const tags = [...(rows ?? [])].sort((left, right) => left.row.name.localeCompare(right.row.name));
  return (
    <Page
      title={i18n._('Tags')}
      note={i18n._('They gather entries across categories: a holiday, a renovation, a person.')}
      narrow
    >
      <Card>
        {editable && <NewTag names={tags.map(({ row }) => row.name.toLowerCase())} />}
        {rows === undefined ? (
          <SkeletonRows />
        ) : tags.length === 0 ? (
          <EmptyState icon={Tags} title={i18n._('No tags yet')}>
            {i18n._('Make one above, or while you write an entry.')}
          </EmptyState>
        ) : (
          <ul className="divide-y divide-line">
            {tags.map((one) => (
              <TagLine key={one.id} one={one} editable={editable} />
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
  const taken = names.includes(name.trim().toLowerCase());
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

function TagLine({ one, editable }: { one: Folded<Tag>; editable: boolean }) {
  const { i18n } = useLingui();
  const write = useWrite();
  const { row } = one;
  const [name, setName] = useState(row.name);
  const save = () => {
    const next = name.trim();
    if (next === '') setName(row.name);
    else if (next !== row.name) void write.update('tag', one.id, { name: next });
  };
  const remove = async () => {
    await write.remove('tag', one.id);
    showToast({ title: i18n._('{name} deleted', { name: row.name }) });
  };
  const count = row.transactions_count ?? 0;
  return (
    <li className="flex items-center gap-3 py-1.5">
      {editable ? (
        <input
          aria-label={i18n._('Name of the tag {name}', { name: row.name })}
          value={name}
          maxLength={40}
          onChange={(event) => setName(event.target.value)}
          onBlur={save}
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
          onClick={() => void remove()}
        />
      )}
    </li>
  );
}
