import { useLingui } from '@lingui/react';
import { Link } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import { HouseholdSwitcher } from '../../shell/household-switcher.tsx';
import { useHousehold } from '../../shell/household.ts';
import { PLACES } from '../../shell/navigation.ts';
import { Page } from '../../shell/page.tsx';
import { PersonMenu } from '../../shell/person-menu.tsx';
import { SyncIndicator } from '../../shell/sync-indicator.tsx';
import { Card } from '../../ui/card.tsx';
import { IconTile } from '../../ui/icon-tile.tsx';

/** On phones: the household, every place that has no room in the bar, and the person. */
export function MoreScreen() {
  const { i18n } = useLingui();
  const household = useHousehold();
  const places = PLACES.filter(
    (place) => !place.bar && (!place.capability || household.may(place.capability)),
  );
  return (
    <Page title={i18n._('More')} narrow>
      <div className="space-y-4">
        <HouseholdSwitcher />
        <Card flush className="divide-y divide-line px-2">
          {places.map((place) => (
            <Link key={place.to} to={place.to} className="flex min-h-14 items-center gap-3 px-3 font-medium">
              <IconTile icon={place.icon} size="small" />
              <span className="flex-1">{place.label()}</span>
              <ChevronRight aria-hidden size={18} className="text-ink-3" />
            </Link>
          ))}
        </Card>
        <SyncIndicator />
        <Card flush className="p-1">
          <PersonMenu />
        </Card>
      </div>
    </Page>
  );
}
