/** Text as rules compare it: in one case, composed in one way, with single blanks. */
export function fold(text: string): string {
  return text.toLowerCase().normalize('NFC').replace(/\s+/g, ' ').trim();
}
