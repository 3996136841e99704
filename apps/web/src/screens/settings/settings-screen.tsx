import { useLingui } from '@lingui/react';
import { useHousehold } from '../../shell/household.ts';
import { PLACES } from '../../shell/navigation.ts';
import { Page } from '../../shell/page.tsx';
import { LookCard } from './profile/look-card.tsx';
import { ProfileCard } from './profile/profile-card.tsx';
import { PlaceList } from './place-list.tsx';

/** The person, the look of the app, and the way to everything that can be set. */
export function SettingsScreen() {
  const { i18n } = useLingui();
  const household = useHousehold();
  const places = PLACES.filter(
    (place) => place.within === 'settings' && (!place.capability || household.may(place.capability)),
  );
  return (
    <Page
      title={i18n._('Settings')}
      rail={
        <section aria-label={i18n._('More settings')}>
          <PlaceList places={places} />
        </section>
      }
    >
      <ProfileCard />
      <LookCard />
    </Page>
  );
}
