import type { ExchangeRate } from '@kinwise/api-client/schema';
import { formatDay } from '@kinwise/core/format';
import { useLingui } from '@lingui/react';
import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { api, got } from '../../../api/client.ts';
import { useHousehold } from '../../../shell/household.ts';
import { SignalButton } from '../../../shell/needs-signal.tsx';
import { sayProblem } from '../../../shell/say-problem.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/field.tsx';
import { useUiSettings } from '../../../ui/settings.tsx';
import { showToast } from '../../../ui/toast-queue.ts';
import { typedRate } from './typed-rate.ts';
import { useRateWrite } from './use-rates.ts';

/** One rate of one day; who may, corrects it in place. */
export function RateLine({ rate }: { rate: ExchangeRate }) {
  const { i18n } = useLingui();
  const { locale } = useUiSettings();
  const household = useHousehold();
  const [state, setState] = useState<'shown' | 'editing' | 'edited'>('shown');
  const remove = useRemove(rate);
  const day = formatDay(rate.on, 'medium', { ...locale, today: household.today });
  if (state === 'editing') return <Correction rate={rate} day={day} onEnd={() => setState('edited')} />;
  return (
    <li className="flex min-h-12 items-center gap-3">
      <span className="flex min-w-0 flex-1 flex-col gap-x-4 py-1.5 sm:flex-row sm:items-baseline sm:justify-between">
        <span className="kw-tnum font-medium">
          1 {rate.base} = {rate.rate} {rate.quote}
        </span>
        <span className="text-sm text-ink-3">
          {rate.source === 'file' ? i18n._('{day}, from a file', { day }) : day}
        </span>
      </span>
      {household.may('categories.manage') && (
        <span className="flex">
          <IconButton
            icon={Pencil}
            size="small"
            label={i18n._('Correct the rate of {base} on {day}', { base: rate.base, day })}
            // The keyboard goes on where it came from.
            autoFocus={state === 'edited'}
            onClick={() => setState('editing')}
          />
          <IconButton
            icon={Trash2}
            size="small"
            disabled={remove.isPending}
            label={i18n._('Delete the rate of {base} on {day}', { base: rate.base, day })}
            onClick={() =>
              remove.mutate(undefined, {
                onError: (error) =>
                  showToast({
                    title: i18n._('It was not deleted'),
                    description: sayProblem(error),
                    tone: 'over',
                  }),
              })
            }
          />
        </span>
      )}
    </li>
  );
}

function Correction({ rate, day, onEnd }: { rate: ExchangeRate; day: string; onEnd: () => void }) {
  const { i18n } = useLingui();
  const [typed, setTyped] = useState(rate.rate);
  const wire = typedRate(typed);
  const change = useRateWrite((next: string) => {
    const headers = { 'If-Match': `"v${rate.version}"` };
    const params = { path: { id: rate.id } };
    return got(api.PATCH('/exchange-rates/{id}/', { params, headers, body: { rate: next } }));
  }, onEnd);
  return (
    <li className="py-3">
      <form
        className="flex flex-wrap items-end gap-2"
        onKeyDown={(event) => event.key === 'Escape' && onEnd()}
        onSubmit={(event) => {
          event.preventDefault();
          if (wire !== undefined) change.mutate(wire);
        }}
      >
        <TextField
          className="min-w-40 flex-1"
          label={i18n._('One {base} in {quote}, {day}', { base: rate.base, quote: rate.quote, day })}
          inputMode="decimal"
          autoComplete="off"
          // The pencil was pressed to type here.
          autoFocus
          value={typed}
          error={
            change.isError
              ? sayProblem(change.error)
              : wire === undefined
                ? i18n._('A number above zero, such as 1.6543.')
                : undefined
          }
          onChange={(event) => setTyped(event.target.value)}
        />
        <div className="flex gap-2">
          <SignalButton type="submit" kind="primary" busy={change.isPending} disabled={wire === undefined}>
            {i18n._('Save')}
          </SignalButton>
          <Button onClick={onEnd}>{i18n._('Cancel')}</Button>
        </div>
      </form>
    </li>
  );
}

/** Deletes at once, and offers to put the same rate back. */
function useRemove(rate: ExchangeRate) {
  const { i18n } = useLingui();
  const { base, quote, on, rate: value } = rate;
  const putBack = useRateWrite(() =>
    got(api.POST('/exchange-rates/', { body: { base, quote, on, rate: value } })),
  );
  return useRateWrite(
    () => got(api.DELETE('/exchange-rates/{id}/', { params: { path: { id: rate.id } } })),
    () =>
      showToast({
        title: i18n._('The rate is deleted'),
        action: { label: i18n._('Undo'), onPress: () => putBack.mutate(undefined) },
      }),
  );
}
