/** What many letters share. */
export function hello(name: string): string {
  return name === '' ? 'Kia ora' : `Kia ora ${name}`;
}

export function duration(minutes: number): string {
  if (minutes === 60) return 'one hour';
  return minutes < 120 ? `${minutes} minutes` : `${Math.round(minutes / 60)} hours`;
}

/** How long, in te reo Māori. */
export function roa(minutes: number): string {
  if (minutes === 60) return 'Kotahi te hāora';
  return minutes < 120 ? `E ${minutes} meneti` : `E ${Math.round(minutes / 60)} hāora`;
}
