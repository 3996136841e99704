import { plainWords } from './text/clean.ts';

/** How the months begin in the languages of banks, without accents. */
const MONTHS: readonly string[] = [
  'jan|ene|gen|sty|sijecanj|tammi|led|januar|ianuarie|jaan|oca|янв|січ|ιαν',
  'feb|fev|fevr|lut|helmi|uno|veeb|sub|фев|лют|φεβ',
  'mar|mrt|mars|marz|maart|maa|bre|brez|мар|бер|μαρ',
  'apr|avr|abr|kwi|huhti|dub|nis|апр|кв|απρ',
  'may|mai|mei|mag|maj|touko|kve|mayo|маи|мая|трав|μαι',
  'jun|juin|giu|cze|kesa|cer|juni|iun|juun|haz|июн|черв|ιουν',
  'jul|juil|lug|lip|heina|cvc|cervenc|juli|iul|juul|tem|июл|лип|ιουλ',
  'aug|aou|ago|aout|sie|elo|srp|agu|авг|серп|αυγ',
  'sep|set|wrz|syys|zar|sept|sze|eyl|сен|вер|σεπ',
  'oct|okt|out|ott|paz|loka|rij|eki|окт|жовт|οκτ',
  'nov|lis|marras|noi|kas|ноя|лист|νοε',
  'dec|dez|des|dic|gru|joulu|pro|det|ara|дек|груд|δεκ',
];

const STEMS = MONTHS.flatMap((stems, index) => stems.split('|').map((stem) => ({ stem, month: index + 1 })))
  // “marras” is November, although “mar” is March.
  .sort((a, b) => b.stem.length - a.stem.length);

/** The month that a word names, from 1; undefined when it names none. */
export function monthOfName(name: string): number | undefined {
  const word = plainWords(name);
  return STEMS.find(({ stem }) => word.startsWith(stem))?.month;
}

const WEEKDAYS =
  'monday|tuesday|wednesday|thursday|friday|saturday|sunday|thurs|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miercoles|jueves|viernes|sabado|domingo|lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|segunda|terca|quarta|quinta|sexta|seg|ter|qua|qui|sex|poniedzialek|wtorek|sroda|czwartek|piatek|sobota|niedziela|pt|nd|pondeli|utery|streda|ctvrtek|patek|nedele|pondelok|utorok|stvrtok|piatok|nedela|mandag|tisdag|onsdag|torsdag|fredag|lordag|sondag|tirsdag|maanantai|tiistai|keskiviikko|torstai|perjantai|lauantai|sunnuntai|hetfo|kedd|szerda|csutortok|pentek|szombat|vasarnap|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|пн|вт|ср|чт|пт|сб|вс'.split(
    '|',
  );

/** Whether a word is the name of a weekday or how one begins: “Thu”, “do.”, “sze”. */
export function isWeekday(name: string): boolean {
  const word = plainWords(name);
  return word !== '' && WEEKDAYS.some((weekday) => weekday.startsWith(word));
}
