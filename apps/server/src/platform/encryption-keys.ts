/** The keys of encrypted fields, as ENCRYPTION_KEYS names them. */

/** The key that every installation has from its SECRET_KEY; it stays readable when others come. */
export const FIRST_KEY = 'k0';

export type NamedKey = readonly [id: string, key: Buffer];

/** Reads the keys, newest first. What is wrong comes as sentences with their cure, never with a key in them. */
export function readKeys(text: string): { keys: NamedKey[]; wrong: string[] } {
  const keys: NamedKey[] = [];
  const wrong: string[] = [];
  for (const [index, entry] of text.split(',').entries()) {
    const [id = '', ...rest] = entry.trim().split(':');
    const key = Buffer.from(rest.join(':'), 'base64');
    const cure = faultOf(id, rest.join(':'), key);
    if (cure !== undefined) wrong.push(`entry ${index + 1} ${cure}`);
    else if (keys.some(([other]) => other === id))
      wrong.push(`entry ${index + 1}: the id ${id} is taken; give it another`);
    else if (keys.some(([, other]) => other.equals(key)))
      wrong.push(`entry ${index + 1}: the same key stands under another id; make a new one`);
    else keys.push([id, key]);
  }
  return { keys, wrong };
}

function faultOf(id: string, text: string, key: Buffer): string | undefined {
  if (!/^[\w-]{1,20}$/.test(id))
    return 'needs an id of 1 to 20 letters, digits, _ or -, then a colon and the key';
  if (id === FIRST_KEY)
    return `may not be called ${FIRST_KEY}, which is the key made from SECRET_KEY; call it k1`;
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text) || key.length !== 32)
    return `(${id}) needs 32 bytes in base64; make them with: openssl rand -base64 32`;
  return undefined;
}
