import { useLingui } from '@lingui/react';
import { Page } from '../../../shell/page.tsx';
import { EmailCard } from './email-card.tsx';
import { MailCard } from './mail-card.tsx';
import { ProfileCard } from './profile-card.tsx';

export function ProfileScreen() {
  const { i18n } = useLingui();
  return (
    <Page title={i18n._('Profile')} note={i18n._('Who you are to the others of the household.')} narrow>
      <div className="space-y-4">
        <ProfileCard />
        <EmailCard />
        <MailCard />
      </div>
    </Page>
  );
}
