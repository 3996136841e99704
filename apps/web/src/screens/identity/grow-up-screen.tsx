import { useLingui } from '@lingui/react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, got } from '../../api/client.ts';
import { deviceClock } from '../../clock.ts';
import { sayProblem } from '../../shell/say-problem.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Checkbox, PasswordField } from '../../ui/field.tsx';
import { ProblemNote, SkeletonRows } from '../../ui/states.tsx';
import { showRefusal, useForm, z, zodResolver } from '../forms.ts';
import { DeadLink } from './dead-link.tsx';
import { GuestCard } from './guest-frame.tsx';
import { PapersLinks } from './papers-links.tsx';
import { PasswordMeter } from './password-meter.tsx';
import { refusalOf } from './refusals.ts';
import { useLink } from './use-link.ts';

/** Where the mail leads by which a child takes its account over. */
export function GrowUpScreen() {
  const { i18n } = useLingui();
  const { token = '' } = useLink();
  const [end, setEnd] = useState<'open' | 'done' | 'spent'>('open');
  const look = useQuery({
    queryKey: ['grow-up', token],
    queryFn: () => got(api.POST('/auth/grow-up/look/', { body: { token } })),
    enabled: token !== '' && end === 'open',
    retry: false,
    gcTime: 0,
  });
  if (end === 'done') return <Done />;
  const spent = look.error && refusalOf(look.error, deviceClock.now()).kind === 'spent';
  if (token === '' || spent || end === 'spent') return <NoLink />;
  return (
    <GuestCard
      title={
        look.data ? i18n._('Your own account, {name}', { name: look.data.name }) : i18n._('Your own account')
      }
      intro={i18n._(
        'Choose a password. From then on you sign in by yourself, and nobody else can let you in or out.',
      )}
    >
      {look.isPending && <SkeletonRows rows={2} />}
      {look.isError && (
        <ProblemNote title={i18n._('That does not work yet')}>{sayProblem(look.error)}</ProblemNote>
      )}
      {look.data && (
        <TakeOver
          token={token}
          email={look.data.email}
          onDone={() => setEnd('done')}
          onSpent={() => setEnd('spent')}
        />
      )}
    </GuestCard>
  );
}

type TakeOverProps = { token: string; email: string; onDone: () => void; onSpent: () => void };

function TakeOver({ token, email, onDone, onSpent }: TakeOverProps) {
  const { i18n } = useLingui();
  const words = i18n._('At least 12 characters. A few words in a row are good.');
  const schema = z.object({
    password: z.string().check(z.minLength(12, words)),
    terms: z.literal(true, i18n._('Please agree to go on.')),
  });
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { password: '', terms: false as unknown as true },
  });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async ({ password }) => {
    const body = {
      token,
      password,
      password_confirm: password,
      terms_accepted: true as const,
      privacy_policy_accepted: true as const,
    };
    try {
      await got(api.POST('/auth/grow-up/', { body }));
      onDone();
    } catch (error) {
      if (refusalOf(error, deviceClock.now()).kind === 'spent') onSpent();
      else showRefusal(error, form.setError, ['password']);
    }
  });
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="space-y-4">
      {errors.root && (
        <ProblemNote title={i18n._('The account is not yours yet')}>{errors.root.message}</ProblemNote>
      )}
      <p className="text-ink-2">{i18n._('You sign in as {email}.', { email })}</p>
      {/* For password stores, which keep the two together. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <div>
        <PasswordField
          label={i18n._('Password')}
          autoComplete="new-password"
          error={errors.password?.message}
          hint={words}
          {...form.register('password')}
        />
        <PasswordMeter password={form.watch('password')} email={email} />
      </div>
      <Checkbox
        label={i18n._('I agree to the terms and have read the privacy policy.')}
        hint={<PapersLinks />}
        error={errors.terms?.message}
        {...form.register('terms')}
      />
      <Button type="submit" kind="primary" size="large" busy={isSubmitting} className="w-full">
        {i18n._('Take my account over')}
      </Button>
    </form>
  );
}

function Done() {
  const { i18n } = useLingui();
  return (
    <GuestCard title={i18n._('The account is yours')}>
      <p role="status" className="text-ink-2">
        {i18n._('Every device is signed out. Sign in with your address and your new password.')}
      </p>
      <Link to="/sign-in" className={`mt-5 ${buttonClass('primary', 'large')} w-full`}>
        {i18n._('Sign in')}
      </Link>
    </GuestCard>
  );
}

function NoLink() {
  const { i18n } = useLingui();
  return (
    <DeadLink
      title={i18n._('Your own account')}
      spent={i18n._('It was used already, or is too old. Ask a guardian for a new one.')}
      ways={
        <Link to="/sign-in" className={buttonClass('primary')}>
          {i18n._('Sign in')}
        </Link>
      }
    />
  );
}
