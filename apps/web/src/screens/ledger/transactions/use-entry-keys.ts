import { useLingui } from '@lingui/react';
import { useShortcuts } from '../../../shell/keys.ts';
import { focusedEntry } from './entry-list.tsx';
import type { Picking } from './use-picking.ts';

type Keys = {
  move: (step: 1 | -1) => void;
  onOpen: (id: string) => void;
  picking: Picking;
  mayEdit: boolean;
};

/** The list by keys. The row with the focus is the cursor, so that Enter, Tab and screen readers agree with it. */
export function useEntryKeys({ move, onOpen, picking, mayEdit }: Keys): void {
  const { i18n } = useLingui();
  const onFocused = (run: (id: string) => void) => () => {
    const id = focusedEntry();
    if (id !== undefined) run(id);
  };
  const always = [
    { keys: 'j', label: i18n._('Next entry'), run: () => move(1) },
    { keys: 'k', label: i18n._('Entry before'), run: () => move(-1) },
    { keys: 'e', label: i18n._('Open the entry'), run: onFocused(onOpen) },
  ];
  const editing = [
    { keys: 'x', label: i18n._('Select the entry'), run: onFocused((id) => picking.tick(id, false)) },
    { keys: 'c', label: i18n._('Choose a category'), run: onFocused(openCategoryOf) },
    { keys: '#', label: i18n._('Delete'), run: () => picking.trashFocused(focusedEntry()) },
    { keys: 'Escape', label: i18n._('Clear the selection'), run: picking.clear },
  ];
  useShortcuts(mayEdit ? [...always, ...editing] : always);
}

function openCategoryOf(id: string): void {
  document.querySelector<HTMLElement>(`[data-category="${id}"]`)?.click();
}
