import { useLingui } from '@lingui/react';
import { deviceClock } from '../../clock.ts';
import { Button } from '../../ui/button.tsx';
import { PasswordField } from '../../ui/field.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { showRefusal, useForm, z, zodResolver } from '../forms.ts';
import { PasswordMeter } from './password-meter.tsx';
import { refusalOf } from './refusals.ts';

type NewPasswordFormProps = {
  save: (password: string) => Promise<void>;
  onDone?: () => void;
  /** The link can no longer be used. */
  onSpent?: () => void;
};

/** One new password, seen rather than typed twice. */
export function NewPasswordForm({ save, onDone, onSpent }: NewPasswordFormProps) {
  const { i18n } = useLingui();
  const words = i18n._('At least 12 characters. A few words in a row are good.');
  const schema = z.object({ new_password: z.string().check(z.minLength(12, words)) });
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { new_password: '' } });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async ({ new_password }) => {
    try {
      await save(new_password);
      onDone?.();
    } catch (error) {
      if (onSpent && refusalOf(error, deviceClock.now()).kind === 'spent') onSpent();
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
