import { useLingui } from '@lingui/react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { api, got } from '../../api/client.ts';
import { useSession } from '../../shell/session.ts';
import { signedIn } from '../../shell/session.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox, PasswordField, TextField } from '../../ui/field.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { needed, showRefusal, useForm, z, zodResolver } from '../forms.ts';
import { GuestCard } from './guest-frame.tsx';

export function SignInScreen() {
  const { i18n } = useLingui();
  const goOn = useGoOn();
  const schema = z.object({ email_or_username: needed(), password: needed(), remember_me: z.boolean() });
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { email_or_username: '', password: '', remember_me: true },
  });
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async (values) => {
    try {
      await signedIn(await got(api.POST('/auth/login/', { body: values })));
      goOn();
    } catch (error) {
      showRefusal(error, form.setError, ['email_or_username', 'password']);
    }
  });

  return (
    <GuestCard title={i18n._('Sign in')} intro={i18n._('Your household’s money, in daylight.')}>
      <form onSubmit={(event) => void submit(event)} noValidate className="space-y-4">
        {errors.root && (
          <ProblemNote title={i18n._('You are not signed in')}>{errors.root.message}</ProblemNote>
        )}
        <TextField
          label={i18n._('Email or username')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          error={errors.email_or_username?.message}
          {...form.register('email_or_username')}
        />
        <PasswordField
          label={i18n._('Password')}
          autoComplete="current-password"
          error={errors.password?.message}
          {...form.register('password')}
        />
        <Checkbox label={i18n._('Stay signed in on this device')} {...form.register('remember_me')} />
        <Button type="submit" kind="primary" size="large" busy={isSubmitting} className="w-full">
          {i18n._('Sign in')}
        </Button>
      </form>
      <DemoPeople onSignedIn={goOn} />
      <p className="mt-6 text-center text-ink-2">
        {i18n._('New here?')}{' '}
        <Link to="/register" className="font-semibold text-brand-text underline-offset-4 hover:underline">
          {i18n._('Make an account')}
        </Link>
      </p>
    </GuestCard>
  );
}

/** One press signs in as a member of the demo household; there only where the server was started with it. */
function DemoPeople({ onSignedIn }: { onSignedIn: () => void }) {
  const { i18n } = useLingui();
  const status = useQuery({
    queryKey: ['dev status'],
    queryFn: () => got(api.GET('/dev/status/')),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (!status.data?.demo) return null;
  const people = [
    ['mere', 'Mere'],
    ['tama', 'Tama'],
  ] as const;
  return (
    <div className="mt-6 rounded-cell bg-sunk p-4">
      <p className="text-sm font-semibold text-ink-2">{i18n._('Look around the demo household as')}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        {people.map(([member, name]) => (
          <Button
            key={member}
            size="small"
            onClick={() =>
              void got(api.POST('/dev/demo-login/', { body: { member } }))
                .then(signedIn)
                .then(onSignedIn)
            }
          >
            {name}
          </Button>
        ))}
      </div>
    </div>
  );
}

/** Leads on to where the person wanted to go, also when they were signed in all along. */
function useGoOn(): () => void {
  const { next } = useSearch({ from: '/guest/sign-in' });
  const navigate = useNavigate();
  const session = useSession();
  const goOn = () => void navigate({ href: next ?? '/', replace: true });
  const needsNoSignIn = session.kind === 'someone' && !session.sync.status().signedOut;
  useEffect(() => {
    if (needsNoSignIn) void navigate({ href: next ?? '/', replace: true });
  }, [needsNoSignIn, navigate, next]);
  return goOn;
}
