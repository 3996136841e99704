import { lazy, Suspense } from 'react';
import { Field, type FieldTexts, INPUT } from './field.tsx';
import type { Choice } from './select.tsx';

const Parts = lazy(() =>
  import('./combobox-parts.tsx').then((module) => ({ default: module.ComboboxParts })),
);

export type ComboboxProps = FieldTexts & {
  choices: readonly Choice[];
  /** The chosen value; undefined when nothing is chosen. */
  value: string | undefined;
  onChange: (value: string | undefined) => void;
  placeholder?: string;
  disabled?: boolean;
  /** Lets the person make a new choice of what they typed; the sentence of that row comes from `createLabel`. */
  onCreate?: (typed: string) => void;
  createLabel?: (typed: string) => string;
  className?: string;
};

/** One of many, found by typing: categories, payees, accounts. Its parts come after the screen; until then it shows its value. */
export function Combobox(props: ComboboxProps) {
  return (
    <Suspense fallback={<Waiting {...props} />}>
      <Parts {...props} />
    </Suspense>
  );
}

function Waiting({
  choices,
  value,
  placeholder,
  className,
  label,
  hint,
  error,
  hiddenLabel = false,
}: ComboboxProps) {
  const chosen = choices.find((choice) => choice.value === value);
  return (
    <Field
      label={label}
      hint={hint}
      error={error}
      hiddenLabel={hiddenLabel}
      {...(className && { className })}
    >
      {(control) => (
        <input
          {...control}
          readOnly
          value={chosen?.label ?? ''}
          placeholder={placeholder}
          className={INPUT}
        />
      )}
    </Field>
  );
}
