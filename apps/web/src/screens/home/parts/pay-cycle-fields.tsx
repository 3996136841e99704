import { type Day, parseDay } from '@kinwise/core/days';
import { formatDay } from '@kinwise/core/format';
import { nextPayDay, type PayCycle } from '@kinwise/core/pay-periods';
import { useLingui } from '@lingui/react';
import { useDayClock } from '../../../shell/household.ts';
import { TextField } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { useUiSettings } from '../../../ui/settings.tsx';
import { payCycleChoices } from './household-words.ts';

/** How often pay comes, and one real pay day, from which all others are counted. */
export function PayCycleFields({
  cycle,
  onChange,
}: {
  cycle: PayCycle;
  onChange: (cycle: PayCycle) => void;
}) {
  const { i18n } = useLingui();
  const { locale } = useUiSettings();
  const { today } = useDayClock();
  const valid = parseDay(cycle.anchor_on) !== undefined;
  // One that was the next when the household was made lies behind by now, and any of them leads to all others.
  const isPast = valid && cycle.anchor_on < today;
  const following = valid ? nextPayDay(cycle, isPast ? today : cycle.anchor_on) : undefined;
  const day = following && formatDay(following, 'medium', { ...locale, today });
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Select
        label={i18n._('Pay comes')}
        choices={payCycleChoices()}
        value={cycle.kind}
        onChange={(kind) => {
          const { anchor_on } = cycle;
          onChange(kind === 'custom' ? { kind, anchor_on, days: cycle.days ?? 10 } : { kind, anchor_on });
        }}
      />
      <TextField
        label={isPast ? i18n._('A payday') : i18n._('The next payday')}
        type="date"
        required
        value={cycle.anchor_on}
        error={valid ? undefined : i18n._('Choose a day.')}
        hint={
          day !== undefined &&
          (isPast ? i18n._('The next one: {day}', { day }) : i18n._('After that: {day}', { day }))
        }
        onChange={(event) => onChange({ ...cycle, anchor_on: event.target.value as Day })}
      />
      {cycle.kind === 'custom' && (
        <TextField
          label={i18n._('Days from one payday to the next')}
          type="number"
          min={1}
          max={400}
          inputMode="numeric"
          value={cycle.days ?? ''}
          onChange={(event) => onChange({ ...cycle, days: event.target.valueAsNumber || 1 })}
        />
      )}
    </div>
  );
}

export function isWholeCycle(cycle: PayCycle): boolean {
  const days = cycle.days ?? 1;
  return parseDay(cycle.anchor_on) !== undefined && Number.isInteger(days) && days >= 1 && days <= 400;
}
