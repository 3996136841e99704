const SECRET = /password|token|secret|cipher|hash|_key$|^number$/;

/** A copy for the audit: secrets become `[hidden]`, money prints as decimal text, whatever their depth. */
export function masked(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (Array.isArray(value)) return value.slice(0, 100).map(masked);
  if (value === null || typeof value !== 'object') return value;
  const copy: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(value)) {
    copy[name] = SECRET.test(name) && inner !== null && inner !== '' ? '[hidden]' : masked(inner);
  }
  return copy;
}
