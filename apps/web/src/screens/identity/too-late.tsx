import { useLingui } from '@lingui/react';
import { ProblemNote } from '../../ui/states.tsx';

/** The second step came after the server had forgotten the first. */
export function TooLate() {
  const { i18n } = useLingui();
  return (
    <div className="mb-4">
      <ProblemNote tone="close" title={i18n._('That took too long')}>
        {i18n._('Begin again: the second step has to follow within a few minutes.')}
      </ProblemNote>
    </div>
  );
}
