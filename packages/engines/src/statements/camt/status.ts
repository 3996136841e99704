import { isNotCompletedWord, isPendingWord } from '../table/states.ts';
import { textAt, type XmlNode } from '../xml.ts';

export type EntryStatus = 'booked' | 'pending' | 'not_booked';

/** How far an entry has come: by its code in any version of the message, or by the bank's own word. */
export function statusOf(entry: XmlNode): EntryStatus {
  const written = writtenStatus(entry);
  const code = written.toUpperCase();
  // INFO tells of what the bank has not booked and does not say that it will; FUTR is booked on a day to come.
  if (code === 'INFO' || isNotCompletedWord(written)) return 'not_booked';
  return code === 'PDNG' || code === 'FUTR' || isPendingWord(written) ? 'pending' : 'booked';
}

export function writtenStatus(entry: XmlNode): string {
  return textAt(entry, 'Sts', 'Cd') || textAt(entry, 'Sts', 'Prtry') || textAt(entry, 'Sts');
}
