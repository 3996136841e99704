import { useLingui } from '@lingui/react';
import { Link } from '@tanstack/react-router';
import { MailCheck } from 'lucide-react';
import { useState } from 'react';
import { api, got } from '../../api/client.ts';
import { deviceClock } from '../../clock.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { showRefusal, useForm, z, zodResolver } from '../forms.ts';
import { MailboxLink } from './dev-status.tsx';
import { GuestCard } from './guest-frame.tsx';
import { refusalOf } from './refusals.ts';
import { useCountdown } from './use-countdown.ts';
import { Wait } from './wait.tsx';

/** Asks for a link that sets a new password. The answer is the same for every address, known or not. */
export function ForgotScreen() {
  const { i18n } = useLingui();
  const { form, submit, sentTo, again, pausedMs } = useAsk();
  const left = useCountdown(pausedMs);
  const { errors, isSubmitting } = form.formState;
  if (sentTo !== undefined) return <Answer email={sentTo} onAgain={again} />;
  return (
    <GuestCard
      title={i18n._('Forgot your password?')}
      intro={i18n._('We send you a link that sets a new one. It works for one hour.')}
    >
      <form onSubmit={(event) => void submit(event)} noValidate className="space-y-4">
        {errors.root && (
          <ProblemNote tone={left > 0 ? 'close' : 'over'} title={i18n._('No link was sent')}>
            {errors.root.message}
          </ProblemNote>
        )}
        <TextField
          label={i18n._('Email')}
          type="email"
          autoComplete="email"
          inputMode="email"
          error={errors.email?.message}
          {...form.register('email')}
        />
        <Button
          type="submit"
          kind="primary"
          size="large"
          busy={isSubmitting}
          disabled={left > 0}
          className="w-full"
        >
          {i18n._('Send the link')}
          <Wait left={left} />
        </Button>
      </form>
      <p className="mt-6 text-center text-ink-2">
        {i18n._('You remember it?')}{' '}
        <Link to="/sign-in" className="font-semibold text-brand-text underline-offset-4 hover:underline">
          {i18n._('Sign in')}
        </Link>
      </p>
    </GuestCard>
  );
}

function useAsk() {
  const { i18n } = useLingui();
  const [sentTo, setSentTo] = useState<string>();
  const [pausedMs, setPausedMs] = useState<number>();
  const schema = z.object({
    email: z.email(i18n._('This is no email address. It looks like name@example.nz.')),
  });
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { email: '' } });
  const submit = form.handleSubmit(async ({ email }) => {
    try {
      await got(api.POST('/auth/password/reset/', { body: { email } }));
      setSentTo(email);
    } catch (error) {
      const refusal = refusalOf(error, deviceClock.now());
      if (refusal.kind === 'hurried') setPausedMs(refusal.untilMs);
      showRefusal(error, form.setError, ['email']);
    }
  });
  return { form, submit, sentTo, pausedMs, again: () => setSentTo(undefined) };
}

function Answer({ email, onAgain }: { email: string; onAgain: () => void }) {
  const { i18n } = useLingui();
  return (
    <GuestCard title={i18n._('Look into your mail')}>
      <span className="inline-flex size-14 items-center justify-center rounded-card bg-good-soft text-good-text">
        <MailCheck aria-hidden size={26} />
      </span>
      <p role="status" className="mt-4 text-ink-2">
        {i18n._(
          'If there is an account with {email}, a link is on its way. It works for one hour. Nothing there after a few minutes? Look into the junk mail, or ask with another address.',
          { email },
        )}
      </p>
      <div className="mt-5 flex flex-wrap items-center gap-3">
        <Link to="/sign-in" className={buttonClass('primary')}>
          {i18n._('To the sign-in')}
        </Link>
        <Button onClick={onAgain}>{i18n._('Another address')}</Button>
        <MailboxLink />
      </div>
    </GuestCard>
  );
}
