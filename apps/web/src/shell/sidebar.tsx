import { useLingui } from '@lingui/react';
import { Link } from '@tanstack/react-router';
import { HouseholdSwitcher } from './household-switcher.tsx';
import { Logo } from './logo.tsx';
import type { Place } from './navigation.ts';
import { PersonMenu } from './person-menu.tsx';
import { SyncIndicator } from './sync-indicator.tsx';

/** The way through the app on wide screens. */
export function Sidebar({ places }: { places: readonly Place[] }) {
  const { i18n } = useLingui();
  return (
    <header className="sticky top-0 hidden h-dvh w-[236px] shrink-0 flex-col gap-4 overflow-y-auto px-3 pt-4 pb-3 lg:flex">
      <Link to="/" aria-label={i18n._('KinWise, to Today')} className="self-start rounded-button px-2">
        <Logo />
      </Link>
      <HouseholdSwitcher />
      <nav aria-label={i18n._('Main')} className="space-y-0.5">
        {places
          .filter((place) => !place.within)
          .map((place) => (
            <Link
              key={place.to}
              to={place.to}
              activeOptions={{ exact: place.to === '/', includeSearch: false }}
              activeProps={{
                'aria-current': 'page',
                className: 'bg-good-soft font-semibold text-brand-text',
              }}
              inactiveProps={{ className: 'text-ink-2 hover:bg-sunk hover:text-ink' }}
              className="flex min-h-10 items-center gap-3 rounded-[10px] px-3 font-medium transition-colors"
            >
              <place.icon aria-hidden size={18} className="shrink-0" />
              {place.label()}
            </Link>
          ))}
      </nav>
      <div className="mt-auto space-y-1">
        <SyncIndicator />
        <PersonMenu />
      </div>
    </header>
  );
}
