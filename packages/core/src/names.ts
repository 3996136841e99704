/** What somebody is called by; in queries the same is `kinwise.called`. */
export type Named = {
  readonly chosen_name: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly username: string | null;
};

/** The name that a person chose, else the names they gave, else the name they sign in with. */
export function calledName(person: Named, otherwise: string): string {
  const full = `${person.first_name} ${person.last_name}`.trim();
  return [person.chosen_name, full, person.username].find((name) => name) ?? otherwise;
}
