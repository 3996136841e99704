import { isId } from '@kinwise/core/ids';
import type { Id } from '@kinwise/core/ids';

/** What staff typed to find somebody or something: an id finds that one, anything else what bears these words. */
export function sought(q: string | undefined): { readonly one?: Id; readonly words?: string } {
  if (q === undefined || q === '') return {};
  const id = q.toLowerCase();
  return isId(id) ? { one: id } : { words: q };
}
