import type { Child } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { Link, useParams } from '@tanstack/react-router';
import { Face } from '../../../shell/face.tsx';
import { ArrowLeft, Baby } from 'lucide-react';
import { api, got } from '../../../api/client.ts';
import { useHousehold } from '../../../shell/household.ts';
import { SignalButton } from '../../../shell/needs-signal.tsx';
import { Page } from '../../../shell/page.tsx';
import { sayProblem } from '../../../shell/say-problem.ts';
import { buttonClass } from '../../../ui/button.tsx';
import { Card, CardHeader } from '../../../ui/card.tsx';
import { EmptyState, ProblemNote, SkeletonRows } from '../../../ui/states.tsx';
import { ConsentSwitches } from '../../settings/privacy/consents-card.tsx';
import { ExportCard } from '../../settings/privacy/export-card.tsx';
import { HistoryList } from '../../settings/security/history-list.tsx';
import { useChildActs } from './child-acts.tsx';
import { ChildFacts } from './child-facts.tsx';
import { childHistoryWords } from './child-history-words.ts';
import { childExports } from './child-exports.ts';
import { useChildren } from './use-children.ts';

const DECIDES_FROM = 16;

/** One child for its guardians: what they can do, what they agreed to, what happened, a copy of everything. */
export function ChildScreen() {
  const { i18n } = useLingui();
  const { id } = useParams({ from: '/app/household/children/$id' });
  const children = useChildren();
  const child = children.data?.find((one) => one.id === id);
  return (
    <Page
      title={child?.display_name ?? i18n._('A child')}
      actions={
        <Link to="/household/children" className={buttonClass()}>
          <ArrowLeft aria-hidden size={18} />
          {i18n._('All children')}
        </Link>
      }
      narrow
    >
      {children.isPending && <SkeletonRows rows={4} />}
      {children.isError && (
        <ProblemNote tone="close" title={i18n._('The children could not be read')}>
          {sayProblem(children.error)}
        </ProblemNote>
      )}
      {children.data && !child && (
        <Card>
          <EmptyState icon={Baby} title={i18n._('This child is not among those you look after')}>
            {i18n._('It may have an account of its own by now, or belong to another of your households.')}
          </EmptyState>
        </Card>
      )}
      {child && <AboutChild key={child.id} child={child} />}
    </Page>
  );
}

function AboutChild({ child }: { child: Child }) {
  const { i18n } = useLingui();
  const params = { path: { id: child.id } };
  const { id, display_name: name } = child;
  return (
    <div className="space-y-4">
      <ActsCard child={child} />
      <ConsentsOfChild child={child} />
      <Card>
        <CardHeader
          title={i18n._('Recent activity')}
          note={i18n._('Where {name} signed in and what happened around it, newest first.', { name })}
        />
        <HistoryList
          name={id}
          words={childHistoryWords}
          read={(query) => got(api.GET('/children/{id}/security-history/', { params: { ...params, query } }))}
        />
      </Card>
      <ExportCard
        source={childExports(id)}
        title={i18n._('A copy of everything about {name}', { name })}
        note={i18n._(
          'Everything that is kept about {name}, and what they can see in the household, as files for programs and for spreadsheets.',
          { name },
        )}
        ready={i18n._('The copy is ready')}
        until={(facts) => i18n._('{size}, a ZIP. Only guardians can fetch it, until {until}.', facts)}
      />
    </div>
  );
}

function ActsCard({ child }: { child: Child }) {
  const { i18n } = useLingui();
  const { acts, questions } = useChildActs(child);
  const name = child.display_name;
  return (
    <Card>
      <div className="flex items-start gap-3">
        <Face person={{ id: child.user_id, name, photo: child.photo }} />
        <ChildFacts child={child} name={name} />
      </div>
      <ul
        className="mt-4 grid gap-2 sm:flex sm:flex-wrap"
        aria-label={i18n._('What you can do for {name}', { name })}
      >
        {acts.map(({ label, icon, danger, onSelect }) => (
          <li key={label}>
            <SignalButton
              size="small"
              icon={icon}
              kind={danger ? 'danger' : 'secondary'}
              className="w-full max-sm:justify-start"
              onClick={onSelect}
            >
              {label}
            </SignalButton>
          </li>
        ))}
      </ul>
      {questions}
    </Card>
  );
}

function ConsentsOfChild({ child }: { child: Child }) {
  const { i18n } = useLingui();
  const thisYear = Number(useHousehold().today.slice(0, 4));
  const { display_name: name, birth_year: born } = child;
  const path = { params: { path: { id: child.id } } };
  // As the server counts: a year of birth tells from the day on which it is certain.
  if (child.role !== 'child' && born !== null && thisYear - born > DECIDES_FROM)
    return (
      <Card>
        <CardHeader
          title={i18n._('What {name} agrees to', { name })}
          note={i18n._('From sixteen on people decide themselves what their data is used for.')}
          className="mb-0"
        />
      </Card>
    );
  return (
    <ConsentSwitches
      name={child.id}
      title={i18n._('What you agree to for {name}', { name })}
      note={i18n._('A guardian decides for a child. All of it is off until one of you switches it on.')}
      read={() => got(api.GET('/memberships/{id}/consents/', path))}
      write={(body) => got(api.POST('/memberships/{id}/consents/', { ...path, body }))}
    />
  );
}
