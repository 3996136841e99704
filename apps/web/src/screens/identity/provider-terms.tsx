import type { RegistrationRequired } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { Link, useNavigate } from '@tanstack/react-router';
import { api, got } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox, TextField } from '../../ui/field.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { languageOf } from '../../words/words.ts';
import { needed, showRefusal, useForm, z, zodResolver } from '../forms.ts';
import { GuestCard } from './guest-frame.tsx';
import { PapersLinks } from './papers-links.tsx';
import { type Journey, ownHeaders, wayOn } from './provider-journey.ts';
import { enter } from './waiting-step.ts';

type TermsProps = {
  provider: string;
  name: string;
  journey: Journey;
  arrival: RegistrationRequired;
};

/** The last step of who is new: a name and the papers. Before it nothing is made. */
export function ProviderTerms(props: TermsProps) {
  const { i18n } = useLingui();
  const { form, submit } = useCompletion(props);
  const { errors, isSubmitting } = form.formState;
  const { name, arrival } = props;
  return (
    <GuestCard
      title={i18n._('Make an account')}
      intro={i18n._('{name} confirms that {email} is yours. One step is left.', {
        name,
        email: arrival.email,
      })}
    >
      <form onSubmit={(event) => void submit(event)} noValidate className="space-y-4">
        {errors.root && (
          <ProblemNote title={i18n._('The account was not made')}>{errors.root.message}</ProblemNote>
        )}
        <TextField
          label={i18n._('What shall we call you?')}
          autoComplete="given-name"
          autoFocus
          error={errors.first_name?.message}
          {...form.register('first_name')}
        />
        <Checkbox
          label={i18n._('I agree to the terms.')}
          error={errors.terms_accepted?.message}
          {...form.register('terms_accepted')}
        />
        <Checkbox
          label={i18n._('I have read the privacy policy.')}
          error={errors.privacy_policy_accepted?.message}
          {...form.register('privacy_policy_accepted')}
        />
        <p className="text-sm">
          <PapersLinks />
        </p>
        <Button type="submit" kind="primary" size="large" busy={isSubmitting} className="w-full">
          {i18n._('Make an account')}
        </Button>
      </form>
      <p className="mt-6 text-center text-ink-2">
        {i18n._('You have one already?')}{' '}
        <Link to="/sign-in" className="font-semibold text-brand-text underline-offset-4 hover:underline">
          {i18n._('Sign in')}
        </Link>
      </p>
    </GuestCard>
  );
}

const FIELDS = ['first_name', 'terms_accepted', 'privacy_policy_accepted'] as const;

function useCompletion({ provider, journey, arrival }: TermsProps) {
  const { i18n } = useLingui();
  const navigate = useNavigate();
  const agreed = () => z.literal(true, i18n._('Please agree to go on.'));
  const schema = z.object({
    first_name: needed(),
    terms_accepted: agreed(),
    privacy_policy_accepted: agreed(),
  });
  const none = false as unknown as true;
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: {
      first_name: arrival.first_name,
      terms_accepted: none,
      privacy_policy_accepted: none,
    },
  });
  const submit = form.handleSubmit(async (values) => {
    try {
      const answer = await got(
        api.POST('/auth/oidc/{provider}/register/', {
          params: { path: { provider } },
          headers: await ownHeaders(),
          body: {
            ...values,
            registration_token: arrival.registration_token,
            remember_me: journey.remember ?? true,
            locale: languageOf(i18n.locale),
            timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
            ...(journey.invitation !== undefined && { invitation_token: journey.invitation }),
          },
        }),
      );
      await enter(answer);
      await navigate({ href: wayOn(journey), replace: true });
    } catch (error) {
      showRefusal(error, form.setError, FIELDS);
    }
  });
  return { form, submit };
}
