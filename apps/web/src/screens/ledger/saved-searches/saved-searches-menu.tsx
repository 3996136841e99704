import type { SavedSearch } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { Bookmark, BookmarkPlus, Pencil, Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useRows, useWrite, type Write } from '../../../offline/hooks.tsx';
import { IconButton } from '../../../ui/button.tsx';
import { MenuButton } from '../../../ui/menu-button.tsx';
import type { MenuEntry } from '../../../ui/menu.tsx';
import { showToast } from '../../../ui/toast-queue.ts';
import { filtersOf, isFiltered, type ListSearch } from '../transactions/filters.ts';
import { filtersToSave, savedAs, searchOf } from './saved-search.ts';

const NameDialog = lazy(() => import('./name-dialog.tsx').then((module) => ({ default: module.NameDialog })));

type MenuProps = { search: ListSearch; onSearch: (search: ListSearch) => void };

/** The member's own filters under names: to open one, to keep what the list shows now, to rename, to forget. */
export function SavedSearchesMenu({ search, onSearch }: MenuProps) {
  const { i18n } = useLingui();
  const write = useWrite();
  const rows = useRows('saved_search');
  const [naming, setNaming] = useState<'new' | SavedSearch>();
  const saved = (rows ?? []).map(({ row }) => row).sort((a, b) => a.name.localeCompare(b.name));
  const current = savedAs(search, saved);
  const entries: MenuEntry[] = saved.map((one) => ({
    label: one.name,
    chosen: one === current,
    onSelect: () => onSearch(searchOf(one)),
  }));
  if (entries.length > 0) entries.push('line');
  if (current) {
    entries.push(
      {
        label: i18n._('Rename {name}', { name: current.name }),
        icon: Pencil,
        onSelect: () => setNaming(current),
      },
      {
        label: i18n._('Forget {name}', { name: current.name }),
        icon: Trash2,
        danger: true,
        onSelect: () => void forget(write, current, i18n._('Search forgotten')),
      },
    );
  } else {
    entries.push({
      label: i18n._('Save this search'),
      icon: BookmarkPlus,
      disabled: !isFiltered(filtersOf(search)),
      onSelect: () => setNaming('new'),
    });
  }
  return (
    <>
      <MenuButton
        trigger={<IconButton icon={Bookmark} label={i18n._('Saved searches')} kind="secondary" />}
        entries={entries}
      />
      {naming && (
        <Suspense>
          <NameDialog
            before={naming === 'new' ? '' : naming.name}
            taken={saved.map((one) => one.name)}
            onName={(name) => void keep(write, naming, { name, search })}
            onClose={() => setNaming(undefined)}
          />
        </Suspense>
      )}
    </>
  );
}

async function keep(
  write: Write,
  naming: 'new' | SavedSearch,
  { name, search }: { name: string; search: ListSearch },
): Promise<void> {
  if (naming === 'new') await write.create('saved_search', { name, filters: filtersToSave(search) });
  else await write.update('saved_search', naming.id, { name });
}

async function forget(write: Write, saved: SavedSearch, title: string): Promise<void> {
  await write.remove('saved_search', saved.id);
  showToast({ title });
}
