import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, got } from '../../../api/client.ts';
import { ProblemError } from '../../../api/problem.ts';
import { SignalButton } from '../../../shell/needs-signal.tsx';
import { sayProblem } from '../../../shell/say-problem.ts';
import { refreshMe, useSomeone } from '../../../shell/session.ts';
import { Card, CardHeader } from '../../../ui/card.tsx';
import { Combobox } from '../../../ui/combobox.tsx';
import { TextField } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { ProblemNote } from '../../../ui/states.tsx';
import { showToast } from '../../../ui/toast-queue.ts';
import { timeZoneChoices } from '../../home/parts/household-words.ts';

type Wish = {
  first_name: string;
  last_name: string;
  username: string;
  timezone: string;
  locale: string;
};

/** Who the person is to the others of the household. */
export function ProfileCard() {
  const { i18n } = useLingui();
  const { me } = useSomeone();
  const before: Wish = {
    first_name: me.first_name,
    last_name: me.last_name ?? '',
    username: me.username ?? '',
    timezone: me.timezone,
    locale: me.locale,
  };
  const [wish, setWish] = useState(before);
  const set = (part: Partial<Wish>) => setWish({ ...wish, ...part });
  const changed = Object.entries(wish).filter(([name, value]) => before[name as keyof Wish] !== value);
  const save = useMutation({
    mutationFn: async () => {
      const body = Object.fromEntries(changed.map(([name, value]) => [name, value.trim()]));
      await got(api.PATCH('/users/me/', { body }));
      await refreshMe();
    },
    onSuccess: () => showToast({ title: i18n._('Saved') }),
  });
  const wrong = (pointer: string) =>
    save.error instanceof ProblemError ? save.error.at(pointer) : undefined;
  return (
    <Card>
      <CardHeader title={i18n._('You')} />
      <form
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        {save.isError && (
          <ProblemNote title={i18n._('It was not saved')}>{sayProblem(save.error)}</ProblemNote>
        )}
        <Names wish={wish} wrong={wrong} onChange={set} />
        <div className="grid gap-4 sm:grid-cols-2">
          <Combobox
            label={i18n._('Your time zone')}
            choices={timeZoneChoices(wish.timezone)}
            value={wish.timezone}
            onChange={(timezone) => set({ timezone: timezone ?? before.timezone })}
          />
          <Select
            label={i18n._('Mails to you are in')}
            choices={[
              { value: 'en-NZ', label: 'English' },
              { value: 'mi-NZ', label: 'Te reo Māori' },
            ]}
            value={wish.locale}
            onChange={(locale) => set({ locale })}
          />
        </div>
        <SignalButton
          type="submit"
          kind="primary"
          busy={save.isPending}
          disabled={changed.length === 0 || wish.first_name.trim() === ''}
        >
          {i18n._('Save')}
        </SignalButton>
      </form>
    </Card>
  );
}

function Names({
  wish,
  wrong,
  onChange,
}: {
  wish: Wish;
  wrong: (pointer: string) => string | undefined;
  onChange: (part: Partial<Wish>) => void;
}) {
  const { i18n } = useLingui();
  return (
    <div className="grid gap-4 sm:grid-cols-3">
      <TextField
        label={i18n._('First name')}
        autoComplete="given-name"
        maxLength={80}
        value={wish.first_name}
        error={wrong('/first_name')}
        onChange={(event) => onChange({ first_name: event.target.value })}
      />
      <TextField
        label={i18n._('Last name')}
        autoComplete="family-name"
        maxLength={80}
        value={wish.last_name}
        error={wrong('/last_name')}
        onChange={(event) => onChange({ last_name: event.target.value })}
      />
      <TextField
        label={i18n._('Username')}
        hint={i18n._('To sign in with instead of the email.')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={30}
        value={wish.username}
        error={wrong('/username')}
        onChange={(event) => onChange({ username: event.target.value })}
      />
    </div>
  );
}
