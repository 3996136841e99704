import { useLingui } from '@lingui/react';
import { Page } from '../../../shell/page.tsx';
import { ActivityCard } from './activity-card.tsx';
import { AwayCard } from './away-card.tsx';
import { PasskeysCard } from './passkeys-card.tsx';
import { PasswordCard } from './password-card.tsx';
import { ProvidersCard } from './providers-card.tsx';
import { SessionsCard } from './sessions-card.tsx';
import { TwoStepCard } from './two-step-card.tsx';

/** How one signs in, where one is signed in, and what happened around it. */
export function SecurityScreen() {
  const { i18n } = useLingui();
  return (
    <Page title={i18n._('Security')} note={i18n._('How you sign in, and where you are signed in.')} narrow>
      <div className="space-y-4">
        <TwoStepCard />
        <PasskeysCard />
        <ProvidersCard />
        <AwayCard />
        <SessionsCard />
        <PasswordCard />
        <ActivityCard />
      </div>
    </Page>
  );
}
