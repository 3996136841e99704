import type { paths, StaffAuditEntry, StaffMember } from '@kinwise/api-client/schema';
import { reachesStaff } from '@kinwise/core/staff';
import { useLingui } from '@lingui/react';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { Download, Search } from 'lucide-react';
import { api, got } from '../api/client.ts';
import { saveFile } from '../shell/save-file.ts';
import { sayProblem } from '../shell/say-problem.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Pill } from '../ui/chip.tsx';
import { EmptyState, ProblemNote, SkeletonRows } from '../ui/states.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { More, Title, When } from './parts.tsx';
import { useNarrowed, Way } from './way.tsx';

type Query = NonNullable<paths['/admin/audit/']['get']['parameters']['query']>;

/** The audit of the whole installation: what happened, who, when, from where. Nothing of what was in it. */
export function AuditScreen({ me }: { me: StaffMember }) {
  const { i18n } = useLingui();
  const [narrowed, narrow] = useNarrowed();
  const { cursor: _cursor, sort: _sort, ...filters } = narrowed;
  const found = useQuery({
    queryKey: ['staff', 'audit', narrowed],
    queryFn: () => got(api.GET('/admin/audit/', { params: { query: narrowed as Query } })),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <Title
        note={i18n._(
          'What happened, who, when and from where. Nothing of a household’s money or of private accounts.',
        )}
      >
        {i18n._('Audit')}
      </Title>
      <AuditFilters key={JSON.stringify(narrowed)} narrowed={narrowed} onNarrow={narrow} />
      <Card>
        <div className="mb-2 flex flex-wrap justify-end gap-2">
          {reachesStaff(me.role, 'manager') && <Export filters={filters} />}
        </div>
        {found.isPending && <SkeletonRows />}
        {found.isError && (
          <ProblemNote title={i18n._('The audit could not be read')}>{sayProblem(found.error)}</ProblemNote>
        )}
        {found.data?.results.length === 0 && (
          <EmptyState icon={Search} title={i18n._('Nothing was found')}>
            {i18n._('Take a filter away, or choose more time.')}
          </EmptyState>
        )}
        <ul className="divide-y divide-line" aria-label={i18n._('Audit')}>
          {found.data?.results.map((entry) => (
            <Line key={entry.id} entry={entry} onNarrow={(to) => narrow({ ...filters, ...to })} />
          ))}
        </ul>
        <More
          next={found.data?._meta.next_cursor}
          onMore={(cursor) => {
            narrow({ ...narrowed, cursor });
            window.scrollTo(0, 0);
          }}
        />
      </Card>
    </>
  );
}

function Export({ filters }: { filters: Record<string, string> }) {
  const { i18n } = useLingui();
  const save = useMutation({
    mutationFn: async () => {
      const query = filters as Query;
      const { data } = await api.GET('/admin/audit/export/', { params: { query }, parseAs: 'blob' });
      if (data) saveFile(data, 'kinwise-audit.csv');
    },
  });
  return (
    <>
      {save.isError && (
        <ProblemNote title={i18n._('It was not exported')}>{sayProblem(save.error)}</ProblemNote>
      )}
      <Button size="small" icon={Download} busy={save.isPending} onClick={() => save.mutate()}>
        {i18n._('Export')}
      </Button>
    </>
  );
}

function Line({
  entry,
  onNarrow,
}: {
  entry: StaffAuditEntry;
  onNarrow: (to: Record<string, string>) => void;
}) {
  const { i18n } = useLingui();
  const { actor, household, risk, success, ip, request_id: call, entity_id: about } = entry;
  const whose = actor.name ?? (actor.kind === 'system' ? i18n._('KinWise itself') : i18n._('Nobody known'));
  return (
    <li className="space-y-1 py-3">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <code className="font-semibold break-all">{entry.action}</code>
        {entry.count > 1 && <span className="text-ink-3">× {entry.count}</span>}
        {!success && <Pill tone="over">{i18n._('failed')}</Pill>}
        {risk !== 'low' && <Pill tone={risk === 'medium' ? 'close' : 'over'}>{risk}</Pill>}
      </p>
      <p className="text-sm break-words text-ink-2">
        {actor.id === null ? (
          whose
        ) : (
          <Way to={`users/${actor.id}`} className="text-brand-text underline underline-offset-2">
            {whose}
          </Way>
        )}
        {household && (
          <>
            {' · '}
            <Way to={`households/${household.id}`} className="text-brand-text underline underline-offset-2">
              {household.name}
            </Way>
          </>
        )}
      </p>
      <p className="flex flex-wrap items-center gap-x-3 text-sm text-ink-3">
        <When at={entry.at} />
        {ip !== null && (
          <Narrow what={i18n._('Only from {ip}', { ip })} text={ip} onPress={() => onNarrow({ ip })} />
        )}
        {call !== null && (
          <Narrow
            what={i18n._('Only the request {call}', { call })}
            text={i18n._('request')}
            onPress={() => onNarrow({ request_id: call })}
          />
        )}
        {about !== null && (
          <Narrow
            what={i18n._('Only what is about {about}', { about })}
            text={entry.entity}
            onPress={() => onNarrow({ entity_id: about })}
          />
        )}
      </p>
    </li>
  );
}

/** Narrows the list to what stands here. */
function Narrow({ what, text, onPress }: { what: string; text: string; onPress: () => void }) {
  return (
    <button
      type="button"
      title={what}
      aria-label={what}
      onClick={onPress}
      className="min-h-6 underline decoration-dotted underline-offset-4 hover:text-ink"
    >
      {text}
    </button>
  );
}
