import type { Session } from '@kinwise/api-client/schema';
import { i18n } from '@lingui/core';

/** Where a call came from: its address, with city and country where the server knows them. */
export function whence({ ip, place }: Pick<Session, 'ip' | 'place'>): string | undefined {
  if (ip === null) return undefined;
  const where = [place?.city, place?.country].filter(Boolean).join(', ');
  return where === '' ? i18n._('from {ip}', { ip }) : i18n._('from {where} ({ip})', { where, ip });
}
