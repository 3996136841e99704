import { useCallback, useState } from 'react';
import { api, got } from '../../api/client.ts';
import { deviceClock, instantMs } from '../../clock.ts';
import { needed, useForm, z, zodResolver } from '../forms.ts';
import { type Refusal, refusalOf } from './refusals.ts';
import { enter } from './waiting-step.ts';

type Refused = { readonly refusal: Refusal; readonly error: unknown; readonly attempt: number };

/** The form for name and password, on its own page and over a screen whose session has ended. */
export function useSignIn(knownAs: string) {
  const [refused, setRefused] = useState<Refused>();
  const schema = z.object({ email_or_username: needed(), password: needed(), remember_me: z.boolean() });
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { email_or_username: knownAs, password: '', remember_me: true },
  });
  const refuse = useCallback(
    async (error: unknown) => {
      const refusal = await explained(error, form.getValues('email_or_username'));
      // Each refusal is a note of its own, so that a screen reader hears the second like the first.
      setRefused((last) => ({ refusal, error, attempt: (last?.attempt ?? 0) + 1 }));
    },
    [form],
  );
  const submit = form.handleSubmit(async (values) => {
    try {
      await enter(await got(api.POST('/auth/login/', { body: values })));
    } catch (error) {
      await refuse(error);
    }
  });
  return { form, submit, refused, refuse };
}

/** Who is too quick may be locked besides; then the longer wait with its way out is what matters. */
async function explained(error: unknown, name: string): Promise<Refusal> {
  const refusal = refusalOf(error, deviceClock.now());
  if (refusal.kind !== 'hurried' || name === '') return refusal;
  const query = { email_or_username: name };
  const status = await got(api.GET('/auth/lockout-status/', { params: { query } })).catch(() => undefined);
  if (!status?.locked || status.locked_until === null) return refusal;
  return { kind: 'locked', untilMs: instantMs(status.locked_until) };
}
