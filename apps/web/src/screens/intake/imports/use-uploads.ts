import type { Import } from '@kinwise/api-client/schema';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { api, got } from '../../../api/client.ts';
import { asForm } from '../../../api/form.ts';

/** One file on its way: sent, then read by the server, then a preview or a refusal. */
export type Upload = {
  readonly key: string;
  readonly name: string;
  readonly state: 'waiting' | 'sending' | 'read' | 'failed';
  readonly answer?: Import;
  readonly problem?: unknown;
};

/** Sends files one after the other; each becomes an import of its own. Resolves with what the server made of them. */
export function useUploads() {
  const queries = useQueryClient();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);

  const change = useCallback((key: string, part: Partial<Upload>) => {
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)));
  }, []);

  const send = useCallback(
    async (files: readonly File[], accountId?: string): Promise<Import[]> => {
      const batch = files.map((file, index) => ({ key: `${index} ${file.name} ${file.lastModified}`, file }));
      setUploads(batch.map(({ key, file }) => ({ key, name: file.name, state: 'waiting' })));
      const made: Import[] = [];
      for (const { key, file } of batch) {
        change(key, { state: 'sending' });
        try {
          const answer = await upload(file, accountId);
          made.push(answer);
          change(key, { state: 'read', answer });
        } catch (problem) {
          change(key, { state: 'failed', problem });
        }
      }
      await queries.invalidateQueries({ queryKey: ['imports'] });
      return made;
    },
    [change, queries],
  );

  return { uploads, send, clear: () => setUploads([]) };
}

async function upload(file: File, accountId: string | undefined): Promise<Import> {
  const body = { ...(accountId !== undefined && { account_id: accountId }), file };
  return got(api.POST('/imports/', { body, bodySerializer: asForm }));
}
