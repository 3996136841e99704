/** The fields that an edited thing has otherwise than before: what a PATCH says. */
export function changed<Edited extends object>(
  before: { readonly [Name in keyof Edited]: unknown },
  edited: Edited,
): Partial<Edited> {
  const names = Object.keys(edited) as (keyof Edited)[];
  const other = names.filter((name) => before[name] !== edited[name]).map((name) => [name, edited[name]]);
  return Object.fromEntries(other) as Partial<Edited>;
}
