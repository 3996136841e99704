import { Link } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import type { Place } from '../../shell/navigation.ts';
import { Card } from '../../ui/card.tsx';
import { IconTile } from '../../ui/icon-tile.tsx';

/** Places one under the other, each a way to it; with a word on what is found there, by path. */
export function PlaceList({
  places,
  notes = {},
}: {
  places: readonly Place[];
  notes?: Readonly<Record<string, string>>;
}) {
  return (
    <Card flush className="divide-y divide-line px-2">
      {places.map((place) => (
        <Link
          key={place.to}
          to={place.to}
          className="flex min-h-14 items-center gap-3 rounded-button px-3 py-2.5 hover:text-brand-text"
        >
          <IconTile icon={place.icon} size="small" />
          <span className="min-w-0 flex-1">
            <span className="block font-medium">{place.label()}</span>
            {notes[place.to] && <span className="block text-sm text-ink-3">{notes[place.to]}</span>}
          </span>
          <ChevronRight aria-hidden size={18} className="shrink-0 text-ink-3" />
        </Link>
      ))}
    </Card>
  );
}
