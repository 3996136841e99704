import type { Category } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { useWrite } from '../../../offline/hooks.tsx';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/field.tsx';
import { Segments } from '../../../ui/segments.tsx';
import { Select } from '../../../ui/select.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { changed } from '../../ledger/parts/changed.ts';
import type { Doing } from './doing.ts';
import { LookPicker } from './look-picker.tsx';
import { lastOrder, parentsForNew, possibleParents } from './tree.ts';

const TOP = 'top';

type Form = Pick<Category, 'name' | 'kind' | 'icon' | 'colour' | 'parent_id'> & { name_mi: string };

/** Makes a category or changes one: names, place in the tree, sign and colour. Works without signal. */
export function CategorySheet({
  doing,
  categories,
  onClose,
}: {
  doing: Doing | undefined;
  categories: readonly Category[];
  onClose: () => void;
}) {
  const { i18n } = useLingui();
  const [form, setForm] = useState<Form>(() => formOf(doing));
  const save = useSave(doing, { form, categories, onClose });
  const named = form.name.trim() !== '';
  const set = (part: Partial<Form>) => setForm({ ...form, ...part });
  return (
    <Sheet
      open={doing !== undefined}
      onClose={onClose}
      title={doing?.what === 'new' ? i18n._('New category') : i18n._('Category')}
      actions={
        <Button kind="primary" size="large" className="w-full" disabled={!named} onClick={() => void save()}>
          {i18n._('Save')}
        </Button>
      }
    >
      <form
        className="space-y-5"
        onSubmit={(event) => {
          event.preventDefault();
          if (named) void save();
        }}
      >
        <TextField
          label={i18n._('Name')}
          value={form.name}
          maxLength={60}
          autoComplete="off"
          onChange={(event) => set({ name: event.target.value })}
        />
        <TextField
          label={i18n._('Name in te reo Māori')}
          lang="mi"
          value={form.name_mi}
          maxLength={60}
          autoComplete="off"
          onChange={(event) => set({ name_mi: event.target.value })}
        />
        <Place doing={doing} form={form} categories={categories} onChange={set} />
        <LookPicker icon={form.icon} colour={form.colour} onChange={set} />
      </form>
    </Sheet>
  );
}

function Place({
  doing,
  form,
  categories,
  onChange,
}: {
  doing: Doing | undefined;
  form: Form;
  categories: readonly Category[];
  onChange: (part: Partial<Form>) => void;
}) {
  const { i18n } = useLingui();
  const names = new Map(categories.map((one) => [one.id, one.name]));
  const places =
    doing?.what === 'edit'
      ? possibleParents(categories, { ...doing.category, kind: form.kind })
      : parentsForNew(categories, form.kind);
  return (
    <>
      {form.parent_id === null && (
        <Segments
          label={i18n._('Kind')}
          className="flex w-full"
          choices={[
            { name: 'expense', label: i18n._('Spending') },
            { name: 'income', label: i18n._('Income') },
            { name: 'both', label: i18n._('Both') },
          ]}
          value={form.kind}
          onChange={(kind) => onChange({ kind })}
        />
      )}
      <Select
        label={i18n._('Stands below')}
        choices={places.map((id) => ({
          value: id ?? TOP,
          label: id === null ? i18n._('Nothing: it stands at the top') : (names.get(id) ?? ''),
        }))}
        value={form.parent_id ?? TOP}
        onChange={(parent) => onChange({ parent_id: parent === TOP ? null : parent })}
      />
    </>
  );
}

function formOf(doing: Doing | undefined): Form {
  if (doing && 'category' in doing) {
    const { name, name_mi, kind, icon, colour, parent_id } = doing.category;
    return { name, name_mi: name_mi ?? '', kind, icon, colour, parent_id };
  }
  const parent = doing?.what === 'new' ? doing.parent : undefined;
  return {
    name: '',
    name_mi: '',
    kind: doing?.what === 'new' ? doing.kind : 'expense',
    icon: parent?.icon ?? 'tag',
    colour: parent?.colour ?? 'brand',
    parent_id: parent?.id ?? null,
  };
}

function useSave(
  doing: Doing | undefined,
  { form, categories, onClose }: { form: Form; categories: readonly Category[]; onClose: () => void },
) {
  const write = useWrite();
  return async () => {
    const body = { ...form, name: form.name.trim(), name_mi: form.name_mi.trim() || null };
    const order = lastOrder(categories, form.parent_id);
    if (doing?.what === 'new') await write.create('category', { ...body, order });
    else if (doing?.what === 'edit') {
      const before = doing.category;
      const change = changed(before, body);
      const place = form.parent_id === before.parent_id ? {} : { order };
      if (Object.keys(change).length > 0) await write.update('category', before.id, { ...change, ...place });
    }
    onClose();
  };
}
