/**
 * Sends a body as a form, for the routes that take a file:
 * `api.POST('/imports/', { body: { file }, bodySerializer: asForm })`.
 */
export function asForm(body: Readonly<Record<string, string | Blob | undefined>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(body)) if (value !== undefined) form.set(name, value);
  return form;
}
