import { useLingui } from '@lingui/react';
import { X } from 'lucide-react';
import { IconButton } from '../../../ui/button.tsx';
import { Combobox } from '../../../ui/combobox.tsx';
import { TextField } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { type ActionForm, FORM_ACTIONS } from './rule-form.ts';
import { actionName } from './rule-words.ts';
import { useRuleChoices } from './use-names.ts';

type Props = {
  action: ActionForm;
  wrong: boolean;
  onChange: (action: ActionForm) => void;
  onRemove?: () => void;
};

/** One thing that a rule does. */
export function ActionEditor({ action, onChange, onRemove }: Props) {
  const { i18n } = useLingui();
  return (
    <div className="flex items-start gap-1 rounded-cell border border-line p-3">
      <div className="grid min-w-0 flex-1 gap-2 sm:grid-cols-[14rem_minmax(0,1fr)]">
        <Select
          hiddenLabel
          label={i18n._('What it does')}
          choices={FORM_ACTIONS.map((kind) => ({ value: kind, label: actionName(kind) }))}
          value={action.kind}
          onChange={(kind) => onChange({ kind, value: '' })}
        />
        <Value action={action} onChange={onChange} />
      </div>
      {onRemove && <IconButton icon={X} label={i18n._('Remove this action')} onClick={onRemove} />}
    </div>
  );
}

function Value({ action, onChange }: Pick<Props, 'action' | 'onChange'>) {
  const { i18n } = useLingui();
  const choices = useRuleChoices()(action.kind);
  if (action.kind === 'ignore') return null;
  const set = (value: string) => onChange({ ...action, value });
  if (choices) {
    return (
      <Combobox
        hiddenLabel
        label={actionName(action.kind)}
        choices={choices}
        value={action.value === '' ? undefined : action.value}
        placeholder={
          action.kind === 'mark_transfer' ? i18n._('The other side is in any account') : i18n._('Choose')
        }
        onChange={(value) => set(value ?? '')}
      />
    );
  }
  return (
    <TextField
      hiddenLabel
      label={actionName(action.kind)}
      value={action.value}
      autoComplete="off"
      maxLength={action.kind === 'set_notes' ? 1000 : 200}
      onChange={(event) => set(event.target.value)}
    />
  );
}
