import { useLingui } from '@lingui/react';
import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useMemo, useRef } from 'react';
import { type Offline, OfflineProvider } from '../offline/hooks.tsx';
import { useAppLock } from './app-lock.ts';
import { BottomBar } from './bottom-bar.tsx';
import { useAskedToConfirm } from './confirm.ts';
import { useHousehold } from './household.ts';
import { useKeyboard, useShortcuts } from './keys.ts';
import { type Place, PLACES } from './navigation.ts';
import { showOver, useOver } from './open.ts';
import { useSession, useSomeone } from './session.ts';
import { useSessionOver } from './session-over.ts';
import { Sidebar } from './sidebar.tsx';

const CommandPalette = lazy(() =>
  import('./command-palette.tsx').then((module) => ({ default: module.CommandPalette })),
);
const KeysHelp = lazy(() => import('./keys-help.tsx').then((module) => ({ default: module.KeysHelp })));
const AddSheet = lazy(() =>
  import('../screens/ledger/add/add-sheet.tsx').then((module) => ({ default: module.AddSheet })),
);
const ProveDialog = lazy(() =>
  import('../screens/identity/prove-dialog.tsx').then((module) => ({ default: module.ProveDialog })),
);

const AskedPapers = lazy(() =>
  import('./asked-papers.tsx').then((module) => ({ default: module.AskedPapers })),
);

const MailNote = lazy(() => import('./mail-note.tsx').then((module) => ({ default: module.MailNote })));
const SessionOverNote = lazy(() =>
  import('./session-over-note.tsx').then((module) => ({ default: module.SessionOverNote })),
);

/** The frame around every screen of a person with a household: ways, keys, what lies over the page. */
export function AppShell() {
  const session = useSession();
  const offline = useMemo<Offline | undefined>(
    () =>
      session.kind === 'someone' && session.household !== undefined
        ? { copy: session.copy, sync: session.sync, household: session.household }
        : undefined,
    [session],
  );
  // Between signing out and the guard's way to the sign-in there is a moment without anybody.
  if (!offline) return null;
  return (
    <OfflineProvider value={offline}>
      <Frame />
    </OfflineProvider>
  );
}

function Frame() {
  const { i18n } = useLingui();
  const household = useHousehold();
  const over = useSessionOver();
  const unreached = useSomeone().me.mail_state === 'undeliverable';
  const places = PLACES.filter((place) => !place.capability || household.may(place.capability));
  useKeyboard();
  useGlobalKeys(places);
  useFocusOnNewScreen();
  return (
    <div className="flex min-h-dvh">
      <a
        href="#content"
        className="fixed top-2 left-2 z-50 -translate-y-20 rounded-button bg-brand px-4 py-2 font-semibold text-on-brand focus:translate-y-0"
      >
        {i18n._('Skip to the content')}
      </a>
      <Sidebar places={places} />
      <main id="content" className="min-w-0 flex-1 pb-[calc(5.5rem+env(safe-area-inset-bottom))] lg:pb-0">
        <div role="status">
          <Suspense>
            {over && <SessionOverNote />}
            {!over && unreached && <MailNote />}
          </Suspense>
        </div>
        <Outlet />
      </main>
      <BottomBar places={places} onAdd={() => showOver('add')} />
      <OverThePage places={places} />
    </div>
  );
}

function OverThePage({ places }: { places: readonly Place[] }) {
  const over = useOver();
  const asked = useAskedToConfirm();
  const { me } = useSomeone();
  // What an older version of the app kept of the person does not say.
  const papers = (me.asked_to_accept as typeof me.asked_to_accept | undefined) ?? [];
  return (
    <Suspense>
      {asked && <ProveDialog asked={asked} />}
      {papers.length > 0 && <AskedPapers />}
      {over === 'palette' && <CommandPalette places={places} />}
      {over === 'keys' && <KeysHelp />}
      {over === 'add' && <AddSheet onClose={() => showOver(undefined)} />}
    </Suspense>
  );
}

function useGlobalKeys(places: readonly Place[]): void {
  const { i18n } = useLingui();
  const navigate = useNavigate();
  const lock = useAppLock();
  useShortcuts([
    { keys: 'mod+k', label: i18n._('Search or jump to'), run: () => showOver('palette') },
    { keys: 'n', label: i18n._('Add'), run: () => showOver('add') },
    { keys: '?', label: i18n._('Keys'), run: () => showOver('keys') },
    ...(lock ? [{ keys: 'l', label: i18n._('Lock now'), run: lock.lockNow }] : []),
    ...places.flatMap((place) =>
      place.key
        ? [{ keys: `g ${place.key}`, label: place.label(), run: () => void navigate({ to: place.to }) }]
        : [],
    ),
  ]);
}

/** After going to another screen the heading has the focus, so that screen readers begin there. */
function useFocusOnNewScreen(): void {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const first = useRef(true);
  useEffect(() => {
    if (path === undefined) return;
    if (first.current) first.current = false;
    else document.getElementById('page-title')?.focus({ preventScroll: true });
  }, [path]);
}
