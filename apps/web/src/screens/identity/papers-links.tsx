import { useLingui } from '@lingui/react';
import { Link } from '@tanstack/react-router';

/** In a tab of their own: what was typed stays. */
export function PapersLinks() {
  const { i18n } = useLingui();
  const look = 'font-semibold text-brand-text underline-offset-4 hover:underline';
  return (
    <span className="inline-flex flex-wrap gap-x-4">
      <Link to="/terms" target="_blank" className={look}>
        {i18n._('Terms')}
      </Link>
      <Link to="/privacy" target="_blank" className={look}>
        {i18n._('Privacy policy')}
      </Link>
    </span>
  );
}
