import type { Organisation, OrganisationAdministrator } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, got } from '../../../api/client.ts';
import { SignalButton } from '../../../shell/needs-signal.tsx';
import { sayProblem } from '../../../shell/say-problem.ts';
import { Pill } from '../../../ui/chip.tsx';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { ProblemNote } from '../../../ui/states.tsx';
import { useOrganisationChange } from './use-organisation-change.ts';

/** Who administers it; its owner hands it over and leads others out. */
export function Administrators({ organisation }: { organisation: Organisation }) {
  const { i18n } = useLingui();
  const { id } = organisation;
  const people = useQuery({
    queryKey: ['organisations', id, 'administrators'],
    queryFn: async () =>
      (await got(api.GET('/organisations/{id}/administrators/', { params: { path: { id } } }))).results,
  });
  return (
    <section className="mt-5" aria-label={i18n._('Administrators')}>
      <h3 className="mb-1 text-sm text-ink-3">{i18n._('Administrators')}</h3>
      {people.isError && (
        <ProblemNote tone="close" title={i18n._('The administrators could not be read')}>
          {sayProblem(people.error)}
        </ProblemNote>
      )}
      <ul className="divide-y divide-line">
        {people.data?.map((one) => (
          <Administrator key={one.user_id} organisation={organisation} person={one} />
        ))}
      </ul>
    </section>
  );
}

type LineProps = { organisation: Organisation; person: OrganisationAdministrator };

function Administrator({ organisation, person }: LineProps) {
  const { i18n } = useLingui();
  const [asking, setAsking] = useState<'hand-over' | 'remove'>();
  const { name } = person;
  const words = { name, organisation: organisation.name };
  return (
    <li className="flex flex-wrap items-center gap-2 py-2.5">
      <span className="min-w-0 flex-1 basis-40">
        <span className="flex flex-wrap items-center gap-x-2">
          <span className="min-w-0 break-words">{name}</span>
          {person.is_owner && <Pill>{i18n._('Owner')}</Pill>}
        </span>
        <span className="block text-sm break-words text-ink-3">{person.email}</span>
      </span>
      {organisation.is_owner && !person.is_owner && (
        <>
          <SignalButton
            size="small"
            aria-label={i18n._('Hand over to {name}', { name })}
            onClick={() => setAsking('hand-over')}
          >
            {i18n._('Hand over')}
          </SignalButton>
          <SignalButton
            size="small"
            kind="danger"
            aria-label={i18n._('Remove {name}', { name })}
            onClick={() => setAsking('remove')}
          >
            {i18n._('Remove')}
          </SignalButton>
        </>
      )}
      <HandOver
        {...{ organisation, person, words }}
        open={asking === 'hand-over'}
        onEnd={() => setAsking(undefined)}
      />
      <RemoveOne
        {...{ organisation, person, words }}
        open={asking === 'remove'}
        onEnd={() => setAsking(undefined)}
      />
    </li>
  );
}

type AskingProps = LineProps & {
  words: { name: string; organisation: string };
  open: boolean;
  onEnd: () => void;
};

function HandOver({ organisation, person, words, open, onEnd }: AskingProps) {
  const { i18n } = useLingui();
  const handOver = useOrganisationChange(() =>
    got(
      api.POST('/organisations/{id}/hand-over/', {
        params: { path: { id: organisation.id } },
        body: { user_id: person.user_id },
      }),
    ),
  );
  return (
    <ConfirmDialog
      open={open}
      busy={handOver.isPending}
      title={i18n._('Hand {organisation} over to {name}?', words)}
      confirm={i18n._('Hand over')}
      cancel={i18n._('Keep it')}
      onConfirm={() => handOver.mutate(undefined, { onSuccess: onEnd })}
      onCancel={onEnd}
    >
      {handOver.isError
        ? sayProblem(handOver.error)
        : i18n._(
            '{name} owns it from then on, and alone can change, close or hand it over. You stay an administrator; only {name} can give it back.',
            words,
          )}
    </ConfirmDialog>
  );
}

function RemoveOne({ organisation, person, words, open, onEnd }: AskingProps) {
  const { i18n } = useLingui();
  const remove = useOrganisationChange(() =>
    got(
      api.DELETE('/organisations/{id}/administrators/{user_id}/', {
        params: { path: { id: organisation.id, user_id: person.user_id } },
      }),
    ),
  );
  return (
    <ConfirmDialog
      open={open}
      danger
      busy={remove.isPending}
      title={i18n._('Remove {name} from {organisation}?', words)}
      confirm={i18n._('Remove')}
      cancel={i18n._('Keep')}
      onConfirm={() => remove.mutate(undefined, { onSuccess: onEnd })}
      onCancel={onEnd}
    >
      {remove.isError
        ? sayProblem(remove.error)
        : i18n._('They no longer see it or its households. You can invite them again at any time.')}
    </ConfirmDialog>
  );
}
