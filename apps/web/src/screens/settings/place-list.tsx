import { Link } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import type { Place } from '../../shell/navigation.ts';
import { Card } from '../../ui/card.tsx';
import { IconTile } from '../../ui/icon-tile.tsx';

/** Places one under the other, each a way to it. */
export function PlaceList({ places }: { places: readonly Place[] }) {
  return (
    <Card flush className="divide-y divide-line px-2">
      {places.map((place) => (
        <Link
          key={place.to}
          to={place.to}
          className="flex min-h-14 items-center gap-3 rounded-button px-3 font-medium hover:text-brand-text"
        >
          <IconTile icon={place.icon} size="small" />
          <span className="flex-1">{place.label()}</span>
          <ChevronRight aria-hidden size={18} className="text-ink-3" />
        </Link>
      ))}
    </Card>
  );
}
