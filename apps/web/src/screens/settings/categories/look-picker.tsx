import { useLingui } from '@lingui/react';
import { Check } from 'lucide-react';
import {
  CATEGORY_COLOURS,
  categoryColour,
  CategoryIcon,
  useCategoryIcons,
} from '../../../ui/category-icon.tsx';
import { cx } from '../../../ui/cx.ts';

/** The sign of a category and its colour, from a palette that reads in light and dark. */
export function LookPicker({
  icon,
  colour,
  onChange,
}: {
  icon: string;
  colour: string;
  onChange: (look: { icon?: string; colour?: string }) => void;
}) {
  const { i18n } = useLingui();
  const icons = Object.keys(useCategoryIcons() ?? {});
  return (
    <>
      <fieldset>
        <legend className="mb-1.5 text-sm font-semibold text-ink-2">{i18n._('Colour')}</legend>
        <div className="flex flex-wrap gap-1">
          {CATEGORY_COLOURS.map((one, index) => (
            <button
              key={one}
              type="button"
              aria-pressed={one === colour}
              aria-label={i18n._('Colour {number}', { number: index + 1 })}
              onClick={() => onChange({ colour: one })}
              className="flex size-11 items-center justify-center rounded-button hover:bg-sunk"
            >
              <span
                style={{ background: categoryColour(one) }}
                className={cx(
                  'flex size-7 items-center justify-center rounded-full',
                  one === colour && 'ring-2 ring-ink ring-offset-2 ring-offset-[var(--raised)]',
                )}
              >
                {one === colour && <Check aria-hidden size={15} className="text-bg" />}
              </span>
            </button>
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend className="mb-1.5 text-sm font-semibold text-ink-2">{i18n._('Sign')}</legend>
        <div className="grid max-h-60 grid-cols-[repeat(auto-fill,minmax(2.75rem,1fr))] gap-1 overflow-y-auto rounded-cell border border-line p-2">
          {icons.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={one === icon}
              aria-label={one.replaceAll('-', ' ')}
              onClick={() => onChange({ icon: one })}
              className={cx(
                'flex size-11 items-center justify-center rounded-button hover:bg-sunk',
                one === icon && 'outline-2 outline-offset-[-2px] outline-[var(--ink)]',
              )}
            >
              <CategoryIcon icon={one} colour={colour} size="small" />
            </button>
          ))}
        </div>
      </fieldset>
    </>
  );
}
