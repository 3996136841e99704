import { parseDay } from '@kinwise/core/days';
import { useLingui } from '@lingui/react';
import { useRows } from '../../../offline/hooks.tsx';
import { Button } from '../../../ui/button.tsx';
import { DayField } from '../../../ui/day-field.tsx';
import { Select } from '../../../ui/select.tsx';
import { kindsInOrder } from './activity-words.ts';
import type { ActivitySearch } from './search.ts';

type FiltersProps = {
  search: ActivitySearch;
  onChange: (search: ActivitySearch) => void;
};

/** Who, what, how risky and when. Each takes effect at once; the address keeps them. */
export function ActivityFilters({ search, onChange }: FiltersProps) {
  const { i18n } = useLingui();
  const members = (useRows('membership') ?? []).map(({ row }) => row);
  const set = (name: keyof ActivitySearch, value: string) => {
    const { [name]: _old, ...rest } = search;
    onChange(value === '' ? rest : { ...rest, [name]: value });
  };
  const all = { value: '', label: i18n._('All') };
  const people = members.map((member) => ({ value: member.user_id, label: member.display_name }));
  const risks = [
    { value: 'medium', label: i18n._('Worth a look') },
    { value: 'high', label: i18n._('High risk') },
  ];
  return (
    <div className="grid grid-cols-2 gap-3 lg:grid-cols-5">
      <Select
        label={i18n._('Who')}
        choices={[all, ...people]}
        value={search.member ?? ''}
        onChange={(value) => set('member', value)}
      />
      <Select
        label={i18n._('What')}
        choices={[all, ...kindsInOrder()]}
        value={search.kind ?? ''}
        onChange={(value) => set('kind', value)}
      />
      <Select
        label={i18n._('Risk')}
        choices={[all, ...risks]}
        value={search.risk ?? ''}
        onChange={(value) => set('risk', value)}
        className="max-lg:col-span-2"
      />
      <DayField
        label={i18n._('From')}
        value={parseDay(search.from ?? '')}
        max={search.to}
        onChange={(day) => set('from', day ?? '')}
      />
      <DayField
        label={i18n._('To')}
        value={parseDay(search.to ?? '')}
        min={search.from}
        onChange={(day) => set('to', day ?? '')}
      />
      {Object.keys(search).length > 0 && (
        <Button size="small" kind="quiet" className="justify-self-start" onClick={() => onChange({})}>
          {i18n._('Clear the filters')}
        </Button>
      )}
    </div>
  );
}
