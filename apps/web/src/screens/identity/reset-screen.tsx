import { useLingui } from '@lingui/react';
import { Link } from '@tanstack/react-router';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { api, got } from '../../api/client.ts';
import { buttonClass } from '../../ui/button.tsx';
import { DeadLink } from './dead-link.tsx';
import { GuestCard } from './guest-frame.tsx';
import { NewPasswordForm } from './new-password-form.tsx';
import { useLink } from './use-link.ts';

/** Where the link of the mail leads: one new password, seen rather than typed twice. */
export function ResetScreen() {
  const { i18n } = useLingui();
  const { token } = useLink();
  const [end, setEnd] = useState<'open' | 'done' | 'spent'>('open');
  if (end === 'done') return <Done />;
  if (token === undefined || end === 'spent') return <NoLink spent={end === 'spent'} />;
  return (
    <GuestCard
      title={i18n._('A new password')}
      intro={i18n._('Every device is signed out when it is set, and a locked account is open again.')}
    >
      <NewPasswordForm
        save={async (password) => await reset(token, password)}
        onDone={() => setEnd('done')}
        onSpent={() => setEnd('spent')}
      />
    </GuestCard>
  );
}

async function reset(token: string, password: string): Promise<void> {
  const body = { token, new_password: password, new_password_confirm: password };
  await got(api.POST('/auth/password/reset/confirm/', { body }));
}

function Done() {
  const { i18n } = useLingui();
  return (
    <GuestCard title={i18n._('The password is set')}>
      <span className="inline-flex size-14 items-center justify-center rounded-card bg-good-soft text-good-text">
        <KeyRound aria-hidden size={26} />
      </span>
      <p role="status" className="mt-4 text-ink-2">
        {i18n._(
          'Every device is signed out. Sign in with the new password; what waits on a device to be sent is kept.',
        )}
      </p>
      <Link to="/sign-in" className={`mt-5 ${buttonClass('primary', 'large')} w-full`}>
        {i18n._('Sign in')}
      </Link>
    </GuestCard>
  );
}

function NoLink({ spent }: { spent: boolean }) {
  const { i18n } = useLingui();
  return (
    <DeadLink
      title={i18n._('A new password')}
      spent={spent ? i18n._('It was used already, is too old, or a newer one was asked for.') : undefined}
      ways={
        <Link to="/forgot-password" className={buttonClass('primary')}>
          {i18n._('Send a new link')}
        </Link>
      }
    />
  );
}
