import { useLingui } from '@lingui/react';
import { useNavigate } from '@tanstack/react-router';
import { ChevronsUpDown, House } from 'lucide-react';
import { useRows } from '../offline/hooks.tsx';
import { AvatarStack } from '../ui/avatar.tsx';
import { IconTile } from '../ui/icon-tile.tsx';
import { MenuButton } from '../ui/menu-button.tsx';
import { useHousehold } from './household.ts';
import { switchHousehold, useSomeone } from './session.ts';

/** The household in view with its people; a press shows the others. */
export function HouseholdSwitcher() {
  const { i18n } = useLingui();
  const { me } = useSomeone();
  const household = useHousehold();
  const navigate = useNavigate();
  /** To the same screen of another household; an account, an entry or filters in the address are of this one. */
  async function go(id: string) {
    if (id === household.id) return;
    const [, screen = ''] = window.location.pathname.split('/');
    await navigate({ to: `/${screen}` as string });
    await switchHousehold(id);
  }
  const members = (useRows('membership') ?? [])
    .map((member) => member.row)
    .filter((member) => member.status === 'active');
  const people = members.map((member) => ({ id: member.user_id, name: member.display_name }));
  const trigger = (
    <button
      type="button"
      className="flex min-h-14 w-full items-center gap-3 rounded-cell border border-line bg-surface px-3 py-2 text-left shadow-card transition-colors hover:border-line-strong"
    >
      {people.length === 0 && <IconTile icon={House} size="small" />}
      <span className="min-w-0 flex-1">
        <span className="block truncate font-semibold">{household.name}</span>
        {people.length > 0 && (
          <span className="mt-1 flex items-center gap-2 text-sm text-ink-3">
            <AvatarStack people={people} most={4} />
            {i18n._('{count, plural, one {# person} other {# people}}', { count: people.length })}
          </span>
        )}
      </span>
      <ChevronsUpDown aria-hidden size={16} className="shrink-0 text-ink-3" />
    </button>
  );
  const entries = me.households.map((one) => ({
    label: one.name,
    note: one.currency,
    chosen: one.id === household.id,
    onSelect: () => void go(one.id),
  }));
  return <MenuButton trigger={trigger} entries={entries} heading={i18n._('Households')} align="start" />;
}
