/** Small choices that belong to this device. Storage may be closed to us; then they last as long as the page. */
const kept = new Map<string, string>();

export function recall(name: string): string | undefined {
  try {
    return localStorage.getItem(name) ?? undefined;
  } catch {
    return kept.get(name);
  }
}

export function remember(name: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    if (value === undefined) kept.delete(name);
    else kept.set(name, value);
  }
}
