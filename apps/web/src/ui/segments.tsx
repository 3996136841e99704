import type { ReactNode } from 'react';
import { cx } from './cx.ts';

export const TRACK = 'inline-flex max-w-full gap-0.5 overflow-x-auto rounded-button bg-sunk p-1';
export const SEGMENT =
  'min-h-8 flex-1 rounded-[9px] px-3.5 text-sm font-semibold whitespace-nowrap text-ink-2 transition-colors hover:text-ink max-lg:min-h-10';

type SegmentsProps<Name extends string> = {
  choices: readonly { readonly name: Name; readonly label: ReactNode }[];
  value: Name;
  onChange: (name: Name) => void;
  label: string;
  className?: string;
};

/** As tabs to the eye, but a choice (expense, income, transfer) without panels of its own. */
export function Segments<Name extends string>({
  choices,
  value,
  onChange,
  label,
  className,
}: SegmentsProps<Name>) {
  return (
    <div role="radiogroup" aria-label={label} className={cx(TRACK, className)}>
      {choices.map((choice, index) => (
        <button
          key={choice.name}
          type="button"
          role="radio"
          aria-checked={choice.name === value}
          tabIndex={choice.name === value ? 0 : -1}
          onClick={() => onChange(choice.name)}
          onKeyDown={(event) => {
            const step = STEPS[event.key];
            if (step === undefined) return;
            event.preventDefault();
            const next = choices[(index + step + choices.length) % choices.length];
            const sibling =
              event.currentTarget.parentElement?.children[(index + step + choices.length) % choices.length];
            if (next) onChange(next.name);
            if (sibling instanceof HTMLElement) sibling.focus();
          }}
          className={cx(SEGMENT, choice.name === value ? 'bg-surface text-ink shadow-card' : '')}
        >
          {choice.label}
        </button>
      ))}
    </div>
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
