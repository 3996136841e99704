import type { QuietHours } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, got } from '../../../api/client.ts';
import { SignalButton } from '../../../shell/needs-signal.tsx';
import { sayProblem } from '../../../shell/say-problem.ts';
import { refreshMe, useSomeone } from '../../../shell/session.ts';
import { Card, CardHeader } from '../../../ui/card.tsx';
import { Switch, TextField } from '../../../ui/field.tsx';
import { ProblemNote } from '../../../ui/states.tsx';
import { showToast } from '../../../ui/toast-queue.ts';

const USUAL: QuietHours = { from: '22:00', until: '07:00' };

/** Hours in which mails that can wait do so. Switched at once; times are saved when both are as they should be. */
export function QuietHoursCard() {
  const { i18n } = useLingui();
  const { me } = useSomeone();
  const kept = me.preferences.quiet_hours ?? null;
  const save = useMutation({
    mutationFn: async (quiet_hours: QuietHours | null) => {
      await got(api.PATCH('/users/me/preferences/', { body: { quiet_hours } }));
      await refreshMe();
    },
    onSuccess: () => showToast({ title: i18n._('Saved') }),
  });
  // What was pressed shows at once, and what was refused goes back.
  const shown = save.isPending ? save.variables : kept;
  return (
    <Card>
      <CardHeader title={i18n._('Quiet hours')} />
      {save.isError && (
        <ProblemNote title={i18n._('It was not changed')}>{sayProblem(save.error)}</ProblemNote>
      )}
      <Switch
        label={i18n._('Let mails wait at night')}
        hint={i18n._(
          'Invitations and the like come when the hours are over. What is about your safety, or what you asked for, always comes at once.',
        )}
        on={shown !== null}
        disabled={save.isPending}
        onChange={(on) => save.mutate(on ? USUAL : null)}
      />
      {shown && (
        <Times key={`${shown.from}-${shown.until}`} kept={shown} busy={save.isPending} onSave={save.mutate} />
      )}
    </Card>
  );
}

type TimesProps = { kept: QuietHours; busy: boolean; onSave: (hours: QuietHours) => void };

function Times({ kept, busy, onSave }: TimesProps) {
  const { i18n } = useLingui();
  const { me } = useSomeone();
  const [wish, setWish] = useState(kept);
  const isSame = wish.from === wish.until;
  const isChanged = wish.from !== kept.from || wish.until !== kept.until;
  return (
    <form
      noValidate
      className="mt-4 space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        onSave(wish);
      }}
    >
      <div className="grid grid-cols-2 gap-4 sm:max-w-sm">
        <TextField
          label={i18n._('From')}
          type="time"
          value={wish.from}
          onChange={(event) => setWish({ ...wish, from: event.target.value })}
        />
        <TextField
          label={i18n._('Until')}
          type="time"
          value={wish.until}
          error={isSame ? i18n._('Choose another time than the beginning.') : undefined}
          onChange={(event) => setWish({ ...wish, until: event.target.value })}
        />
      </div>
      <p className="text-sm text-ink-3">
        {i18n._('By the clock of {place}, your time zone.', { place: me.timezone.replaceAll('_', ' ') })}
      </p>
      <SignalButton
        type="submit"
        kind="primary"
        busy={busy}
        disabled={!isChanged || isSame || wish.from === '' || wish.until === ''}
      >
        {i18n._('Save the hours')}
      </SignalButton>
    </form>
  );
}
