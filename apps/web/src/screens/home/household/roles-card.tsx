import { ROLES } from '@kinwise/core/capabilities';
import { useLingui } from '@lingui/react';
import { useHousehold } from '../../../shell/household.ts';
import { Card, CardHeader } from '../../../ui/card.tsx';
import { Pill } from '../../../ui/chip.tsx';
import { roleMeaning, roleName } from './role-words.ts';

/** Each role in a sentence, one's own marked. */
export function RolesCard() {
  const { i18n } = useLingui();
  const { role: mine } = useHousehold();
  return (
    <Card>
      <CardHeader title={i18n._('What each role may do')} />
      <dl className="space-y-3">
        {ROLES.map((role) => (
          <div key={role}>
            <dt className="flex items-center gap-2 font-semibold">
              {roleName(role)}
              {role === mine && <Pill tone="plum">{i18n._('You')}</Pill>}
            </dt>
            <dd className="text-ink-2">{roleMeaning(role)}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
