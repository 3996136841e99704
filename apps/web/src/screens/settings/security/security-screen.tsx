import { useLingui } from '@lingui/react';
import { Page } from '../../../shell/page.tsx';
import { ActivityCard } from './activity-card.tsx';
import { PasswordCard } from './password-card.tsx';
import { SessionsCard } from './sessions-card.tsx';

/** Where one is signed in, the password, and what happened around both. */
export function SecurityScreen() {
  const { i18n } = useLingui();
  return (
    <Page title={i18n._('Security')} note={i18n._('Where you are signed in, and your password.')} narrow>
      <div className="space-y-4">
        <SessionsCard />
        <PasswordCard />
        <ActivityCard />
      </div>
    </Page>
  );
}
