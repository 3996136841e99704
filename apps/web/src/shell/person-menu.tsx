import { useLingui } from '@lingui/react';
import { useNavigate } from '@tanstack/react-router';
import { Lock, LogOut, Monitor, Moon, RefreshCw, SunMedium } from 'lucide-react';
import { lazy, type ReactElement, Suspense } from 'react';
import { Avatar } from '../ui/avatar.tsx';
import { MenuButton } from '../ui/menu-button.tsx';
import type { MenuEntry } from '../ui/menu.tsx';
import { useAppLock } from './app-lock.ts';
import { useSomeone } from './session.ts';
import { chooseTheme, type Theme, useTheme } from './theme.ts';
import { useSignOut } from './use-sign-out.tsx';

const Face = lazy(() => import('./face.tsx').then((module) => ({ default: module.Face })));

/** Theme, sync and the way out, behind the person's name. */
export function PersonMenu({ trigger }: { trigger?: ReactElement<Record<string, unknown>> }) {
  const { i18n } = useLingui();
  const navigate = useNavigate();
  const theme = useTheme();
  const { me } = useSomeone();
  const lock = useAppLock();
  const leaving = useSignOut();

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
    { label: i18n._('Sync'), icon: RefreshCw, onSelect: () => void navigate({ to: '/sync' }) },
    ...(lock ? [{ label: i18n._('Lock now'), icon: Lock, onSelect: lock.lockNow }] : []),
    { label: i18n._('Sign out'), icon: LogOut, onSelect: () => void leaving.begin() },
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
      {leaving.question}
    </>
  );
}

function NameButton(props: Record<string, unknown>) {
  const { me } = useSomeone();
  const person = { id: me.id, name: me.display_name, photo: me.photo };
  return (
    <button
      type="button"
      {...props}
      className="flex min-h-14 w-full items-center gap-3 rounded-cell px-3 py-2 text-left transition-colors hover:bg-sunk"
    >
      <Suspense fallback={<Avatar person={person} />}>
        <Face person={person} />
      </Suspense>
      <span className="min-w-0">
        <span className="block truncate font-semibold">{me.display_name}</span>
        <span className="block truncate text-sm text-ink-3">{me.email}</span>
      </span>
    </button>
  );
}
