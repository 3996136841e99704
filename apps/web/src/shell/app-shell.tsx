import { useLingui } from '@lingui/react';
import { Outlet, useNavigate } from '@tanstack/react-router';
import { Fragment, lazy, Suspense, useMemo } from 'react';
import { type OnDevice, OfflineProvider } from '../offline/hooks.tsx';
import { useAppLock } from './app-lock.ts';
import { BottomBar } from './bottom-bar.tsx';
import { FrameNotes, Questions, SkipLink, useFocusOnNewScreen } from './frame-parts.tsx';
import { useHousehold } from './household.ts';
import { useKeyboard, useShortcuts } from './keys.ts';
import { type Place, PLACES } from './navigation.ts';
import { showOver, useOver } from './open.ts';
import { useSession } from './session.ts';
import { Sidebar } from './sidebar.tsx';

const CommandPalette = lazy(() =>
  import('./command-palette.tsx').then((module) => ({ default: module.CommandPalette })),
);
const KeysHelp = lazy(() => import('./keys-help.tsx').then((module) => ({ default: module.KeysHelp })));
const AddSheet = lazy(() =>
  import('../screens/ledger/add/add-sheet.tsx').then((module) => ({ default: module.AddSheet })),
);
const OwnFrame = lazy(() => import('./own-frame.tsx').then((module) => ({ default: module.OwnFrame })));

/** The frame around every screen of a person who is signed in: ways, keys, what lies over the page. */
export function AppShell() {
  const session = useSession();
  const device = useMemo<OnDevice | undefined>(
    () =>
      session.kind === 'someone'
        ? { copy: session.copy, sync: session.sync, household: session.household }
        : undefined,
    [session],
  );
  const person = session.kind === 'someone' ? session.me.id : undefined;
  // Between signing out and the guard's way to the sign-in there is a moment without anybody.
  if (!device) return null;
  return (
    // Of what somebody typed nothing is left when another person signs in over it.
    <OfflineProvider key={person} value={device}>
      {device.household === undefined ? (
        <Suspense>
          <OwnFrame />
        </Suspense>
      ) : (
        <Frame />
      )}
    </OfflineProvider>
  );
}

function Frame() {
  const household = useHousehold();
  const places = PLACES.filter((place) => !place.capability || household.may(place.capability));
  useKeyboard();
  useGlobalKeys(places);
  useFocusOnNewScreen();
  return (
    <div className="flex min-h-dvh">
      <SkipLink />
      <Sidebar places={places} />
      <main id="content" className="min-w-0 flex-1 pb-[calc(5.5rem+env(safe-area-inset-bottom))] lg:pb-0">
        <FrameNotes />
        {/* What was ticked, opened or typed on a screen is of one household, and means nothing in another. */}
        <Fragment key={household.id}>
          <Outlet />
        </Fragment>
      </main>
      <BottomBar places={places} onAdd={() => showOver('add')} />
      <OverThePage places={places} />
      <Questions />
    </div>
  );
}

function OverThePage({ places }: { places: readonly Place[] }) {
  const over = useOver();
  return (
    <Suspense>
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
