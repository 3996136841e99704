import { useLingui } from '@lingui/react';
import { may } from '@kinwise/core/capabilities';
import { type Place, PLACES } from '../../shell/navigation.ts';
import { Page } from '../../shell/page.tsx';
import { useSomeone } from '../../shell/session.ts';
import { SETTINGS_PLACES } from '../../shell/settings-places.ts';
import { PlaceList } from './place-list.tsx';

const ALL = [...PLACES, ...SETTINGS_PLACES];

/** The way to everything that can be set, with a word on what is found there. */
export function SettingsScreen() {
  const { i18n } = useLingui();
  const groups = useGroups();
  return (
    <Page title={i18n._('Settings')}>
      <div className="grid items-start gap-x-4 gap-y-6 lg:grid-cols-2">
        {groups.map(({ title, places, notes }) => (
          <section key={title} aria-label={title}>
            <h2 className="mb-2 px-1 text-sm text-ink-3">{title}</h2>
            <PlaceList places={places} notes={notes} />
          </section>
        ))}
      </div>
    </Page>
  );
}

/** What guardians do for a child whose account they look after. */
const OWN: readonly string[] = ['/settings/api-keys', '/settings/privacy'];

type Group = {
  readonly title: string;
  readonly places: readonly Place[];
  readonly notes: Readonly<Record<string, string>>;
};

function useGroups(): readonly Group[] {
  const { i18n } = useLingui();
  const { me, household: inView } = useSomeone();
  const household = me.households.find(({ id }) => id === inView);
  const group = (title: string, notes: Record<string, string>): Group => {
    const places = Object.keys(notes).flatMap((to) => ALL.filter((place) => place.to === to));
    const open = places.filter(
      (place) =>
        (!place.capability || (household && may(household.role, place.capability))) &&
        !(me.guarded && OWN.includes(place.to)),
    );
    return { title, places: open, notes };
  };
  const own = {
    '/settings/profile': i18n._('Your name, username and time zone, and which mails you get'),
    '/settings/look': i18n._('Light or dark, size of the text, English or te reo Māori'),
    '/settings/security': i18n._('Your password, and where you are signed in'),
    '/settings/api-keys': i18n._('For programs of your own, such as a spreadsheet'),
    '/settings/privacy': i18n._('What is kept, what you agree to, a copy of it, and leaving'),
  };
  const groups = household
    ? [
        group(i18n._('You'), own),
        group(i18n._('Order in the money'), {
          '/categories': i18n._('What money is spent on and where it comes from'),
          '/tags': i18n._('Words of your own across the categories'),
          '/rules': i18n._('What happens to entries by themselves'),
          '/settings/rates': i18n._('What other currencies are worth, by day'),
        }),
        group(household.name, {
          '/household': i18n._('Members, roles, invitations and pay days'),
          '/settings/organisations': i18n._('What a service, hostel or trust sees of it; and your own'),
          '/import': i18n._('Files from your bank, and what they brought'),
        }),
        group(i18n._('This app'), {
          '/sync': i18n._('What waits on this device, and when it was last sent'),
          '/settings/about': i18n._('Version, licence and keys'),
        }),
      ]
    : [
        group(i18n._('You'), {
          ...own,
          '/settings/organisations': i18n._('Services, hostels or trusts that you administer'),
        }),
        group(i18n._('This app'), { '/settings/about': i18n._('Version and licence') }),
      ];
  return groups.filter((one) => one.places.length > 0);
}
