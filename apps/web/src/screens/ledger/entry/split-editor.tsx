import { formatMoney } from '@kinwise/core/format';
import { newId } from '@kinwise/core/ids';
import { useLingui } from '@lingui/react';
import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton } from '../../../ui/button.tsx';
import { StatusPill } from '../../../ui/chip.tsx';
import { Combobox } from '../../../ui/combobox.tsx';
import { TextField } from '../../../ui/field.tsx';
import { MoneyField } from '../../../ui/money-field.tsx';
import { type Choice, Select } from '../../../ui/select.tsx';
import { useUiSettings } from '../../../ui/settings.tsx';
import { isNegative, wireOf } from '../parts/amounts.ts';
import { categoryIcon } from '../parts/category-icon.ts';
import { categoriesInOrder, type LedgerFacts } from '../parts/facts.ts';
import { evenly, type Part, problemOf, remaining, type Whole, withRest } from './splits.ts';

type SplitEditorProps = {
  whole: Whole;
  facts: LedgerFacts;
  /** The parts that are there; none begins with two empty ones. */
  start: readonly Part[];
  /** What the first part begins with, when there are none. */
  firstCategory: string | null;
  onSave: (parts: readonly Part[]) => void;
  onCancel: () => void;
  /** Makes one entry of the parts again. */
  onUndo?: () => void;
};

/** Parts of an amount, with what is left of it shown to the cent while one types. */
export function SplitEditor({
  whole,
  facts,
  start,
  firstCategory,
  onSave,
  onCancel,
  onUndo,
}: SplitEditorProps) {
  const { i18n } = useLingui();
  const [parts, setParts] = useState<readonly Part[]>(() =>
    start.length > 0 ? start : [emptyPart(firstCategory), emptyPart(null)],
  );
  const problem = problemOf(whole, parts);
  const change = (id: string, fields: Partial<Part>) =>
    setParts(parts.map((part) => (part.id === id ? { ...part, ...fields } : part)));
  return (
    <section aria-label={i18n._('Split into parts')} className="rounded-cell border border-line p-4">
      <header className="mb-3 flex flex-wrap items-center justify-between gap-2">
        <h3 className="text-base">{i18n._('Parts')}</h3>
        <Remaining whole={whole} parts={parts} />
      </header>
      <ol className="space-y-4">
        {parts.map((part, index) => (
          <li key={part.id} className="space-y-2 border-t border-line pt-4 first:border-0 first:pt-0">
            <PartFields
              {...{ part, index, whole, facts }}
              onChange={(fields) => change(part.id, fields)}
              onRest={() => setParts(withRest(whole, parts, part.id))}
              {...(parts.length > 2 && {
                onRemove: () => setParts(parts.filter((one) => one.id !== part.id)),
              })}
            />
          </li>
        ))}
      </ol>
      <div className="mt-4 flex flex-wrap gap-2">
        <Button kind="quiet" size="small" icon={Plus} onClick={() => setParts([...parts, emptyPart(null)])}>
          {i18n._('Another part')}
        </Button>
        <Button kind="quiet" size="small" onClick={() => setParts(evenly(whole, parts))}>
          {i18n._('Share evenly')}
        </Button>
      </div>
      <div className="mt-4 flex flex-wrap gap-2">
        <Button kind="primary" disabled={problem !== undefined} onClick={() => onSave(parts)}>
          {i18n._('Save parts')}
        </Button>
        <Button onClick={onCancel}>{i18n._('Cancel')}</Button>
        {onUndo && (
          <Button kind="quiet" onClick={onUndo}>
            {i18n._('One entry again')}
          </Button>
        )}
      </div>
    </section>
  );
}

/** What is left: a tick when it fits, the amount that is missing or too much otherwise. Spoken as it changes. */
export function Remaining({ whole, parts }: { whole: Whole; parts: readonly Part[] }) {
  const { i18n } = useLingui();
  const { locale } = useUiSettings();
  const left = remaining(whole, parts);
  const amount = formatMoney(
    { amount: wireOf(left < 0n ? -left : left, whole.currency), currency: whole.currency },
    locale,
  );
  return (
    <span role="status">
      {left === 0n && <StatusPill status="good">{i18n._('Adds up')}</StatusPill>}
      {left > 0n && <StatusPill status="close">{i18n._('{amount} left', { amount })}</StatusPill>}
      {left < 0n && <StatusPill status="over">{i18n._('{amount} too much', { amount })}</StatusPill>}
    </span>
  );
}

type PartFieldsProps = {
  part: Part;
  index: number;
  whole: Whole;
  facts: LedgerFacts;
  onChange: (fields: Partial<Part>) => void;
  onRest: () => void;
  onRemove?: () => void;
};

function PartFields({ part, index, whole, facts, onChange, onRest, onRemove }: PartFieldsProps) {
  const { i18n } = useLingui();
  const kind = isNegative(whole.amount) ? 'expense' : 'income';
  const fitting = categoriesInOrder(facts.categories).filter(
    (one) => one.kind === kind || one.kind === 'both',
  );
  const choices = fitting.map((category): Choice => {
    const note = facts.nameOf(category.parent_id);
    const label = facts.nameOf(category.id) ?? category.name;
    return {
      value: category.id,
      label,
      icon: categoryIcon(category.icon),
      ...(note !== undefined && { note }),
    };
  });
  const number = index + 1;
  return (
    <>
      <div className="grid grid-cols-[minmax(0,1fr)_8.5rem] gap-2">
        <Combobox
          hiddenLabel
          label={i18n._('Category of part {number}', { number })}
          placeholder={i18n._('Category')}
          choices={choices}
          value={part.category_id ?? undefined}
          onChange={(id) => onChange({ category_id: id ?? null })}
        />
        <MoneyField
          hiddenLabel
          allowNegative
          label={i18n._('Amount of part {number}', { number })}
          currency={whole.currency}
          value={part.amount ?? ''}
          onChange={(wire) => onChange({ amount: wire === '' ? undefined : wire })}
        />
      </div>
      <div className="flex items-center gap-2">
        <TextField
          hiddenLabel
          label={i18n._('Note of part {number}', { number })}
          placeholder={i18n._('Note')}
          maxLength={200}
          value={part.note}
          onChange={(event) => onChange({ note: event.target.value })}
          className="min-w-0 flex-1"
        />
        <MemberSelect part={part} number={number} facts={facts} onChange={onChange} />
        <Button size="small" kind="quiet" onClick={onRest}>
          {i18n._('The rest')}
        </Button>
        {onRemove && (
          <IconButton
            size="small"
            icon={Trash2}
            label={i18n._('Remove part {number}', { number })}
            onClick={onRemove}
          />
        )}
      </div>
    </>
  );
}

const EVERYBODY = 'everybody';

function MemberSelect({
  part,
  number,
  facts,
  onChange,
}: Pick<PartFieldsProps, 'part' | 'facts' | 'onChange'> & { number: number }) {
  const { i18n } = useLingui();
  const people = [...facts.people.values()].filter(
    (one) => one.status === 'active' || one.user_id === part.member_id,
  );
  if (people.length < 2) return null;
  return (
    <Select
      hiddenLabel
      label={i18n._('Part {number} is for', { number })}
      className="w-28 shrink-0"
      value={part.member_id ?? EVERYBODY}
      onChange={(value) => onChange({ member_id: value === EVERYBODY ? null : value })}
      choices={[
        { value: EVERYBODY, label: i18n._('Everybody') },
        ...people.map((person) => ({ value: person.user_id, label: person.display_name })),
      ]}
    />
  );
}

function emptyPart(category_id: string | null): Part {
  return { id: newId(), category_id, member_id: null, amount: undefined, note: '' };
}
