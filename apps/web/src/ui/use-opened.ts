import { useState } from 'react';

/** Whether something has been open at least once: from then on its parts stay, so that it can also leave gracefully. */
export function useOpened(open: boolean): boolean {
  const [opened, setOpened] = useState(open);
  if (open && !opened) setOpened(true);
  return opened || open;
}
