import type { Import } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { ProblemNote } from '../../../ui/states.tsx';

/** Why a file was not read: what is wrong, on which line, what to do, and the code to ask others with. */
export function RefusalNote({
  fileName,
  refusal,
  action,
}: {
  fileName: string;
  refusal: NonNullable<Import['refusal']>;
  action?: ReactNode;
}) {
  const { i18n } = useLingui();
  return (
    <ProblemNote title={i18n._('{name} was not read', { name: fileName })} action={action}>
      <p>
        {refusal.line !== undefined && refusal.line > 0 && (
          <span className="font-semibold">{i18n._('Line {line}:', { line: refusal.line })} </span>
        )}
        {refusal.message}
      </p>
      <p className="mt-1 font-medium text-ink">{refusal.cure}</p>
      <p className="mt-1 text-sm text-ink-3">
        {i18n._('Nothing was imported. Code: {code}', { code: refusal.code })}
      </p>
    </ProblemNote>
  );
}
