import { useLingui } from '@lingui/react';
import { Page } from '../../../shell/page.tsx';
import { useSomeone } from '../../../shell/session.ts';
import { EmailCard } from './email-card.tsx';
import { MailCard } from './mail-card.tsx';
import { PhotoCard } from './photo-card.tsx';
import { ProfileCard } from './profile-card.tsx';
import { QuietHoursCard } from './quiet-hours-card.tsx';

export function ProfileScreen() {
  const { i18n } = useLingui();
  const { household, me } = useSomeone();
  const note =
    household === undefined
      ? i18n._('Your name, your address, and which mails you get.')
      : i18n._('Who you are to the others of the household.');
  return (
    <Page title={i18n._('Profile')} note={note} narrow>
      <div className="space-y-4">
        <PhotoCard />
        <ProfileCard />
        <EmailCard />
        <MailCard />
        {!me.guarded && <QuietHoursCard />}
      </div>
    </Page>
  );
}
