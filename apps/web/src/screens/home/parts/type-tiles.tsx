import type { HouseholdType } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { useId } from 'react';
import { cx } from '../../../ui/cx.ts';
import { householdTypes } from './household-words.ts';

/** What kind of household it is, as tiles that can be pressed. */
export function TypeTiles({
  value,
  onChange,
}: {
  value: HouseholdType;
  onChange: (type: HouseholdType) => void;
}) {
  const { i18n } = useLingui();
  const name = useId();
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-semibold text-ink-2">{i18n._('Who shares the money?')}</legend>
      <div className="grid grid-cols-2 gap-2 sm:grid-cols-6">
        {householdTypes().map((one) => (
          <label
            key={one.type}
            className={cx(
              'relative flex min-h-12 cursor-pointer flex-col justify-center gap-1 rounded-cell border px-3 py-2.5 transition-colors',
              'sm:col-span-2 sm:nth-[n+4]:col-span-3 max-sm:nth-5:col-span-2',
              'has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-offset-2 has-[:focus-visible]:outline-[var(--brand-text)]',
              one.type === value ? 'border-brand bg-good-soft' : 'border-line hover:border-line-strong',
            )}
          >
            <input
              type="radio"
              name={name}
              checked={one.type === value}
              onChange={() => onChange(one.type)}
              className="sr-only"
            />
            <span className="flex items-center gap-2 font-semibold">
              <one.icon
                aria-hidden
                size={17}
                className={one.type === value ? 'text-brand-text' : 'text-ink-3'}
              />
              {one.label}
            </span>
            <span className="text-sm text-ink-3 max-sm:hidden">{one.note}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
