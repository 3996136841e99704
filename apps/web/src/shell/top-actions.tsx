import { useLingui } from '@lingui/react';
import { Plus, Search } from 'lucide-react';
import { Button, IconButton } from '../ui/button.tsx';
import { showOver } from './open.ts';
import { useSomeone } from './session.ts';

/** Search and Add at the right of every heading; on phones the bottom bar has Add. */
export function TopActions() {
  const { i18n } = useLingui();
  // Both are about a household.
  if (useSomeone().household === undefined) return null;
  return (
    <>
      <button
        type="button"
        onClick={() => showOver('palette')}
        className="hidden min-h-11 w-56 items-center gap-2.5 rounded-button border border-line bg-surface px-3 text-left text-ink-3 shadow-card transition-colors hover:border-line-strong lg:flex"
      >
        <Search aria-hidden size={17} />
        <span className="flex-1">{i18n._('Search or jump to')}</span>
        <kbd className="rounded-md border border-line px-1.5 font-sans text-xs">Ctrl K</kbd>
      </button>
      <IconButton
        icon={Search}
        label={i18n._('Search or jump to')}
        kind="secondary"
        className="lg:hidden"
        onClick={() => showOver('palette')}
      />
      <Button kind="primary" icon={Plus} className="max-lg:hidden" onClick={() => showOver('add')}>
        {i18n._('Add')}
      </Button>
    </>
  );
}
