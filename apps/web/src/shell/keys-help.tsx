import { useLingui } from '@lingui/react';
import { Dialog } from '../ui/dialog.tsx';
import { useShortcutList } from './keys.ts';
import { showOver } from './open.ts';

/** Every key that works on the present screen. */
export function KeysHelp() {
  const { i18n } = useLingui();
  const shortcuts = useShortcutList();
  return (
    <Dialog open onClose={() => showOver(undefined)} title={i18n._('Keys')}>
      <dl className="grid grid-cols-1 gap-x-8 gap-y-2 sm:grid-cols-2">
        {shortcuts.map((shortcut) => (
          <div key={shortcut.keys} className="flex items-center justify-between gap-3">
            <dt>{shortcut.label}</dt>
            <dd className="flex gap-1">
              {shortcut.keys.split(/[ +]/).map((key, index) => (
                <kbd
                  key={index}
                  className="rounded-md border border-line-strong bg-sunk px-1.5 py-0.5 font-sans text-xs"
                >
                  {key === 'mod' ? 'Ctrl' : key}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
