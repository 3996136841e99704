/** What many letters share. */
export function hello(name: string): string {
  return name === '' ? 'Kia ora' : `Kia ora ${name}`;
}
