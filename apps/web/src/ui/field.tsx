import { Eye, EyeOff } from 'lucide-react';
import { type ComponentProps, type ReactNode, useId, useState } from 'react';
import { cx } from './cx.ts';
import { useUiSettings } from './settings.tsx';

/** The classes of anything one types or picks in. */
export const INPUT =
  'w-full min-h-11 rounded-button border border-line-strong bg-surface px-3.5 text-base text-ink transition-colors ' +
  'hover:border-ink-3 focus-visible:outline-offset-0 aria-invalid:border-over disabled:bg-sunk disabled:text-ink-3';

export type FieldTexts = {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong and how to mend it. Its presence marks the field as wrong. */
  error?: string | undefined;
  /** Shows the label to screen readers only. */
  hiddenLabel?: boolean;
};

/** What the control inside a field must carry, so that label, hint and error belong to it. */
export type FieldControl = {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
};

/** Label above, control, then hint or error below. `children` gets the ids that tie them together. */
export function Field({
  label,
  hint,
  error,
  hiddenLabel = false,
  aside,
  children,
  className,
}: FieldTexts & {
  aside?: ReactNode;
  className?: string;
  children: (control: FieldControl) => ReactNode;
}) {
  const id = useId();
  const noteId = `${id}-note`;
  const note = error ?? hint;
  return (
    <div className={cx('flex flex-col gap-1.5', className)}>
      <div className={cx('flex items-baseline justify-between gap-3', hiddenLabel && 'sr-only')}>
        <label htmlFor={id} className="text-sm font-semibold text-ink-2">
          {label}
        </label>
        {aside}
      </div>
      {children({
        id,
        'aria-describedby': note ? noteId : undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {note && (
        <p id={noteId} className={cx('text-sm', error ? 'font-medium text-over-text' : 'text-ink-3')}>
          {note}
        </p>
      )}
    </div>
  );
}

type TextFieldProps = Omit<ComponentProps<'input'>, 'id'> & FieldTexts & { aside?: ReactNode };

export function TextField({
  label,
  hint,
  error,
  hiddenLabel = false,
  aside,
  className,
  ...rest
}: TextFieldProps) {
  return (
    <Field
      label={label}
      hint={hint}
      error={error}
      hiddenLabel={hiddenLabel}
      aside={aside}
      {...(className && { className })}
    >
      {(control) => <input type="text" {...rest} {...control} className={INPUT} />}
    </Field>
  );
}

/** A password with a button that shows it: seeing what one types beats typing it twice. */
export function PasswordField({
  label,
  hint,
  error,
  aside,
  className,
  ...rest
}: Omit<TextFieldProps, 'type' | 'hiddenLabel'>) {
  const [shown, setShown] = useState(false);
  const { words } = useUiSettings();
  const Icon = shown ? EyeOff : Eye;
  return (
    <Field label={label} hint={hint} error={error} aside={aside} {...(className && { className })}>
      {(control) => (
        <div className="relative">
          <input {...rest} {...control} type={shown ? 'text' : 'password'} className={cx(INPUT, 'pr-12')} />
          <button
            type="button"
            aria-label={shown ? words.hidePassword : words.showPassword}
            onClick={() => setShown(!shown)}
            className="absolute inset-y-0 right-0 flex w-11 items-center justify-center rounded-button text-ink-3 hover:text-ink"
          >
            <Icon aria-hidden size={18} />
          </button>
        </div>
      )}
    </Field>
  );
}

type TextAreaProps = Omit<ComponentProps<'textarea'>, 'id'> & FieldTexts;

export function TextArea({ label, hint, error, hiddenLabel = false, className, ...rest }: TextAreaProps) {
  return (
    <Field
      label={label}
      hint={hint}
      error={error}
      hiddenLabel={hiddenLabel}
      {...(className && { className })}
    >
      {(control) => <textarea rows={3} {...rest} {...control} className={cx(INPUT, 'py-2.5')} />}
    </Field>
  );
}

type TickProps = Omit<ComponentProps<'input'>, 'type' | 'id'> & {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
};

/** A box to tick with its sentence beside it; the whole line can be pressed. */
export function Checkbox({ label, hint, error, className, ...rest }: TickProps) {
  const id = useId();
  const note = error ?? hint;
  return (
    <div className={cx('flex gap-3', className)}>
      <input
        type="checkbox"
        {...rest}
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={note ? `${id}-note` : undefined}
        className="mt-0.5 size-5 shrink-0 rounded accent-[var(--brand)]"
      />
      <div className="min-w-0">
        <label htmlFor={id} className="text-ink">
          {label}
        </label>
        {note && (
          <p id={`${id}-note`} className={cx('text-sm', error ? 'font-medium text-over-text' : 'text-ink-3')}>
            {note}
          </p>
        )}
      </div>
    </div>
  );
}

type SwitchProps = {
  label: ReactNode;
  hint?: ReactNode;
  on: boolean;
  onChange: (on: boolean) => void;
  disabled?: boolean;
};

/** Something that is on or off and takes effect at once. */
export function Switch({ label, hint, on, onChange, disabled = false }: SwitchProps) {
  const id = useId();
  return (
    <div className="flex items-center justify-between gap-4">
      <div className="min-w-0">
        <label htmlFor={id}>{label}</label>
        {hint && <p className="text-sm text-ink-3">{hint}</p>}
      </div>
      <button
        id={id}
        type="button"
        role="switch"
        aria-checked={on}
        disabled={disabled}
        onClick={() => onChange(!on)}
        className="flex h-11 w-12 shrink-0 items-center justify-center rounded-full disabled:opacity-50"
      >
        <span
          aria-hidden
          className={cx(
            'flex h-7 w-12 items-center rounded-full border p-0.5 transition-colors',
            on ? 'border-brand bg-brand' : 'border-line-strong bg-sunk',
          )}
        >
          <span
            className={cx(
              'size-5.5 rounded-full transition-transform',
              on ? 'translate-x-[19px] bg-on-brand' : 'bg-ink-3',
            )}
          />
        </span>
      </button>
    </div>
  );
}
