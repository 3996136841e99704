import { useEffect } from 'react';
import { recall } from '../../shell/device.ts';
import { OWED, tellSignOut } from '../../shell/owed.ts';

/**
 * Who signs out without signal is out here, but the server has not heard: the session would live on, and its cookie lie in
 * the browser for whoever comes next. It is told as soon as there is signal, unless somebody has signed in since, whose
 * cookie took its place.
 */
export async function payOwedSignOut(): Promise<void> {
  if (recall(OWED) !== undefined && recall('kw_user') === undefined) await tellSignOut();
}

export function useOwedSignOut(): void {
  useEffect(() => {
    const pay = () => void payOwedSignOut();
    pay();
    window.addEventListener('online', pay);
    return () => window.removeEventListener('online', pay);
  }, []);
}
