import { useLingui } from '@lingui/react';
import { HouseholdSwitcher } from '../../shell/household-switcher.tsx';
import { useHousehold } from '../../shell/household.ts';
import { PLACES } from '../../shell/navigation.ts';
import { Page } from '../../shell/page.tsx';
import { PersonMenu } from '../../shell/person-menu.tsx';
import { SyncIndicator } from '../../shell/sync-indicator.tsx';
import { Card } from '../../ui/card.tsx';
import { PlaceList } from './place-list.tsx';

/** On phones: the household, every place that has no room in the bar, and the person. */
export function MoreScreen() {
  const { i18n } = useLingui();
  const household = useHousehold();
  const places = PLACES.filter(
    (place) => !place.bar && !place.within && (!place.capability || household.may(place.capability)),
  );
  return (
    <Page title={i18n._('More')} narrow>
      <div className="space-y-4">
        <HouseholdSwitcher />
        <PlaceList places={places} />
        <SyncIndicator />
        <Card flush className="p-1">
          <PersonMenu />
        </Card>
      </div>
    </Page>
  );
}
