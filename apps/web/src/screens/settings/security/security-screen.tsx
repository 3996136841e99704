import { useLingui } from '@lingui/react';
import { Page } from '../../../shell/page.tsx';
import { useSomeone } from '../../../shell/session.ts';
import { ProblemNote } from '../../../ui/states.tsx';
import { ActivityCard } from './activity-card.tsx';
import { AppLockCard } from './app-lock-card.tsx';
import { AwayCard } from './away-card.tsx';
import { PasskeysCard } from './passkeys-card.tsx';
import { PasswordCard } from './password-card.tsx';
import { ProvidersCard } from './providers-card.tsx';
import { SessionsCard } from './sessions-card.tsx';
import { TwoStepCard } from './two-step-card.tsx';

/** How one signs in, where one is signed in, and what happened around it. */
export function SecurityScreen() {
  const { i18n } = useLingui();
  const { me } = useSomeone();
  return (
    <Page title={i18n._('Security')} note={i18n._('How you sign in, and where you are signed in.')} narrow>
      <div className="space-y-4">
        {me.guarded && (
          <ProblemNote tone="close" title={i18n._('A guardian looks after your account')}>
            {i18n._('They sign you in, set your PIN and can hand the account over to you.')}
          </ProblemNote>
        )}
        {!me.guarded && (
          <>
            <TwoStepCard />
            <PasskeysCard />
            <ProvidersCard />
          </>
        )}
        {!me.guarded && <AppLockCard />}
        <AwayCard />
        <SessionsCard />
        {!me.guarded && <PasswordCard />}
        <ActivityCard />
      </div>
    </Page>
  );
}
