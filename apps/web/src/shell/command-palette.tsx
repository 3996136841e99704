import { useLingui } from '@lingui/react';
import { useNavigate } from '@tanstack/react-router';
import { CornerDownLeft, Keyboard, type LucideIcon, Search, Wallet } from 'lucide-react';
import { useId, useMemo, useState } from 'react';
import { useRows } from '../offline/hooks.tsx';
import { cx } from '../ui/cx.ts';
import { Dialog } from '../ui/dialog.tsx';
import { useHousehold } from './household.ts';
import { useShortcutList } from './keys.ts';
import type { Place } from './navigation.ts';
import { showOver } from './open.ts';
import { SETTINGS_PLACES } from './settings-places.ts';

type Command = {
  readonly id: string;
  readonly label: string;
  readonly note?: string;
  readonly icon: LucideIcon;
  readonly run: () => void;
};

/** Goes anywhere and does anything by a few letters. */
export function CommandPalette({ places }: { places: readonly Place[] }) {
  const { i18n } = useLingui();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const listId = useId();
  const { may } = useHousehold();
  const all = useMemo(
    () => [...places, ...SETTINGS_PLACES.filter(({ capability }) => !capability || may(capability))],
    [places, may],
  );
  const commands = useCommands(all);
  const found = useMemo(() => search(commands, typed), [commands, typed]);
  const current = Math.min(at, Math.max(0, found.length - 1));
  const close = () => showOver(undefined);

  function run(command: Command | undefined) {
    if (!command) return;
    close();
    command.run();
  }

  function onKeyDown(event: React.KeyboardEvent) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setAt((current + step + found.length) % Math.max(1, found.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      run(found[current]);
    }
  }

  return (
    <Dialog open onClose={close} title={i18n._('Search or jump to')} size="medium">
      <div className="relative">
        <Search aria-hidden size={18} className="absolute top-3.5 left-3.5 text-ink-3" />
        <input
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={found[current] ? `${listId}-${current}` : undefined}
          aria-label={i18n._('Search or jump to')}
          autoComplete="off"
          // The palette is opened to type in it.
          autoFocus
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
          placeholder={i18n._('A screen, an account, something to do')}
          className="min-h-12 w-full rounded-button border border-line-strong bg-surface pr-3 pl-11 text-base text-ellipsis outline-offset-0"
        />
      </div>
      <Results id={listId} found={found} current={current} onPoint={setAt} onRun={run} />
      {found.length === 0 && (
        <p className="px-3 py-4 text-ink-3">{i18n._('Nothing found for “{typed}”', { typed })}</p>
      )}
    </Dialog>
  );
}

type ResultsProps = {
  id: string;
  found: readonly Command[];
  current: number;
  onPoint: (index: number) => void;
  onRun: (command: Command) => void;
};

function Results({ id, found, current, onPoint, onRun }: ResultsProps) {
  const { i18n } = useLingui();
  return (
    <ul
      id={id}
      role="listbox"
      aria-label={i18n._('Results')}
      className="mt-3 max-h-80 space-y-0.5 overflow-y-auto"
    >
      {found.map((command, index) => (
        <li
          key={command.id}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === current}
          onPointerMove={() => onPoint(index)}
          onClick={() => onRun(command)}
          className={cx(
            'flex min-h-11 cursor-pointer items-center gap-3 rounded-[10px] px-3',
            index === current && 'bg-good-soft',
          )}
        >
          <command.icon aria-hidden size={18} className="text-ink-3" />
          <span className="min-w-0 flex-1 truncate">{command.label}</span>
          {command.note && <span className="text-sm text-ink-3">{command.note}</span>}
          {index === current && <CornerDownLeft aria-hidden size={15} className="text-ink-3" />}
        </li>
      ))}
    </ul>
  );
}

function useCommands(places: readonly Place[]): readonly Command[] {
  const { i18n } = useLingui();
  const navigate = useNavigate();
  const shortcuts = useShortcutList();
  const accounts = useRows('account');
  return useMemo(() => {
    const going = places.map(
      (place): Command => ({
        id: `go ${place.to}`,
        label: place.label(),
        icon: place.icon,
        run: () => void navigate({ to: place.to }),
        ...(place.key && { note: `g ${place.key}` }),
      }),
    );
    const doing = shortcuts
      .filter((shortcut) => !shortcut.keys.startsWith('g ') && shortcut.keys !== 'mod+k')
      .map(
        (shortcut): Command => ({
          id: `do ${shortcut.keys}`,
          label: shortcut.label,
          note: shortcut.keys,
          icon: Keyboard,
          run: shortcut.run,
        }),
      );
    const accountsNow = (accounts ?? []).filter((account) => account.row.status !== 'closed');
    const looking = accountsNow.map(
      (account): Command => ({
        id: account.id,
        label: account.row.name,
        note: i18n._('Account'),
        icon: Wallet,
        run: () => void navigate({ to: '/accounts/$id', params: { id: account.id } } as never),
      }),
    );
    return [...going, ...doing, ...looking];
  }, [places, shortcuts, accounts, navigate, i18n]);
}

function search(commands: readonly Command[], typed: string): readonly Command[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  return commands
    .filter((command) => words.every((word) => plain(command.label).includes(word)))
    .slice(0, 40);
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
