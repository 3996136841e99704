import { useLingui } from '@lingui/react';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from '../../../ui/cx.ts';

/** The frame of the three steps from the first sign-in to the first file: where one stands, title, what to do. */
export function SetupCard({
  step,
  title,
  intro,
  children,
}: {
  step: 1 | 2 | 3;
  title: string;
  intro: ReactNode;
  children: ReactNode;
}) {
  const { i18n } = useLingui();
  const steps = [i18n._('Household'), i18n._('First account'), i18n._('Bank file')];
  return (
    <div className="sm:-mx-12">
      <ol aria-label={i18n._('Steps')} className="mb-4 flex items-center gap-2 px-1 text-sm">
        {steps.map((name, index) => {
          const done = index + 1 < step;
          const here = index + 1 === step;
          return (
            <li
              key={name}
              aria-current={here ? 'step' : undefined}
              className={cx(
                'flex items-center gap-2',
                index > 0 && 'before:h-px before:w-4 before:bg-line-strong sm:before:w-8',
              )}
            >
              <span
                aria-hidden
                className={cx(
                  'kw-tnum inline-flex size-6 items-center justify-center rounded-full text-xs font-semibold',
                  done && 'bg-good-soft text-good-text',
                  here && 'bg-brand text-on-brand',
                  !done && !here && 'bg-sunk text-ink-3',
                )}
              >
                {done ? <Check size={14} /> : index + 1}
              </span>
              <span className={cx(here ? 'font-semibold' : 'text-ink-3 max-sm:sr-only')}>{name}</span>
            </li>
          );
        })}
      </ol>
      <section className="rounded-card border border-line bg-surface p-5 shadow-card sm:p-8">
        <h1 id="page-title" tabIndex={-1} className="text-xl outline-none">
          {title}
        </h1>
        <p className="mt-1.5 text-pretty text-ink-2">{intro}</p>
        <div className="mt-6">{children}</div>
      </section>
    </div>
  );
}
