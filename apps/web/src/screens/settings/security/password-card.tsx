import { useLingui } from '@lingui/react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, got } from '../../../api/client.ts';
import { ProblemError } from '../../../api/problem.ts';
import { SignalButton } from '../../../shell/needs-signal.tsx';
import { sayProblem } from '../../../shell/say-problem.ts';
import { useSomeone } from '../../../shell/session.ts';
import { Card, CardHeader } from '../../../ui/card.tsx';
import { Checkbox, PasswordField } from '../../../ui/field.tsx';
import { ProblemNote } from '../../../ui/states.tsx';
import { showToast } from '../../../ui/toast-queue.ts';
import { useApiKeys, useApiKeysChanged } from '../api-keys/use-api-keys.ts';
import { PasswordMeter } from '../../identity/password-meter.tsx';

/** Changes the password; who has none, and signs in another way, gets a link to set one. */
export function PasswordCard() {
  const standing = useQuery({ queryKey: ['step-up'], queryFn: () => got(api.GET('/auth/step-up/')) });
  return standing.data?.methods.includes('password') === false ? <FirstPassword /> : <NewPassword />;
}

function FirstPassword() {
  const { i18n } = useLingui();
  const { me } = useSomeone();
  const ask = useMutation({
    mutationFn: () => got(api.POST('/auth/password/reset/', { body: { email: me.email } })),
  });
  return (
    <Card>
      <CardHeader
        title={i18n._('Password')}
        note={i18n._(
          'You have none: you sign in another way. With one you can still get in if that way is gone.',
        )}
      />
      {ask.isError && <ProblemNote title={i18n._('No link was sent')}>{sayProblem(ask.error)}</ProblemNote>}
      {ask.isSuccess ? (
        <p role="status" className="text-ink-2">
          {i18n._('A link to set a password is on its way to {email}. Setting it signs you out everywhere.', {
            email: me.email,
          })}
        </p>
      ) : (
        <SignalButton busy={ask.isPending} onClick={() => ask.mutate()}>
          {i18n._('Set a password by mail')}
        </SignalButton>
      )}
    </Card>
  );
}

/** Needs the present one. */
function NewPassword() {
  const { i18n } = useLingui();
  const { me } = useSomeone();
  const queries = useQueryClient();
  const [old, setOld] = useState('');
  const [fresh, setFresh] = useState('');
  const [endKeys, setEndKeys] = useState(false);
  const keys = useApiKeys();
  const changed = useApiKeysChanged();
  const change = useMutation({
    mutationFn: () =>
      got(
        api.POST('/auth/password/change/', {
          body: {
            old_password: old,
            new_password: fresh,
            new_password_confirm: fresh,
            end_api_keys: endKeys,
          },
        }),
      ),
    onSuccess: () => {
      setOld('');
      setFresh('');
      changed();
      for (const queryKey of [['sessions'], ['security status']])
        void queries.invalidateQueries({ queryKey });
      showToast({
        title: i18n._('The password is changed'),
        description: i18n._('Your other devices are signed out.'),
      });
    },
  });
  const wrong = (pointer: string) =>
    change.error instanceof ProblemError ? change.error.at(pointer) : undefined;
  const named = wrong('/old_password') ?? wrong('/new_password');
  return (
    <Card>
      <CardHeader
        title={i18n._('Password')}
        note={i18n._(
          'A new one signs out your other devices; this one stays. What waits there to be sent is kept.',
        )}
      />
      <Breached />
      <form
        className="max-w-md space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate();
        }}
      >
        {change.isError && named === undefined && (
          <ProblemNote title={i18n._('The password was not changed')}>{sayProblem(change.error)}</ProblemNote>
        )}
        {/* Password stores want to know whose password it is. */}
        <input type="text" autoComplete="username" readOnly hidden value={me.email} />
        <PasswordField
          label={i18n._('Present password')}
          autoComplete="current-password"
          value={old}
          error={wrong('/old_password')}
          aside={
            <Link
              to="/forgot-password"
              className="text-sm font-semibold text-brand-text underline-offset-4 hover:underline"
            >
              {i18n._('Forgot it?')}
            </Link>
          }
          onChange={(event) => setOld(event.target.value)}
        />
        <div>
          <PasswordField
            label={i18n._('New password')}
            autoComplete="new-password"
            value={fresh}
            error={wrong('/new_password')}
            hint={i18n._('At least 12 characters. A few words in a row are good.')}
            onChange={(event) => setFresh(event.target.value)}
          />
          <PasswordMeter password={fresh} email={me.email} />
        </div>
        {keys.data !== undefined && keys.data.results.length > 0 && (
          <Checkbox
            label={i18n._('Revoke my API keys too')}
            hint={i18n._('Programs that use them stop.')}
            checked={endKeys}
            onChange={(event) => setEndKeys(event.target.checked)}
          />
        )}
        <SignalButton
          type="submit"
          kind="primary"
          busy={change.isPending}
          disabled={old === '' || fresh.length < 12}
        >
          {i18n._('Change the password')}
        </SignalButton>
      </form>
    </Card>
  );
}

/** What was found out after the password was set: nobody should have to look into their mails for it. */
function Breached() {
  const { i18n } = useLingui();
  const status = useQuery({
    queryKey: ['security status'],
    queryFn: () => got(api.GET('/auth/security-status/')),
  });
  if (status.data?.password_breached !== true) return null;
  return (
    <div className="mb-4">
      <ProblemNote title={i18n._('Your password stands in a list of stolen ones')}>
        {i18n._('Attackers try those first. Choose another, here and wherever else you use this one.')}
      </ProblemNote>
    </div>
  );
}
