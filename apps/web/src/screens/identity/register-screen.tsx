import { useLingui } from '@lingui/react';
import { Link, useSearch } from '@tanstack/react-router';
import { MailCheck } from 'lucide-react';
import { useState } from 'react';
import { api, got } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox, PasswordField, TextField } from '../../ui/field.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { languageOf } from '../../words/words.ts';
import { needed, showRefusal, useForm, z, zodResolver } from '../forms.ts';
import { GuestCard } from './guest-frame.tsx';
import { PapersLinks } from './papers-links.tsx';
import { PasswordMeter } from './password-meter.tsx';
import { ProviderWays } from './provider-ways.tsx';
import { ResendForm } from './resend-form.tsx';

const FIELDS = ['first_name', 'email', 'username', 'password', 'terms'] as const;

export function RegisterScreen() {
  const { i18n } = useLingui();
  const { invitation } = useSearch({ from: '/guest/register' });
  const { form, submit, sentTo } = useRegistration(invitation);
  const { errors, isSubmitting } = form.formState;
  if (sentTo !== undefined) return <MailIsOnItsWay email={sentTo} invitation={invitation} />;
  return (
    <GuestCard title={i18n._('Make an account')} intro={i18n._('For you. Your household comes next.')}>
      <form onSubmit={(event) => void submit(event)} noValidate className="space-y-4">
        {errors.root && (
          <ProblemNote title={i18n._('The account was not made')}>{errors.root.message}</ProblemNote>
        )}
        <TextField
          label={i18n._('What shall we call you?')}
          autoComplete="given-name"
          error={errors.first_name?.message}
          {...form.register('first_name')}
        />
        <TextField
          label={i18n._('Email')}
          type="email"
          autoComplete="email"
          inputMode="email"
          error={errors.email?.message}
          {...form.register('email')}
        />
        <TextField
          label={i18n._('Username (optional)')}
          hint={i18n._('To sign in with, in place of the email.')}
          autoComplete="off"
          autoCapitalize="none"
          maxLength={30}
          error={errors.username?.message}
          {...form.register('username')}
        />
        <div>
          <PasswordField
            label={i18n._('Password')}
            autoComplete="new-password"
            error={errors.password?.message}
            hint={i18n._('At least 12 characters. A few words in a row are good.')}
            {...form.register('password')}
          />
          <PasswordMeter password={form.watch('password')} email={form.watch('email')} />
        </div>
        <Checkbox
          label={i18n._('I agree to the terms and have read the privacy policy.')}
          hint={<PapersLinks />}
          error={errors.terms?.message}
          {...form.register('terms')}
        />
        <Button type="submit" kind="primary" size="large" busy={isSubmitting} className="w-full">
          {i18n._('Make an account')}
        </Button>
      </form>
      <div className="mt-4 space-y-4">
        <ProviderWays
          line
          journey={() => ({ purpose: 'sign_in', ...(invitation !== undefined && { invitation }) })}
        />
      </div>
      <p className="mt-6 text-center text-ink-2">
        {i18n._('You have one already?')}{' '}
        <Link to="/sign-in" className="font-semibold text-brand-text underline-offset-4 hover:underline">
          {i18n._('Sign in')}
        </Link>
      </p>
    </GuestCard>
  );
}

/** The form, its rules, and where the mail went once it is sent. */
function useRegistration(invitation: string | undefined) {
  const { i18n } = useLingui();
  const [sentTo, setSentTo] = useState<string>();
  const schema = z.object({
    first_name: needed(),
    email: z.email(i18n._('This is no email address. It looks like name@example.nz.')),
    username: z.string(),
    password: z
      .string()
      .check(z.minLength(12, i18n._('At least 12 characters. A few words in a row are good.'))),
    terms: z.literal(true, i18n._('Please agree to go on.')),
  });
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { first_name: '', email: '', username: '', password: '', terms: false as unknown as true },
  });

  const submit = form.handleSubmit(async ({ first_name, email, username, password }) => {
    const timezone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const body = {
      first_name,
      email,
      password,
      password_confirm: password,
      terms_accepted: true as const,
      privacy_policy_accepted: true as const,
      locale: languageOf(i18n.locale),
      timezone,
      ...(username.trim() !== '' && { username: username.trim() }),
      ...(invitation !== undefined && { invitation_token: invitation }),
    };
    try {
      await got(api.POST('/auth/register/', { body }));
      setSentTo(email);
    } catch (error) {
      showRefusal(error, form.setError, FIELDS);
    }
  });

  return { form, submit, sentTo };
}

function MailIsOnItsWay({ email, invitation }: { email: string; invitation: string | undefined }) {
  const { i18n } = useLingui();
  return (
    <GuestCard title={i18n._('Look into your mail')}>
      <span className="inline-flex size-14 items-center justify-center rounded-card bg-good-soft text-good-text">
        <MailCheck aria-hidden size={26} />
      </span>
      <p className="mt-4 text-ink-2">
        {i18n._(
          'We have sent a link to {email}. It confirms the address and signs you in. It works for one day.',
          { email },
        )}
      </p>
      <p className="mt-4 mb-3 text-ink-2">
        {i18n._('Nothing there after a few minutes? Look into the junk mail, or have it sent again.')}
      </p>
      <ResendForm known={email} invitation={invitation} />
      <p className="mt-6 text-center text-ink-2">
        {i18n._('It is confirmed already?')}{' '}
        <Link to="/sign-in" className="font-semibold text-brand-text underline-offset-4 hover:underline">
          {i18n._('Sign in')}
        </Link>
      </p>
    </GuestCard>
  );
}
