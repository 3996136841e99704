import { useLingui } from '@lingui/react';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { api, got } from '../../api/client.ts';
import { cx } from '../../ui/cx.ts';

/** How good a password is, by the server's own judgement, in bars and a word. Silent where the server is. */
export function PasswordMeter({ password, email }: { password: string; email: string }) {
  const { i18n } = useLingui();
  const judged = useDeferredValue(password);
  const strength = useQuery({
    queryKey: ['password strength', judged, email],
    queryFn: () =>
      got(api.POST('/auth/password/strength/', { body: { password: judged, ...(email && { email }) } })),
    enabled: judged.length >= 8,
    retry: false,
    placeholderData: (last) => last,
    gcTime: 0,
  });
  if (!strength.data || password.length < 8) return null;
  const { score, acceptable, problems } = strength.data;
  const words = [i18n._('Very weak'), i18n._('Weak'), i18n._('Fair'), i18n._('Good'), i18n._('Strong')];
  // However hard it is to guess, a password that is not taken never looks like a full measure.
  const bars = acceptable ? Math.max(2, score) : Math.min(2, Math.max(1, score));
  const fill = !acceptable ? 'bg-over' : score < 3 ? 'bg-close' : 'bg-good';
  return (
    <div className="mt-2" aria-live="polite">
      <div aria-hidden className="flex gap-1">
        {[0, 1, 2, 3].map((step) => (
          <span key={step} className={cx('h-1 flex-1 rounded-full', step < bars ? fill : 'bg-sunk')} />
        ))}
      </div>
      <p className="mt-1 text-sm text-ink-3">{problems[0]?.message ?? words[score]}</p>
    </div>
  );
}
