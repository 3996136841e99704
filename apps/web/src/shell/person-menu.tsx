import { useLingui } from '@lingui/react';
import { useNavigate } from '@tanstack/react-router';
import { CloudOff, LogOut, Monitor, Moon, SunMedium } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { Avatar } from '../ui/avatar.tsx';
import { ConfirmDialog } from '../ui/dialog.tsx';
import { MenuButton } from '../ui/menu-button.tsx';
import type { MenuEntry } from '../ui/menu.tsx';
import { signOut, unsentChanges, useSomeone } from './session.ts';
import { chooseTheme, type Theme, useTheme } from './theme.ts';

/** Theme, sync and the way out, behind the person's name. */
export function PersonMenu({ trigger }: { trigger?: ReactElement<Record<string, unknown>> }) {
  const { i18n } = useLingui();
  const navigate = useNavigate();
  const theme = useTheme();
  const { me } = useSomeone();
  const [unsent, setUnsent] = useState<number>();

  async function leave() {
    const count = await unsentChanges();
    if (count > 0) setUnsent(count);
    else await signOut();
  }

  const themes: [Theme, string, typeof Moon][] = [
    ['light', i18n._('Light'), SunMedium],
    ['dark', i18n._('Dark'), Moon],
    ['system', i18n._('As the device'), Monitor],
  ];
  const entries: MenuEntry[] = [
    ...themes.map(([choice, label, icon]) => ({
      label,
      icon,
      chosen: choice === theme,
      onSelect: () => chooseTheme(choice),
    })),
    'line',
    { label: i18n._('Sync'), icon: CloudOff, onSelect: () => void navigate({ to: '/sync' }) },
    { label: i18n._('Sign out'), icon: LogOut, onSelect: () => void leave() },
  ];
  return (
    <>
      <MenuButton
        trigger={trigger ?? <NameButton />}
        entries={entries}
        heading={me.email}
        side="top"
        align="start"
      />
      <ConfirmDialog
        open={unsent !== undefined}
        danger
        title={i18n._('Sign out and lose changes?')}
        confirm={i18n._('Sign out')}
        cancel={i18n._('Stay')}
        onConfirm={() => void signOut()}
        onCancel={() => setUnsent(undefined)}
      >
        {i18n._(
          '{count, plural, one {# change has} other {# changes have}} not reached the server yet. Signing out deletes the copy on this device, and with it what has not been sent.',
          { count: unsent ?? 0 },
        )}
      </ConfirmDialog>
    </>
  );
}

function NameButton(props: Record<string, unknown>) {
  const { me } = useSomeone();
  return (
    <button
      type="button"
      {...props}
      className="flex min-h-14 w-full items-center gap-3 rounded-cell px-3 py-2 text-left transition-colors hover:bg-sunk"
    >
      <Avatar person={{ id: me.id, name: me.display_name }} />
      <span className="min-w-0">
        <span className="block truncate font-semibold">{me.display_name}</span>
        <span className="block truncate text-sm text-ink-3">{me.email}</span>
      </span>
    </button>
  );
}
