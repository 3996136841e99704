import { type Amount, formatMoney, moneyParts, type MoneyStyle } from '@kinwise/core/format';
import { cx } from './cx.ts';
import { useUiSettings } from './settings.tsx';

type MoneyProps = MoneyStyle & {
  amount: string;
  currency: string;
  /**
   * What the amount means. Spending is ink, because most of life is spending; income is green with a plus; a transfer
   * is pale. Only `over` is red.
   */
  meaning?: 'plain' | 'entry' | 'transfer' | 'over';
  className?: string;
};

/** An amount in tabular figures with a real minus. `entry` colours by its own sign. */
export function Money({ amount, currency, meaning = 'plain', sign, cents, className }: MoneyProps) {
  const { locale } = useUiSettings();
  const income = meaning === 'entry' && !amount.startsWith('-') && /[1-9]/.test(amount);
  const style: MoneyStyle = { sign: sign ?? (income ? 'always' : 'auto'), ...(cents && { cents }) };
  return (
    <span
      className={cx(
        'kw-tnum whitespace-nowrap',
        income && 'text-good-text',
        meaning === 'transfer' && 'text-ink-3',
        meaning === 'over' && 'text-over-text',
        className,
      )}
    >
      {formatMoney({ amount, currency }, locale, style)}
    </span>
  );
}

const SIZES = { hero: 'text-hero', large: 'text-2xl', medium: 'text-lg' };

/** The one number of a screen: large, its cents smaller and lighter. */
export function HeroMoney({
  amount,
  currency,
  size = 'hero',
  className,
}: {
  amount: string;
  currency: string;
  size?: 'hero' | 'large' | 'medium';
  className?: string;
}) {
  const { locale } = useUiSettings();
  const money: Amount = { amount, currency };
  const parts = moneyParts(money, locale);
  return (
    <span
      className={cx(
        'kw-tnum inline-flex items-baseline font-display font-semibold tracking-[-0.035em] whitespace-nowrap',
        SIZES[size],
        className,
      )}
    >
      <span aria-hidden>
        {parts.sign}
        {parts.symbol}
        {parts.whole}
        <span
          className={cx(
            'tracking-[-0.01em] text-ink-3',
            size === 'hero' ? 'text-[0.5em] ml-0.5' : 'text-[0.75em]',
          )}
        >
          {parts.cents}
        </span>
      </span>
      <span className="sr-only">{formatMoney(money, locale)}</span>
    </span>
  );
}
