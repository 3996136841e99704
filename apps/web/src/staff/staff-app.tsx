import type { StaffMember } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import { api, got } from '../api/client.ts';
import { useAskedToConfirm } from '../shell/confirm.ts';
import { Logo } from '../shell/logo.tsx';
import { cx } from '../ui/cx.ts';
import { SkeletonRows } from '../ui/states.tsx';
import { ActsScreen } from './acts-screen.tsx';
import { AuditScreen } from './audit-screen.tsx';
import { ClosedDoor } from './closed-door.tsx';
import { HouseholdPage } from './household-page.tsx';
import { HouseholdsScreen } from './households-screen.tsx';
import { OrganisationsScreen } from './organisations-screen.tsx';
import { RolesScreen } from './roles-screen.tsx';
import { SignInsScreen } from './sign-ins-screen.tsx';
import { UserPage } from './user-page.tsx';
import { UsersScreen } from './users-screen.tsx';
import { useWhere, Way } from './way.tsx';
import { roleWord } from './role-words.ts';

const ProveDialog = lazy(() =>
  import('../screens/identity/prove-dialog.tsx').then((module) => ({ default: module.ProveDialog })),
);

/** The door, which the server alone opens, and the frame behind it. */
export function StaffApp() {
  const me = useQuery({ queryKey: ['staff', 'me'], queryFn: () => got(api.GET('/admin/me/')) });
  const asked = useAskedToConfirm();
  return (
    <>
      {me.isPending && (
        <main className="mx-auto max-w-md p-8">
          <SkeletonRows rows={3} />
        </main>
      )}
      {me.isError && <ClosedDoor error={me.error} onAgain={() => void me.refetch()} />}
      {me.data && <Frame me={me.data} />}
      <Suspense>{asked && <ProveDialog asked={asked} />}</Suspense>
    </>
  );
}

function usePlaces() {
  const { i18n } = useLingui();
  return [
    { to: 'users', label: i18n._('Accounts') },
    { to: 'households', label: i18n._('Households') },
    { to: 'organisations', label: i18n._('Organisations') },
    { to: 'staff', label: i18n._('Staff') },
    { to: 'acts', label: i18n._('What staff did') },
    { to: 'audit', label: i18n._('Audit') },
    { to: 'sign-ins', label: i18n._('Signing in') },
  ];
}

function Frame({ me }: { me: StaffMember }) {
  const { i18n } = useLingui();
  const { screen } = useWhere();
  const places = usePlaces();
  return (
    <div className="min-h-dvh">
      <a
        href="#content"
        className="fixed top-2 left-2 z-50 -translate-y-20 rounded-button bg-brand px-4 py-2 font-semibold text-on-brand focus:translate-y-0"
      >
        {i18n._('Skip to the content')}
      </a>
      <header className="border-b border-line bg-surface">
        <div className="mx-auto flex max-w-5xl flex-wrap items-center gap-x-6 gap-y-2 px-4 pt-3 sm:px-6">
          <Logo />
          <p className="ml-auto text-sm text-ink-3">
            {me.name} · {roleWord(me.role)}
          </p>
          <nav aria-label={i18n._('Staff portal')} className="-mb-px flex w-full gap-1 overflow-x-auto">
            {places.map(({ to, label }) => (
              <Way
                key={to}
                to={to}
                aria-current={screen === to ? 'page' : undefined}
                className={cx(
                  'flex min-h-11 items-center border-b-2 px-3 text-sm font-semibold whitespace-nowrap',
                  screen === to
                    ? 'border-brand text-brand-text'
                    : 'border-transparent text-ink-2 hover:text-ink',
                )}
              >
                {label}
              </Way>
            ))}
          </nav>
        </div>
      </header>
      <main id="content" className="mx-auto max-w-5xl space-y-4 px-4 py-6 sm:px-6">
        <Screen me={me} />
      </main>
    </div>
  );
}

function Screen({ me }: { me: StaffMember }) {
  const { screen, id } = useWhere();
  const title = usePlaces().find(({ to }) => to === screen)?.label ?? '';
  useEffect(() => {
    document.title = `KinWise · ${title}`;
    document.getElementById('page-title')?.focus({ preventScroll: true });
    // On a phone the row of places is wider than the screen.
    document
      .querySelector('nav [aria-current="page"]')
      ?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [title, id]);
  if (screen === 'households') return id ? <HouseholdPage key={id} id={id} me={me} /> : <HouseholdsScreen />;
  if (screen === 'organisations') return <OrganisationsScreen me={me} />;
  if (screen === 'staff') return <RolesScreen me={me} />;
  if (screen === 'acts') return <ActsScreen />;
  if (screen === 'sign-ins') return <SignInsScreen />;
  if (screen === 'audit') return <AuditScreen me={me} />;
  return id ? <UserPage key={id} id={id} me={me} /> : <UsersScreen />;
}
