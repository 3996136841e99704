import type { DocumentName } from '@kinwise/api-client/schema';
import { formatDay } from '@kinwise/core/format';
import { useLingui } from '@lingui/react';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { api, got } from '../../api/client.ts';
import { sayProblem } from '../../shell/say-problem.ts';
import { Card } from '../../ui/card.tsx';
import { Markdown } from '../../ui/markdown.tsx';
import { useUiSettings } from '../../ui/settings.tsx';
import { ProblemNote, SkeletonRows } from '../../ui/states.tsx';
import { KeptList } from './kept-list.tsx';

export function TermsScreen() {
  return <DocumentScreen document="terms" />;
}

export function PolicyScreen() {
  const { i18n } = useLingui();
  return (
    <>
      <DocumentScreen document="privacy" />
      <section id="kept" aria-label={i18n._('What is kept')} className="mt-6">
        <h2 className="mb-1 text-lg">{i18n._('What is kept')}</h2>
        <p className="mb-3 text-ink-2">
          {i18n._('Kind by kind, with the reason and the time. This list is made from the program itself.')}
        </p>
        <Card>
          <KeptList />
        </Card>
      </section>
    </>
  );
}

/** The terms or the privacy policy, with its day and its older versions. */
function DocumentScreen({ document }: { document: DocumentName }) {
  const { i18n } = useLingui();
  const { locale } = useUiSettings();
  const { version } = useSearch({ strict: false });
  const query = useQuery({
    queryKey: ['document', document, version],
    queryFn: () =>
      got(
        api.GET('/privacy/documents/{document}/', {
          params: { path: { document }, query: version === undefined ? {} : { version } },
        }),
      ),
  });
  if (query.isError)
    return (
      <ProblemNote title={i18n._('The document could not be read')}>{sayProblem(query.error)}</ProblemNote>
    );
  if (!query.data) return <SkeletonRows rows={6} />;
  const { title, day, text, is_current, versions } = query.data;
  const others = versions.filter((one) => one.version !== query.data.version);
  return (
    <article lang="en">
      <h1 id="page-title" tabIndex={-1} className="text-xl outline-none lg:text-[1.625rem]">
        {title}
      </h1>
      <p className="mt-1 mb-6 text-ink-3">
        {i18n._('Version {version}. Holds from {day}.', {
          version: query.data.version,
          day: formatDay(day, 'date', locale),
        })}{' '}
        {!is_current && i18n._('This is not the newest version.')}
      </p>
      <Markdown text={text} />
      {others.length > 0 && (
        <p className="mt-8 border-t border-line pt-4 text-sm text-ink-3">
          {i18n._('Other versions')}:{' '}
          {others.map((one) => (
            <Link
              key={one.version}
              to={document === 'terms' ? '/terms' : '/privacy'}
              search={{ version: one.version }}
              className="mr-3 font-semibold text-brand-text underline underline-offset-4"
            >
              {one.version}
            </Link>
          ))}
        </p>
      )}
    </article>
  );
}
