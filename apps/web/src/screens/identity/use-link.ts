import { useLocation, useSearch } from '@tanstack/react-router';
import { useState } from 'react';

export type LinkWords = { readonly token?: string; readonly invitation?: string };

/**
 * What a link brings along. It stands behind the hash, which a browser sends to nobody, so that no proxy on the way writes
 * it into its log. Links of older mails, and steps within the app, have it in the search.
 */
export function useLink(): LinkWords {
  const search: LinkWords = useSearch({ strict: false });
  const hash = useLocation({ select: (at) => at.hash });
  const [kept, keep] = useState(hash);
  // A jump to some part of the page changes the hash too, and must not lose what the link brought.
  if (hash !== kept && hash.includes('token=')) keep(hash);
  const words = new URLSearchParams(kept);
  const token = search.token ?? words.get('token');
  const invitation = search.invitation ?? words.get('invitation');
  return { ...(token && { token }), ...(invitation && { invitation }) };
}
