import type { Child, Session } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { useQuery } from '@tanstack/react-query';
import { api, got } from '../../../api/client.ts';
import { sayProblem } from '../../../shell/say-problem.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ProblemNote, SkeletonRows } from '../../../ui/states.tsx';
import { useDayOf } from '../../settings/security/use-factors.ts';
import { useChildChange } from './use-children.ts';

/** Where a child is signed in, with a way to end each session, or all. */
export function ChildDevicesDialog({ child, onClose }: { child: Child; onClose: () => void }) {
  const { i18n } = useLingui();
  const params = { path: { id: child.id } };
  const sessions = useQuery({
    queryKey: ['child-sessions', child.id],
    queryFn: async () => (await got(api.GET('/children/{id}/sessions/', { params }))).results,
  });
  const endAll = useChildChange(() => got(api.POST('/children/{id}/sessions/end/', { params })));
  return (
    <Dialog
      open
      onClose={onClose}
      title={i18n._('Where {name} is signed in', { name: child.display_name })}
      actions={
        <>
          {(sessions.data?.length ?? 0) > 0 && (
            <Button busy={endAll.isPending} onClick={() => endAll.mutate()}>
              {i18n._('Sign out everywhere')}
            </Button>
          )}
          <Button kind="primary" onClick={onClose}>
            {i18n._('Done')}
          </Button>
        </>
      }
    >
      {sessions.isPending && <SkeletonRows rows={2} />}
      {(sessions.isError || endAll.isError) && (
        <ProblemNote tone="close" title={i18n._('The sessions could not be read')}>
          {sayProblem(sessions.error ?? endAll.error)}
        </ProblemNote>
      )}
      {sessions.data?.length === 0 && <p className="text-ink-2">{i18n._('Nowhere at the moment.')}</p>}
      <ul className="divide-y divide-line">
        {sessions.data?.map((session) => (
          <SessionLine key={session.id} child={child} session={session} />
        ))}
      </ul>
    </Dialog>
  );
}

function SessionLine({ child, session }: { child: Child; session: Session }) {
  const { i18n } = useLingui();
  const dayOf = useDayOf();
  const path = { id: child.id, session_id: session.id };
  const end = useChildChange(() =>
    got(api.DELETE('/children/{id}/sessions/{session_id}/', { params: { path } })),
  );
  const program = [session.browser, session.os].filter(Boolean).join(' · ');
  const name = [session.device_name, program].filter(Boolean).join(': ') || i18n._('A device');
  return (
    <li className="flex flex-wrap items-center gap-3 py-3">
      <div className="min-w-0 flex-1 basis-40">
        <p className="font-semibold break-words">{name}</p>
        <p className="text-sm text-ink-3">{i18n._('Signed in: {day}', { day: dayOf(session.created_at) })}</p>
      </div>
      <Button
        size="small"
        busy={end.isPending}
        aria-label={i18n._('End the session on {name}', { name })}
        onClick={() => end.mutate()}
      >
        {i18n._('End')}
      </Button>
    </li>
  );
}
