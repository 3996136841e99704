import type { ImportTemplate } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { api, got } from '../../../api/client.ts';
import { sayProblem } from '../../../shell/say-problem.ts';
import { IconButton } from '../../../ui/button.tsx';
import { Card, CardHeader } from '../../../ui/card.tsx';
import { showToast } from '../../../ui/toast-queue.ts';
import { useImportTemplates } from './use-import.ts';

/** Layouts of files that somebody corrected once; the next file of the same layout is read that way. */
export function TemplateList() {
  const { i18n } = useLingui();
  const templates = useImportTemplates();
  if (!templates.data || templates.data.length === 0) return null;
  return (
    <Card>
      <CardHeader
        title={i18n._('Remembered layouts')}
        note={i18n._('Files that look like these are read the way you corrected them.')}
      />
      <ul className="divide-y divide-line">
        {templates.data.map((template) => (
          <li key={template.id} className="flex items-center gap-2 py-1.5">
            <Name template={template} />
            <Forget template={template} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Name({ template }: { template: ImportTemplate }) {
  const { i18n } = useLingui();
  return (
    <span className="min-w-0 flex-1">
      <span className="block truncate font-medium">{template.bank || i18n._('A table')}</span>
      <span className="block truncate text-sm text-ink-3">
        {i18n._('{count, plural, one {used once} other {used # times}}', { count: template.uses })}
      </span>
    </span>
  );
}

function Forget({ template }: { template: ImportTemplate }) {
  const { i18n } = useLingui();
  const queries = useQueryClient();
  const forget = useMutation({
    mutationFn: () => got(api.DELETE('/imports/templates/{id}/', { params: { path: { id: template.id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['import templates'] }),
    onError: (error) =>
      showToast({
        title: i18n._('The layout was not forgotten'),
        description: sayProblem(error),
        tone: 'over',
      }),
  });
  return (
    <IconButton
      icon={Trash2}
      size="small"
      disabled={forget.isPending}
      label={i18n._('Forget the layout of {name}', { name: template.bank || i18n._('A table') })}
      onClick={() => forget.mutate()}
    />
  );
}
