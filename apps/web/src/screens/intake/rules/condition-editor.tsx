import { useLingui } from '@lingui/react';
import { X } from 'lucide-react';
import { IconButton } from '../../../ui/button.tsx';
import { Combobox } from '../../../ui/combobox.tsx';
import { TextField } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { type ConditionForm, FIELDS, opsOf, withField } from './rule-form.ts';
import { fieldName, opName, typeName } from './rule-words.ts';
import { useRuleChoices } from './use-names.ts';

type Props = {
  condition: ConditionForm;
  wrong: boolean;
  onChange: (condition: ConditionForm) => void;
  onRemove?: () => void;
};

/** One condition: what is looked at, how, and what it is compared with. */
export function ConditionEditor({ condition, wrong, onChange, onRemove }: Props) {
  const { i18n } = useLingui();
  return (
    <div className="flex items-start gap-1 rounded-cell border border-line p-3">
      <div className="grid min-w-0 flex-1 gap-2 sm:grid-cols-[10rem_11rem_minmax(0,1fr)]">
        <Select
          hiddenLabel
          label={i18n._('What is looked at')}
          choices={FIELDS.map((field) => ({ value: field, label: fieldName(field) }))}
          value={condition.field}
          onChange={(field) => onChange(withField(condition, field))}
        />
        <Select
          hiddenLabel
          label={i18n._('How it is compared')}
          choices={opsOf(condition.field).map((op) => ({ value: op, label: opName(op) }))}
          value={condition.op}
          onChange={(op) => onChange({ ...condition, op })}
        />
        <Value condition={condition} wrong={wrong} onChange={onChange} />
      </div>
      {onRemove && <IconButton icon={X} label={i18n._('Remove this condition')} onClick={onRemove} />}
    </div>
  );
}

function Value({ condition, wrong, onChange }: Omit<Props, 'onRemove'>) {
  const { i18n } = useLingui();
  const { field, op, value, upTo } = condition;
  const choices = useRuleChoices()(field);
  const label = i18n._('With what');
  if (field === 'type') {
    return (
      <Select
        hiddenLabel
        label={label}
        choices={['expense', 'income', 'transfer'].map((type) => ({ value: type, label: typeName(type) }))}
        value={value === '' ? undefined : value}
        placeholder={i18n._('Choose')}
        onChange={(next) => onChange({ ...condition, value: next })}
      />
    );
  }
  if (choices) {
    return (
      <Combobox
        hiddenLabel
        label={label}
        choices={choices}
        value={value.split(', ')[0]}
        placeholder={i18n._('Choose')}
        onChange={(next) => onChange({ ...condition, value: next ?? '' })}
      />
    );
  }
  const hint = hintOf();
  return (
    <div className={op === 'between' ? 'grid grid-cols-2 gap-2' : ''}>
      <TextField
        hiddenLabel
        label={label}
        value={value}
        autoComplete="off"
        maxLength={200}
        inputMode={field === 'amount' ? 'decimal' : undefined}
        error={wrong && value !== '' ? hint : undefined}
        hint={hint}
        onChange={(event) => onChange({ ...condition, value: event.target.value })}
      />
      {op === 'between' && (
        <TextField
          hiddenLabel
          label={i18n._('Up to')}
          value={upTo}
          autoComplete="off"
          inputMode={field === 'amount' ? 'decimal' : undefined}
          onChange={(event) => onChange({ ...condition, upTo: event.target.value })}
        />
      )}
    </div>
  );

  function hintOf(): string | undefined {
    if (op === 'in') return i18n._('Several, parted by commas');
    if (op === 'matches') return i18n._('A regular expression, such as ^PAK.?N');
    if (field === 'amount') return i18n._('Without sign, such as 20.00');
    if (field === 'occurred_day') return i18n._('A day of the month (1 to 31) or 2026-11-22');
    return undefined;
  }
}
