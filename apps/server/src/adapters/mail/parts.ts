/** What many letters share. */
export function hello(name: string): string {
  return name === '' ? 'Kia ora' : `Kia ora ${name}`;
}

export function duration(minutes: number): string {
  return minutes < 120 ? `${minutes} minutes` : `${Math.round(minutes / 60)} hours`;
}
