import { ChevronsUpDown, type LucideIcon } from 'lucide-react';
import { cx } from './cx.ts';
import { Field, type FieldTexts, INPUT } from './field.tsx';

export type Choice<Value extends string = string> = {
  readonly value: Value;
  readonly label: string;
  readonly icon?: LucideIcon;
  /** A second, paler line where there is room for one. */
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

/**
 * One of a handful. The platform's own control: it weighs nothing and is what thumbs know. For more than a dozen choices
 * take Combobox, which can be typed in.
 */
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
        <div className="relative">
          <select
            {...control}
            name={name}
            disabled={disabled}
            value={value ?? ''}
            onChange={(event) => onChange(event.target.value as Value)}
            className={cx(INPUT, 'appearance-none truncate pr-10')}
          >
            {value === undefined && (
              <option value="" disabled>
                {placeholder ?? ''}
              </option>
            )}
            {choices.map((choice) => (
              <option key={choice.value} value={choice.value} disabled={choice.disabled}>
                {choice.note ? `${choice.label} (${choice.note})` : choice.label}
              </option>
            ))}
          </select>
          <ChevronsUpDown
            aria-hidden
            size={16}
            className="pointer-events-none absolute top-3.5 right-3.5 text-ink-3"
          />
        </div>
      )}
    </Field>
  );
}
