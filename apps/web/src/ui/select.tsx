import { Select as Base } from '@base-ui/react/select';
import { Check, ChevronsUpDown, type LucideIcon } from 'lucide-react';
import { cx } from './cx.ts';
import { Field, type FieldTexts, INPUT } from './field.tsx';
import { ITEM, POPUP } from './menu-look.ts';

export type Choice<Value extends string = string> = {
  readonly value: Value;
  readonly label: string;
  readonly icon?: LucideIcon;
  /** A second, paler line. */
  readonly note?: string;
  readonly disabled?: boolean;
};

type SelectProps<Value extends string> = FieldTexts & {
  choices: readonly Choice<Value>[];
  value: Value | undefined;
  onChange: (value: Value) => void;
  placeholder?: string;
  disabled?: boolean;
  name?: string;
  className?: string;
};

/** One of a handful. For more than a dozen choices take Combobox, which can be typed in. */
export function Select<Value extends string>({
  choices,
  value,
  onChange,
  placeholder,
  disabled = false,
  name,
  className,
  ...texts
}: SelectProps<Value>) {
  return (
    <Field {...texts} {...(className && { className })}>
      {(control) => (
        <Base.Root
          items={choices as readonly Choice[]}
          value={value ?? null}
          onValueChange={(chosen) => chosen !== null && onChange(chosen as Value)}
          disabled={disabled}
          {...(name && { name })}
        >
          <Base.Trigger
            {...control}
            className={cx(INPUT, 'flex items-center justify-between gap-2 text-left')}
          >
            <Base.Value className="truncate data-[placeholder]:text-ink-3" placeholder={placeholder} />
            <Base.Icon className="shrink-0 text-ink-3">
              <ChevronsUpDown aria-hidden size={16} />
            </Base.Icon>
          </Base.Trigger>
          <Base.Portal>
            <Base.Positioner sideOffset={6} alignItemWithTrigger={false} className="z-50 outline-none">
              <Base.Popup
                className={cx(
                  POPUP,
                  'max-h-[min(22rem,var(--available-height))] min-w-[var(--anchor-width)] overflow-y-auto',
                )}
              >
                {choices.map((choice) => (
                  <Base.Item
                    key={choice.value}
                    value={choice.value}
                    disabled={choice.disabled ?? false}
                    className={ITEM}
                  >
                    {choice.icon && <choice.icon aria-hidden size={18} className="text-ink-3" />}
                    <span className="min-w-0 flex-1">
                      <Base.ItemText>{choice.label}</Base.ItemText>
                      {choice.note && <span className="block text-sm text-ink-3">{choice.note}</span>}
                    </span>
                    <Base.ItemIndicator className="text-brand-text">
                      <Check aria-hidden size={16} />
                    </Base.ItemIndicator>
                  </Base.Item>
                ))}
              </Base.Popup>
            </Base.Positioner>
          </Base.Portal>
        </Base.Root>
      )}
    </Field>
  );
}
