import type { ApiKey } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, got } from '../../../api/client.ts';
import { deviceClock, instantMs } from '../../../clock.ts';
import { sayProblem } from '../../../shell/say-problem.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { ProblemNote } from '../../../ui/states.tsx';
import { useDayOf } from '../security/use-factors.ts';
import { daysChoices } from './days-choices.ts';
import { useApiKeysChanged } from './use-api-keys.ts';

type ChangeProps = { open: boolean; apiKey: ApiKey; daysMost: number; onClose: () => void };

const DAY_MS = 86_400_000;
const AS_IT_IS = 'as it is';

/** A new name, or another end: sooner at once, later after confirming that it is you. */
export function ChangeKeyDialog({ open, ...rest }: ChangeProps) {
  const { i18n } = useLingui();
  return (
    <Dialog open={open} size="small" onClose={rest.onClose} title={i18n._('Name and end of the key')}>
      <ChangeForm {...rest} />
    </Dialog>
  );
}

function ChangeForm({ apiKey, daysMost, onClose }: Omit<ChangeProps, 'open'>) {
  const { i18n } = useLingui();
  const dayOf = useDayOf();
  const changed = useApiKeysChanged();
  const [name, setName] = useState(apiKey.name);
  const [end, setEnd] = useState(AS_IT_IS);
  const change = useMutation({
    mutationFn: () => save(apiKey, { name: name.trim(), days: end === AS_IT_IS ? undefined : Number(end) }),
    onSuccess: () => {
      changed();
      onClose();
    },
  });
  const asItIs = {
    value: AS_IT_IS,
    label: i18n._('As it is: {day}', { day: dayOf(apiKey.expires_at) }),
  };
  return (
    <form
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate();
      }}
    >
      {change.isError && (
        <ProblemNote title={i18n._('It was not changed')}>{sayProblem(change.error)}</ProblemNote>
      )}
      <TextField
        label={i18n._('Name')}
        maxLength={60}
        value={name}
        autoComplete="off"
        autoFocus
        onChange={(event) => setName(event.target.value)}
      />
      <Select
        label={i18n._('Expires, counted from today')}
        hint={i18n._('A later end asks you to confirm that it is you.')}
        choices={[asItIs, ...daysChoices(daysMost)]}
        value={end}
        onChange={setEnd}
      />
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{i18n._('Cancel')}</Button>
        <Button type="submit" kind="primary" busy={change.isPending} disabled={name.trim() === ''}>
          {i18n._('Save')}
        </Button>
      </div>
    </form>
  );
}

async function save(
  { id, name: before, expires_at }: ApiKey,
  { name, days }: { name: string; days: number | undefined },
): Promise<void> {
  const params = { path: { id } };
  const isLater = days !== undefined && deviceClock.now() + days * DAY_MS > instantMs(expires_at);
  if (isLater)
    await got(api.POST('/auth/api-keys/{id}/extend/', { params, body: { expires_in_days: days } }));
  const body = {
    ...(name !== before && { name }),
    ...(days !== undefined && !isLater && { expires_in_days: days }),
  };
  if (Object.keys(body).length > 0) await got(api.PATCH('/auth/api-keys/{id}/', { params, body }));
}
