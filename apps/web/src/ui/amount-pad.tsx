import { exponentOf } from '@kinwise/core/currencies';
import { formatMoney, readTypedAmount } from '@kinwise/core/format';
import { Delete } from 'lucide-react';
import { useUiSettings } from './settings.tsx';

type AmountPadProps = {
  currency: string;
  /** What was pressed so far: digits with at most one point (`12.5`), or empty. */
  typed: string;
  onChange: (typed: string) => void;
  /** Names the field for screen readers. */
  label: string;
  /** Begins with the cursor in it; on phones no keyboard rises. */
  autoFocus?: boolean;
};

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '.', '0'] as const;

/** A large amount over a pad of digits, for thumbs; a keyboard types into it just as well. */
export function AmountPad({ currency, typed, onChange, label, autoFocus = false }: AmountPadProps) {
  const { locale, words } = useUiSettings();
  const wire = readTypedAmount(typed === '' ? '0' : typed, currency) ?? '0';
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
          value={
            typed === ''
              ? formatMoney({ amount: '0', currency }, locale, { cents: 'never' })
              : shown(typed, currency, locale)
          }
          onChange={(event) => onChange(cleaned(event.target.value, currency))}
          className="kw-tnum w-full rounded-button bg-transparent py-3 text-center font-display text-hero font-semibold tracking-[-0.035em] outline-offset-0"
        />
      </label>
      <p className="sr-only" aria-live="polite">
        {formatMoney({ amount: wire, currency }, locale)}
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
  if (next.split('.')[0] !== undefined && (next.split('.')[0] ?? '').length > 9) return typed;
  return readTypedAmount(next, currency) === undefined ? typed : next;
}

function cleaned(text: string, currency: string): string {
  let typed = '';
  for (const letter of text) if (/[\d.]/.test(letter)) typed = pressed(typed, letter, currency);
  return typed;
}

/** The amount as typed, with separators of thousands but no decimals that nobody pressed. */
function shown(typed: string, currency: string, locale: Parameters<typeof formatMoney>[1]): string {
  const [whole = '0', decimals] = typed.split('.');
  const dollars = formatMoney({ amount: whole === '' ? '0' : whole, currency }, locale, { cents: 'never' });
  return decimals === undefined ? dollars : `${dollars}.${decimals}`;
}
