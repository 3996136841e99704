import type { Warning } from './types.ts';

/** Why a record is rejected behind which the file ends before the record does: what is missing may be part of its amount. */
export const CUT_OFF = {
  code: 'cut_off',
  message: 'The file ends in the middle of this record. Fetch the file again from where it came.',
} as const;

export function truncated(line: number): Warning {
  const message =
    'The file ends before it is complete. What stands above the cut was read; more rows may be missing. Fetch it again.';
  return { code: 'truncated', message, line };
}

/** Whether the last line of a text is ended. Where it is not, what stands last in it may have gone on. */
export function endsWithLine(text: string): boolean {
  return /[\r\n]\s*$/.test(text.slice(-256));
}
