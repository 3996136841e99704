import { useLingui } from '@lingui/react';
import { useSomeone } from '../../../shell/session.ts';
import { Card, CardHeader } from '../../../ui/card.tsx';
import { StatusPill } from '../../../ui/chip.tsx';
import { EmailChange } from './email-change.tsx';
import { ResendForm } from '../../identity/resend-form.tsx';

/** The address that mails go to and that one signs in with. */
export function EmailCard() {
  const { i18n } = useLingui();
  const { me } = useSomeone();
  return (
    <Card>
      <CardHeader
        title={i18n._('Email')}
        className="items-center"
        aside={
          me.email_verified ? (
            <StatusPill status="good">{i18n._('Confirmed')}</StatusPill>
          ) : (
            <StatusPill status="close">{i18n._('Not confirmed')}</StatusPill>
          )
        }
      />
      <p className="break-words">{me.email}</p>
      {!me.email_verified && (
        <div className="mt-4 space-y-2">
          <p className="text-ink-2">
            {i18n._('Open the link in the mail that we sent you. It is gone or too old? Ask for a new one.')}
          </p>
          <ResendForm known={me.email} />
        </div>
      )}
      <EmailChange />
    </Card>
  );
}
