import { useLingui } from '@lingui/react';
import { Link } from '@tanstack/react-router';
import { Baby, Eye, History } from 'lucide-react';
import { useHousehold } from '../../../shell/household.ts';
import { Page } from '../../../shell/page.tsx';
import { buttonClass } from '../../../ui/button.tsx';
import { HouseholdCard } from './household-card.tsx';
import { InvitationsCard } from './invitations-card.tsx';
import { LeavingCard } from './leaving-card.tsx';
import { MembersCard } from './members-card.tsx';
import { RolesCard } from './roles-card.tsx';

/** The people who share the money, and the rules they share it by. */
export function HouseholdScreen() {
  const { i18n } = useLingui();
  const household = useHousehold();
  return (
    <Page
      title={household.name}
      note={i18n._('People, roles and how pay comes.')}
      rail={<RolesCard />}
      actions={
        <>
          {household.may('members.manage') && (
            <Link to="/household/children" className={buttonClass()}>
              <Baby aria-hidden size={18} />
              {i18n._('Children')}
            </Link>
          )}
          {household.may('staff_access.manage') && (
            <Link to="/household/staff-access" className={buttonClass()}>
              <Eye aria-hidden size={18} />
              {i18n._('Staff access')}
            </Link>
          )}
          {household.may('audit.view') && (
            <Link to="/household/activity" className={buttonClass()}>
              <History aria-hidden size={18} />
              {i18n._('Activity')}
            </Link>
          )}
        </>
      }
    >
      <MembersCard />
      {household.may('members.invite') && <InvitationsCard />}
      <HouseholdCard />
      <LeavingCard />
    </Page>
  );
}
