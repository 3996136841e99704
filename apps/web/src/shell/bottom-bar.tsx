import { useLingui } from '@lingui/react';
import { Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { MORE, type Place } from './navigation.ts';

/** The way through the app on phones, within reach of a thumb; the plus stands in the middle. */
export function BottomBar({ places, onAdd }: { places: readonly Place[]; onAdd: () => void }) {
  const { i18n } = useLingui();
  const shown = [...places.filter((place) => place.bar).slice(0, 3), MORE];
  const half = Math.ceil(shown.length / 2);
  return (
    <nav
      aria-label={i18n._('Main')}
      className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] lg:hidden"
    >
      <div className="mx-auto grid max-w-lg grid-flow-col auto-cols-fr items-center px-2">
        {shown.slice(0, half).map((place) => (
          <BarLink key={place.to} place={place} />
        ))}
        <div className="flex justify-center">
          <button
            type="button"
            aria-label={i18n._('Add')}
            onClick={onAdd}
            className="-mt-6 flex size-15 items-center justify-center rounded-[20px] bg-brand text-on-brand shadow-float ring-4 ring-surface transition-colors active:bg-brand-strong"
          >
            <Plus aria-hidden size={26} />
          </button>
        </div>
        {shown.slice(half).map((place) => (
          <BarLink key={place.to} place={place} />
        ))}
      </div>
    </nav>
  );
}

function BarLink({ place }: { place: Place }) {
  return (
    <Link
      to={place.to}
      activeOptions={{ exact: place.to === '/', includeSearch: false }}
      activeProps={{ 'aria-current': 'page', className: 'text-brand-text font-semibold' }}
      inactiveProps={{ className: 'text-ink-3' }}
      className="flex min-h-16 flex-col items-center justify-center gap-1 text-xs"
    >
      <place.icon aria-hidden size={21} />
      {place.label()}
    </Link>
  );
}
