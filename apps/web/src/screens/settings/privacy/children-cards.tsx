import { useLingui } from '@lingui/react';
import { api, got } from '../../../api/client.ts';
import { useRows } from '../../../offline/hooks.tsx';
import { useHousehold } from '../../../shell/household.ts';
import { useSomeone } from '../../../shell/session.ts';
import { ConsentSwitches } from './consents-card.tsx';

/** For each child of the household what its guardians agree to. */
export function ChildrenCards() {
  return useSomeone().household === undefined ? null : <OfTheHousehold />;
}

function OfTheHousehold() {
  const { i18n } = useLingui();
  const household = useHousehold();
  const rows = useRows('membership') ?? [];
  if (!household.may('members.manage')) return null;
  const children = rows
    .map(({ row }) => row)
    .filter((row) => row.role === 'child' && row.status === 'active' && !row.is_me);
  return children.map((child) => {
    const path = { params: { path: { id: child.id } } };
    return (
      <ConsentSwitches
        key={child.id}
        name={child.id}
        title={i18n._('What you agree to for {name}', { name: child.display_name })}
        note={i18n._('A guardian decides for a child. All of it is off until one of you switches it on.')}
        read={() => got(api.GET('/memberships/{id}/consents/', path))}
        write={(body) => got(api.POST('/memberships/{id}/consents/', { ...path, body }))}
      />
    );
  });
}
