import { useLingui } from '@lingui/react';
import { Link, useSearch } from '@tanstack/react-router';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { api, got } from '../../api/client.ts';
import { deviceClock } from '../../clock.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { PasswordField } from '../../ui/field.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { showRefusal, useForm, z, zodResolver } from '../forms.ts';
import { GuestCard } from './guest-frame.tsx';
import { PasswordMeter } from './password-meter.tsx';
import { refusalOf } from './refusals.ts';

/** Where the link of the mail leads: one new password, seen rather than typed twice. */
export function ResetScreen() {
  const { i18n } = useLingui();
  const { token } = useSearch({ from: '/guest/reset-password' });
  const [end, setEnd] = useState<'open' | 'done' | 'spent'>('open');
  if (end === 'done') return <Done />;
  if (token === undefined || end === 'spent') return <NoLink spent={end === 'spent'} />;
  return (
    <GuestCard
      title={i18n._('A new password')}
      intro={i18n._('Every device is signed out when it is set, and a locked account is open again.')}
    >
      <NewPassword token={token} onEnd={setEnd} />
    </GuestCard>
  );
}

function NewPassword({ token, onEnd }: { token: string; onEnd: (end: 'done' | 'spent') => void }) {
  const { i18n } = useLingui();
  const words = i18n._('At least 12 characters. A few words in a row are good.');
  const schema = z.object({ new_password: z.string().check(z.minLength(12, words)) });
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { new_password: '' } });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async ({ new_password }) => {
    try {
      const body = { token, new_password, new_password_confirm: new_password };
      await got(api.POST('/auth/password/reset/confirm/', { body }));
      onEnd('done');
    } catch (error) {
      if (refusalOf(error, deviceClock.now()).kind === 'spent') onEnd('spent');
      else showRefusal(error, form.setError, ['new_password']);
    }
  });
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="space-y-4">
      {errors.root && (
        <ProblemNote title={i18n._('The password was not changed')}>{errors.root.message}</ProblemNote>
      )}
      <div>
        <PasswordField
          label={i18n._('New password')}
          autoComplete="new-password"
          error={errors.new_password?.message}
          hint={words}
          {...form.register('new_password')}
        />
        <PasswordMeter password={form.watch('new_password')} email="" />
      </div>
      <Button type="submit" kind="primary" size="large" busy={isSubmitting} className="w-full">
        {i18n._('Set the password')}
      </Button>
    </form>
  );
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
    <GuestCard title={i18n._('A new password')}>
      <ProblemNote
        title={i18n._('This link cannot be used')}
        action={
          <Link to="/forgot-password" className={buttonClass('primary')}>
            {i18n._('Send a new link')}
          </Link>
        }
      >
        {spent
          ? i18n._('It was used already, or is older than an hour, or a newer one was asked for.')
          : i18n._('The address is not complete. Open the link from the mail once more.')}
      </ProblemNote>
    </GuestCard>
  );
}
