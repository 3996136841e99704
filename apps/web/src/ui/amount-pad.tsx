import { exponentOf } from '@kinwise/core/currencies';
import { formatMoney, readTypedAmount } from '@kinwise/core/format';
import { Delete } from 'lucide-react';
import { useId } from 'react';
import { onlyOurSeparators, readAmountText } from './amount-text.ts';
import { useUiSettings } from './settings.tsx';

type AmountPadProps = {
  currency: string;
  /** What was pressed so far: digits with at most one point (`12.5`), or empty; and as it was typed where it is no amount. */
  typed: string;
  onChange: (typed: string) => void;
  /** Names the field for screen readers. */
  label: string;
  /** Why the text is no amount, and what to do. */
  error?: string | undefined;
  /** Begins with the cursor in it; on phones no keyboard rises. */
  autoFocus?: boolean;
};

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '.', '0'] as const;

/** A large amount over a pad of digits, for thumbs; a keyboard types into it just as well. */
export function AmountPad({ currency, typed, onChange, label, error, autoFocus = false }: AmountPadProps) {
  const { locale, words } = useUiSettings();
  const noteId = useId();
  const read = readAmountText(typed, currency);
  const wire = read.kind === 'amount' ? (readTypedAmount(read.typed, currency) ?? '0') : undefined;
  const text = read.kind === 'amount' ? shown(read.typed, currency, locale) : typed;
  const whole = exponentOf(currency) === 0;
  return (
    <div>
      <label className="block text-center">
        <span className="sr-only">{label}</span>
        <input
          inputMode="none"
          // The sheet that asks for an amount begins with it.
          autoFocus={autoFocus}
          autoComplete="off"
          value={text}
          aria-invalid={wire === undefined || undefined}
          aria-describedby={wire === undefined ? noteId : undefined}
          onChange={({ target }) => {
            // Separators of the text before are the field's own, and move with what is typed.
            const ours = read.kind === 'amount' && onlyOurSeparators(text, target.value);
            const next = readAmountText(target.value, currency, { ours });
            onChange(next.kind === 'amount' ? next.typed : target.value);
          }}
          className="kw-tnum w-full rounded-button bg-transparent py-3 text-center font-display text-hero font-semibold tracking-[-0.035em] outline-offset-0"
        />
      </label>
      <p className="sr-only" aria-live="polite">
        {wire !== undefined && formatMoney({ amount: wire, currency }, locale)}
      </p>
      <p
        id={noteId}
        role="alert"
        className="mt-1.5 empty:mt-0 text-center text-sm font-medium text-pretty text-over-text"
      >
        {wire === undefined && error}
      </p>
      <div className="mt-2 grid grid-cols-3 gap-2 lg:hidden">
        {KEYS.map((key) => (
          <button
            key={key}
            type="button"
            disabled={key === '.' && whole}
            onClick={() => onChange(pressed(typed, key, currency))}
            className="kw-tnum min-h-13 rounded-button bg-sunk text-lg font-medium transition-colors active:bg-line disabled:invisible"
          >
            {key}
          </button>
        ))}
        <button
          type="button"
          aria-label={words.deleteDigit}
          onClick={() => onChange(typed.slice(0, -1))}
          className="flex min-h-13 items-center justify-center rounded-button bg-sunk text-ink-2 transition-colors active:bg-line"
        >
          <Delete aria-hidden size={22} />
        </button>
      </div>
    </div>
  );
}

/** What stands after one more key; a key that would make no amount of the currency changes nothing. */
export function pressed(typed: string, key: string, currency: string): string {
  if (key === '.' && typed.includes('.')) return typed;
  const next = typed === '0' && key !== '.' ? key : typed === '' && key === '.' ? '0.' : typed + key;
  return readAmountText(next, currency).kind === 'amount' ? next : typed;
}

/** The amount as typed, with separators of thousands but no decimals that nobody pressed. */
function shown(typed: string, currency: string, locale: Parameters<typeof formatMoney>[1]): string {
  const [whole = '0', decimals] = typed.split('.');
  const dollars = formatMoney({ amount: whole === '' ? '0' : whole, currency }, locale, { cents: 'never' });
  return decimals === undefined ? dollars : `${dollars}.${decimals}`;
}
