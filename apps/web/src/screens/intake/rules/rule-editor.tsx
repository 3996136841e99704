import type { Rule } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useWrite } from '../../../offline/hooks.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Checkbox, TextField } from '../../../ui/field.tsx';
import { Segments } from '../../../ui/segments.tsx';
import { useOnce } from '../../../ui/use-once.ts';
import { ActionEditor } from './action-editor.tsx';
import { ConditionEditor } from './condition-editor.tsx';
import {
  bodyOf,
  changesOf,
  formOf,
  gapsOf,
  keptActions,
  NEW_ACTION,
  NEW_CONDITION,
  NEW_RULE,
  type RuleForm,
} from './rule-form.ts';
import { RulePreview } from './rule-preview.tsx';

/** Makes a rule or changes one, and shows on the household's own history what it would do. */
export function RuleEditor({
  rule,
  order,
  onClose,
}: {
  rule: Rule | undefined;
  order: number;
  onClose: () => void;
}) {
  const { i18n } = useLingui();
  const write = useWrite();
  const once = useOnce();
  const [form, setForm] = useState<RuleForm>(() => (rule ? formOf(rule) : NEW_RULE));
  const kept = keptActions(rule);
  const gaps = gapsOf(form, kept);
  const set = (part: Partial<RuleForm>) => setForm({ ...form, ...part });

  async function save() {
    const body = bodyOf(form, kept);
    const changes = rule && changesOf(rule, body);
    if (!changes) await write.create('rule', { ...body, order });
    else if (Object.keys(changes).length > 0) await write.update('rule', rule.id, changes);
    onClose();
  }

  return (
    <Dialog
      open
      size="large"
      onClose={onClose}
      title={rule ? i18n._('Rule') : i18n._('New rule')}
      actions={
        <>
          <Button onClick={onClose}>{i18n._('Cancel')}</Button>
          <Button kind="primary" disabled={gaps.name || !gaps.testable} onClick={() => void once(save)}>
            {i18n._('Save')}
          </Button>
        </>
      }
    >
      <div className="space-y-6">
        <TextField
          label={i18n._('Name')}
          value={form.name}
          maxLength={80}
          autoComplete="off"
          placeholder={i18n._('Groceries at Countdown')}
          onChange={(event) => set({ name: event.target.value })}
        />
        <Conditions form={form} wrong={gaps.conditions} onChange={set} />
        <Actions form={form} wrong={gaps.actions} keeps={kept.length > 0} onChange={set} />
        <div className="space-y-3">
          <Checkbox
            label={i18n._('This rule has the last word: those below it are not asked')}
            checked={form.stop}
            onChange={(event) => set({ stop: event.target.checked })}
          />
          <Checkbox
            label={i18n._('In use')}
            checked={form.is_active}
            onChange={(event) => set({ is_active: event.target.checked })}
          />
        </div>
        <RulePreview form={form} kept={kept} ready={gaps.testable} />
      </div>
    </Dialog>
  );
}

type PartProps = { form: RuleForm; wrong: ReadonlySet<number>; onChange: (part: Partial<RuleForm>) => void };

function Conditions({ form, wrong, onChange }: PartProps) {
  const { i18n } = useLingui();
  const { conditions } = form;
  const put = (next: RuleForm['conditions']) => onChange({ conditions: next });
  return (
    <section className="space-y-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="text-base">{i18n._('When')}</h3>
        {conditions.length > 1 && (
          <Segments
            label={i18n._('How many of them')}
            choices={[
              { name: 'all', label: i18n._('All of these') },
              { name: 'any', label: i18n._('Any of these') },
            ]}
            value={form.match}
            onChange={(match) => onChange({ match })}
          />
        )}
      </div>
      {conditions.map((condition, index) => (
        <ConditionEditor
          key={index}
          condition={condition}
          wrong={wrong.has(index)}
          onChange={(next) => put(conditions.with(index, next))}
          {...(conditions.length > 1 && { onRemove: () => put(conditions.toSpliced(index, 1)) })}
        />
      ))}
      <Button kind="quiet" size="small" icon={Plus} onClick={() => put([...conditions, NEW_CONDITION])}>
        {i18n._('Another condition')}
      </Button>
    </section>
  );
}

function Actions({ form, wrong, keeps, onChange }: PartProps & { keeps: boolean }) {
  const { i18n } = useLingui();
  const { actions } = form;
  const put = (next: RuleForm['actions']) => onChange({ actions: next });
  return (
    <section className="space-y-3">
      <h3 className="text-base">{i18n._('Then')}</h3>
      {actions.map((action, index) => (
        <ActionEditor
          key={index}
          action={action}
          wrong={wrong.has(index)}
          onChange={(next) => put(actions.with(index, next))}
          {...((actions.length > 1 || keeps) && { onRemove: () => put(actions.toSpliced(index, 1)) })}
        />
      ))}
      {keeps && (
        <p className="text-sm text-ink-3">{i18n._('It also splits the entry; that stays as it is.')}</p>
      )}
      <Button kind="quiet" size="small" icon={Plus} onClick={() => put([...actions, NEW_ACTION])}>
        {i18n._('Another action')}
      </Button>
    </section>
  );
}
