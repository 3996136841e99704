import { useLingui } from '@lingui/react';

/** Between two ways of doing one thing. */
export function OrLine() {
  const { i18n } = useLingui();
  return (
    <p className="flex items-center gap-3 text-sm text-ink-3 before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
      {i18n._('or')}
    </p>
  );
}
