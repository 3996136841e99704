import { currencySymbol, formatMoney, readTypedAmount } from '@kinwise/core/format';
import { useState } from 'react';
import { cx } from './cx.ts';
import { Field, type FieldTexts, INPUT } from './field.tsx';
import { useUiSettings } from './settings.tsx';

type MoneyFieldProps = FieldTexts & {
  currency: string;
  /** The amount in wire form (`12.50`), or an empty text. */
  value: string;
  /** Gets the wire form; undefined while what stands there is no amount. */
  onChange: (wire: string | undefined) => void;
  allowNegative?: boolean;
  disabled?: boolean;
  autoFocus?: boolean;
  className?: string;
};

/**
 * An amount that is typed: takes `$1,234.5`, gives `1234.50`, tidies itself when one leaves it. What is no amount stays
 * as it was typed, and is said to be none.
 */
export function MoneyField({
  currency,
  value,
  onChange,
  allowNegative = false,
  disabled = false,
  autoFocus = false,
  className,
  ...texts
}: MoneyFieldProps) {
  const { locale, words } = useUiSettings();
  const [typed, setTyped] = useState<string>();
  const [isLeft, setLeft] = useState(false);

  const wireOf = (text: string): string | undefined => {
    const wire = readTypedAmount(text, currency);
    return text.trim() === '' ? '' : wire?.startsWith('-') && !allowNegative ? undefined : wire;
  };
  const isNone = typed !== undefined && wireOf(typed) === undefined;
  const error = texts.error ?? (isNone && isLeft ? words.noAmount : undefined);

  return (
    <Field {...texts} error={error} {...(className && { className })}>
      {(control) => (
        <div className="relative">
          <span
            aria-hidden
            className="pointer-events-none absolute inset-y-0 left-0 flex min-w-9 items-center justify-center pl-2.5 text-ink-3"
          >
            {currencySymbol(currency, locale)}
          </span>
          <input
            {...control}
            inputMode="decimal"
            autoComplete="off"
            disabled={disabled}
            // A sheet that asks for an amount begins with it.
            autoFocus={autoFocus}
            value={typed ?? tidy(value, currency, locale)}
            onChange={(event) => {
              setTyped(event.target.value);
              onChange(wireOf(event.target.value));
            }}
            onFocus={() => setLeft(false)}
            onBlur={() => {
              setLeft(true);
              if (!isNone) setTyped(undefined);
            }}
            className={cx(
              INPUT,
              'kw-tnum pl-9 text-right',
              currencySymbol(currency, locale).length > 1 && 'pl-14',
            )}
          />
        </div>
      )}
    </Field>
  );
}

function tidy(value: string, currency: string, locale: Parameters<typeof formatMoney>[1]): string {
  if (value === '') return '';
  const symbol = currencySymbol(currency, locale);
  return formatMoney({ amount: value, currency }, locale).replace(symbol, '').trim();
}
