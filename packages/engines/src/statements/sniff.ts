export type Kind = 'binary' | 'text';
export function sniff(bytes: Uint8Array): Kind {
  return bytes.length > 0 ? 'text' : 'binary';
}
