import { Combobox as Base } from '@base-ui/react/combobox';
import { Check, ChevronsUpDown, Plus, X } from 'lucide-react';
import { useState } from 'react';
import { cx } from './cx.ts';
import { Field, type FieldControl, INPUT } from './field.tsx';
import { ITEM, POPUP } from './menu-look.ts';
import type { ComboboxProps } from './combobox.tsx';
import type { Choice } from './select.tsx';
import { useUiSettings } from './settings.tsx';

const NEW = '\u0000new';

/** What Combobox loads: the list that floats under the field. */
export function ComboboxParts({
  choices,
  value,
  onChange,
  placeholder,
  disabled = false,
  onCreate,
  createLabel,
  className,
  ...texts
}: ComboboxProps) {
  const [typed, setTyped] = useState('');
  const chosen = choices.find((choice) => choice.value === value) ?? null;
  const makes = onCreate !== undefined && isNew(typed, choices);
  const items = makes
    ? [...choices, { value: NEW, label: createLabel?.(typed.trim()) ?? typed.trim() }]
    : choices;

  function choose(choice: Choice | null) {
    if (choice?.value === NEW) onCreate?.(typed.trim());
    else onChange(choice?.value);
  }

  return (
    <Field {...texts} {...(className && { className })}>
      {(control) => (
        <Base.Root
          items={items}
          value={chosen}
          onValueChange={choose}
          onInputValueChange={setTyped}
          isItemEqualToValue={(left, right) => left.value === right.value}
          filter={(choice: Choice, query) => choice.value === NEW || found(choice, query)}
          autoHighlight
          disabled={disabled}
        >
          <Entry control={control} placeholder={placeholder} />
          <Suggestions />
        </Base.Root>
      )}
    </Field>
  );
}

function Entry({ control, placeholder }: { control: FieldControl; placeholder: string | undefined }) {
  const { words } = useUiSettings();
  return (
    <Base.InputGroup className="relative">
      <Base.Input {...control} placeholder={placeholder} className={cx(INPUT, 'pr-16 max-lg:pr-20')} />
      <div className="absolute inset-y-0 right-1 flex items-center text-ink-3">
        <Base.Clear
          aria-label={words.clear}
          className="flex size-8 items-center justify-center rounded hover:text-ink max-lg:h-11 max-lg:w-9"
        >
          <X aria-hidden size={16} />
        </Base.Clear>
        <Base.Trigger
          aria-label={words.open}
          className="flex size-8 items-center justify-center rounded hover:text-ink max-lg:h-11 max-lg:w-9"
        >
          <ChevronsUpDown aria-hidden size={16} />
        </Base.Trigger>
      </div>
    </Base.InputGroup>
  );
}

function Suggestions() {
  const { words } = useUiSettings();
  return (
    <Base.Portal>
      <Base.Positioner sideOffset={6} className="z-50 outline-none">
        <Base.Popup
          className={cx(
            POPUP,
            'max-h-[min(22rem,var(--available-height))] w-[var(--anchor-width)] min-w-56 overflow-y-auto',
          )}
        >
          <Base.Empty className="px-3 py-2 text-sm text-ink-3 empty:hidden">{words.nothingFound}</Base.Empty>
          <Base.List>{(choice: Choice) => <ChoiceRow key={choice.value} choice={choice} />}</Base.List>
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  );
}

function ChoiceRow({ choice }: { choice: Choice }) {
  const Icon = choice.value === NEW ? Plus : choice.icon;
  return (
    <Base.Item value={choice} disabled={choice.disabled ?? false} className={ITEM}>
      {Icon && <Icon aria-hidden size={18} className="shrink-0 text-ink-3" />}
      <span className="min-w-0 flex-1">
        <span className="block truncate">{choice.label}</span>
        {choice.note && <span className="block truncate text-sm text-ink-3">{choice.note}</span>}
      </span>
      <Base.ItemIndicator className="text-brand-text">
        <Check aria-hidden size={16} />
      </Base.ItemIndicator>
    </Base.Item>
  );
}

function isNew(typed: string, choices: readonly Choice[]): boolean {
  const name = plain(typed.trim());
  return name !== '' && !choices.some((choice) => plain(choice.label) === name);
}

function found(choice: Choice, query: string): boolean {
  const needle = plain(query);
  return plain(choice.label).includes(needle) || plain(choice.note ?? '').includes(needle);
}

/** Small letters without macrons or accents, so that `whanau` finds `whānau`. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
