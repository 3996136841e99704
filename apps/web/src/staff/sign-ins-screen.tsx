import type { SignInFigures } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, got } from '../api/client.ts';
import { sayProblem } from '../shell/say-problem.ts';
import { Card, CardHeader } from '../ui/card.tsx';
import { Pill } from '../ui/chip.tsx';
import { Select } from '../ui/select.tsx';
import { ProblemNote, SkeletonRows } from '../ui/states.tsx';
import { Facts, Title, When } from './parts.tsx';
import { SignInTable } from './sign-in-table.tsx';
import { useNarrowed, Way } from './way.tsx';

const SPANS = {
  day: { by: 'hour', days: 1 },
  week: { by: 'day', days: 7 },
  month: { by: 'day', days: 31 },
  quarter: { by: 'day', days: 92 },
} as const;

/** How people sign in and fail to, where failures come from, and what was noticed. */
export function SignInsScreen() {
  const { i18n } = useLingui();
  const [narrowed, narrow] = useNarrowed();
  const span = (narrowed['span'] ?? 'week') as keyof typeof SPANS;
  const { by, days } = Object.hasOwn(SPANS, span) ? SPANS[span] : SPANS.week;
  const time_zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const query = { by, days, time_zone };
  const figures = useQuery({
    queryKey: ['staff', 'sign-ins', query],
    queryFn: () => got(api.GET('/admin/sign-ins/', { params: { query } })),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <Title note={i18n._('Counts alone, by the clock of your device.')}>{i18n._('Signing in')}</Title>
      <Card>
        <Select
          label={i18n._('Time')}
          className="mb-3 sm:max-w-xs"
          value={span}
          choices={[
            { value: 'day', label: i18n._('The last day, by the hour') },
            { value: 'week', label: i18n._('The last week') },
            { value: 'month', label: i18n._('The last month') },
            { value: 'quarter', label: i18n._('The last three months') },
          ]}
          onChange={(value) => narrow({ span: value })}
        />
        {figures.isPending && <SkeletonRows />}
        {figures.isError && (
          <ProblemNote title={i18n._('The figures could not be read')}>
            {sayProblem(figures.error)}
          </ProblemNote>
        )}
        {figures.data && <Totals totals={figures.data.totals} />}
      </Card>
      {figures.data && (
        <>
          <Alerts alerts={figures.data.alerts} />
          <Card>
            <CardHeader title={by === 'hour' ? i18n._('By the hour') : i18n._('By day')} />
            <SignInTable results={figures.data.results} by={by} />
          </Card>
          <Networks networks={figures.data.networks} />
        </>
      )}
    </>
  );
}

function Totals({ totals }: { totals: SignInFigures['totals'] }) {
  const { i18n } = useLingui();
  const facts = [
    [i18n._('Signed in'), totals.succeeded],
    [i18n._('with a second factor'), totals.with_second_factor],
    [i18n._('with a passkey'), totals.with_passkey],
    [i18n._('on a new device'), totals.new_devices],
    [i18n._('Wrong password'), totals.wrong_password],
    [i18n._('Wrong second factor'), totals.wrong_factor],
    [i18n._('Wrong mailed code'), totals.wrong_mail_code],
    [i18n._('Refused while locked'), totals.locked],
    [i18n._('Locks'), totals.locks],
  ] as const;
  return <Facts facts={facts.map(([name, count]) => [name, count.toLocaleString('en-NZ')] as const)} />;
}

function Alerts({ alerts }: { alerts: SignInFigures['alerts'] }) {
  const { i18n } = useLingui();
  const words: Readonly<Record<string, string>> = {
    'alert.many_failures': i18n._('Many sign-ins failed from one place'),
    'alert.password_spraying': i18n._('Passwords of many people were tried from one place'),
    'alert.distributed_guessing': i18n._('One password was tried from many places'),
    'alert.registration_burst': i18n._('Many accounts were made from one place'),
    'alert.repeated_locks': i18n._('Signing in was locked three times within a day'),
    'alert.session_copied': i18n._('A copy of a session was used'),
    'alert.session_risky': i18n._('A session went on in another browser and network'),
    'alert.many_denials': i18n._('A member was refused many times'),
    'alert.mass_export': i18n._('A lot of data was exported'),
    'alert.error_rate': i18n._('Many calls failed on the server'),
  };
  return (
    <Card>
      <CardHeader title={i18n._('Alerts')} note={i18n._('Each is told once for as long as it goes on.')} />
      {alerts.length === 0 && <p className="text-sm text-ink-3">{i18n._('Nothing in this time.')}</p>}
      <ul className="divide-y divide-line" aria-label={i18n._('Alerts')}>
        {alerts.map(({ id, at, action, risk, user, details }) => (
          <li key={id} className="space-y-0.5 py-2.5">
            <p className="flex flex-wrap items-center gap-2 font-medium">
              {words[action] ?? action}
              <Pill tone={risk === 'critical' || risk === 'high' ? 'over' : 'close'}>{risk}</Pill>
            </p>
            <p className="text-sm break-words text-ink-3">
              <When at={at} />
              {user && (
                <>
                  {' · '}
                  <Way to={`users/${user.id}`} className="text-brand-text underline underline-offset-2">
                    {user.name}
                  </Way>
                </>
              )}
              {Object.entries(details).map(([name, value]) => ` · ${name} ${String(value)}`)}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Networks({ networks }: { networks: SignInFigures['networks'] }) {
  const { i18n } = useLingui();
  return (
    <Card>
      <CardHeader title={i18n._('Where most failures came from')} />
      {networks.length === 0 && <p className="text-sm text-ink-3">{i18n._('Nothing in this time.')}</p>}
      <ul className="divide-y divide-line" aria-label={i18n._('Where most failures came from')}>
        {networks.map(({ network, failures, accounts, last_at: at }) => (
          <li key={network} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 py-2.5">
            <Way
              to={`audit?${new URLSearchParams({ ip: network, success: 'false' })}`}
              className="min-w-0 flex-1 basis-40 font-medium break-all text-brand-text underline underline-offset-2"
            >
              {network}
            </Way>
            <span className="text-sm text-ink-3">
              {i18n._('{count, plural, one {# failure} other {# failures}}', { count: failures })} ·{' '}
              {i18n._('{count, plural, =0 {at no account} one {at # account} other {at # accounts}}', {
                count: accounts,
              })}{' '}
              · <When at={at} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
