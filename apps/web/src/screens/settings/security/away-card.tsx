import type { Preferences } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import { api, got } from '../../../api/client.ts';
import { useAppLock } from '../../../shell/app-lock.ts';
import { sayProblem } from '../../../shell/say-problem.ts';
import { refreshMe, useSomeone } from '../../../shell/session.ts';
import { Card, CardHeader } from '../../../ui/card.tsx';
import { Segments } from '../../../ui/segments.tsx';
import { showToast } from '../../../ui/toast-queue.ts';

const MINUTES = ['5', '15', '30', '60'] as const;

/** How long a browser stays signed in while nobody sits at it. */
export function AwayCard() {
  const { i18n } = useLingui();
  const { me } = useSomeone();
  const lock = useAppLock();
  const choose = useMutation({
    mutationFn: async (choice: Preferences['idle_timeout']) => {
      await got(api.PATCH('/users/me/preferences/', { body: { idle_timeout: choice } }));
      await refreshMe();
    },
    onError: (error) =>
      showToast({ title: i18n._('It was not changed'), description: sayProblem(error), tone: 'over' }),
  });
  const chosen = choose.isPending ? choose.variables : me.preferences.idle_timeout;
  return (
    <Card>
      <CardHeader
        title={i18n._('When you are away')}
        note={i18n._(
          'After so many minutes without a key or a touch you are asked whether you are still there. Two minutes later the session ends. Nothing that you typed or changed is lost.',
        )}
      />
      <Segments
        label={i18n._('Minutes until the session is idle')}
        choices={[
          ...MINUTES.map((name) => ({ name, label: name })),
          ...(lock || chosen === 'never' ? [{ name: 'never' as const, label: i18n._('Never') }] : []),
        ]}
        value={chosen}
        onChange={(next) => choose.mutate(next)}
      />
      {chosen === 'never' && lock && (
        <p className="mt-3 text-sm text-ink-3">
          {i18n._(
            'Only where you chose to stay signed in and an app lock is on. Elsewhere, such as at a borrowed computer, it is 15 minutes.',
          )}
        </p>
      )}
      {!lock && !me.guarded && (
        <p className="mt-3 text-sm text-ink-3">
          {chosen === 'never'
            ? i18n._('This device has no app lock, so here it is 15 minutes all the same.')
            : i18n._('With an app lock on this device you can choose “Never”, too.')}
        </p>
      )}
    </Card>
  );
}
