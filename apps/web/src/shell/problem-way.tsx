import { useLingui } from '@lingui/react';
import { Link } from '@tanstack/react-router';
import { buttonClass } from '../ui/button.tsx';

/** Where a refusal can be mended, when that is on another screen. */
export function ProblemWay({ code }: { code: string | undefined }) {
  const { i18n } = useLingui();
  if (code !== 'BUSINESS_4009') return null;
  return (
    <p className="mt-2">
      <Link to="/settings/rates" className={buttonClass('secondary')}>
        {i18n._('Add an exchange rate')}
      </Link>
    </p>
  );
}
