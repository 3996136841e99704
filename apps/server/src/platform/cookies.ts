import type { Ground } from './context.ts';
import type { Cookie } from './routes.ts';

/** A browser takes a cookie of such a name from https alone: nobody in between can put one there by plain http. */
const BY_HTTPS = '__Secure-';

type Cookies = Readonly<Record<string, string | undefined>>;

/** The cookies under our own names; over https those that may have come otherwise are none. */
export function cookiesOf(ground: Ground, sent: Cookies): Cookies {
  if (!isHttps(ground)) return sent;
  const ours = Object.entries(sent).filter(([name]) => name.startsWith(BY_HTTPS));
  return Object.fromEntries(ours.map(([name, value]) => [name.slice(BY_HTTPS.length), value]));
}

export function cookieText(ground: Ground, cookie: Cookie): string {
  const secure = isHttps(ground);
  const parts = [
    `${secure ? BY_HTTPS : ''}${cookie.name}=${cookie.value}`,
    `Path=${cookie.path}`,
    `Max-Age=${cookie.maxAgeSeconds}`,
    'SameSite=Strict',
  ];
  if (cookie.httpOnly !== false) parts.push('HttpOnly');
  if (secure) parts.push('Secure');
  return parts.join('; ');
}

function isHttps(ground: Ground): boolean {
  return ground.publicUrl().startsWith('https://');
}
