import { useLingui } from '@lingui/react';
import type { AnyRouter } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import { ToastHost } from '../ui/toast-host.tsx';
import { UiProvider } from '../ui/settings.tsx';
import { useAppLock } from './app-lock.ts';
import { localeOf } from './household.ts';
import { useAskedUntil } from './idle.ts';
import { useSession } from './session.ts';
import { useMonthNames } from './theme.ts';

const IdleDialog = lazy(() =>
  import('../screens/identity/idle-dialog.tsx').then((module) => ({ default: module.IdleDialog })),
);

/** What all screens share: words and formats of the components, toasts, the document's title. */
export function App({ router, children }: { router: AnyRouter; children: ReactNode }) {
  const { i18n } = useLingui();
  const session = useSession();
  const shut = useAppLock()?.shut;
  const names = useMonthNames();
  const askedUntil = useAskedUntil();
  useTitles(router, shut);
  // Guards look again when somebody comes or goes.
  const person = session.kind === 'someone' ? session.me.id : session.kind;
  const who = session.kind === 'someone' ? `${person} ${session.household ?? ''}` : person;
  useEffect(() => void router.invalidate(), [router, who]);
  const words = {
    close: i18n._('Close'),
    clear: i18n._('Clear'),
    open: i18n._('Open'),
    nothingFound: i18n._('Nothing found'),
    showAsTable: i18n._('Show as table'),
    showAsChart: i18n._('Show as chart'),
    required: i18n._('required'),
    showPassword: i18n._('Show password'),
    hidePassword: i18n._('Hide password'),
    deleteDigit: i18n._('Delete last digit'),
    noAmount: i18n._('This is no amount. It looks like 1,234.50.'),
  };
  return (
    <UiProvider locale={localeOf(i18n.locale, names)} words={words}>
      {children}
      {/* What was said to one person, and could be undone by them, does not stand before the next. */}
      <ToastHost key={person} />
      {session.kind === 'someone' && !shut && askedUntil !== undefined && (
        <Suspense>
          <IdleDialog until={askedUntil} />
        </Suspense>
      )}
    </UiProvider>
  );
}

function useTitles(router: AnyRouter, shut: boolean | undefined): void {
  const { i18n } = useLingui();
  useEffect(() => {
    // While the app is locked the lock says what the page is.
    if (shut) return;
    const name = () => {
      const titles = router.state.matches.map((match) =>
        (match.staticData as { title?: () => string }).title?.(),
      );
      document.title = [...titles.filter(Boolean), 'KinWise'].join(' · ');
    };
    name();
    return router.subscribe('onResolved', name);
  }, [router, i18n.locale, shut]);
}
