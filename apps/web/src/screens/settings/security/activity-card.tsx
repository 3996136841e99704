import { useLingui } from '@lingui/react';
import { useQuery } from '@tanstack/react-query';
import { api, got } from '../../../api/client.ts';
import { Card, CardHeader } from '../../../ui/card.tsx';
import { HistoryList } from './history-list.tsx';
import { securityWords } from './security-words.ts';

/** What happened around one's own account lately: sign-ins, failures, alerts. */
export function ActivityCard() {
  const { i18n } = useLingui();
  const status = useQuery({
    queryKey: ['security status'],
    queryFn: () => got(api.GET('/auth/security-status/')),
  });
  const failures = status.data?.failures ?? 0;
  return (
    <Card>
      <CardHeader
        title={i18n._('Recent activity')}
        note={
          failures === 0
            ? i18n._('What you do not know was somebody else: end that session and change your password.')
            : i18n._(
                '{count, plural, one {One sign-in failed in the last 30 days.} other {# sign-ins failed in the last 30 days.}}',
                { count: failures },
              )
        }
      />
      <HistoryList
        name="own"
        words={securityWords}
        read={(query) => got(api.GET('/users/me/security-history/', { params: { query } }))}
      />
    </Card>
  );
}
