/** Names of months and weekdays and the near words, in English and in both sets of te reo Māori. */
export type DayNames = {
  readonly months: readonly string[];
  readonly shortMonths: readonly string[];
  /** Monday first, as weeks are shown. */
  readonly weekdays: readonly string[];
  readonly shortWeekdays: readonly string[];
};

export type NearWords = { readonly today: string; readonly yesterday: string; readonly tomorrow: string };

const ENGLISH: DayNames = {
  months: words('January February March April May June July August September October November December'),
  shortMonths: words('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'),
  weekdays: words('Monday Tuesday Wednesday Thursday Friday Saturday Sunday'),
  shortWeekdays: words('Mon Tue Wed Thu Fri Sat Sun'),
};

/** The names of the maramataka, as most official writing has them today. */
const MARAMATAKA: DayNames = {
  months: words(
    'Kohitātea Huitanguru Poutūterangi Paengawhāwhā Haratua Pipiri Hōngongoi Hereturikōkā Mahuru Whiringa-ā-nuku Whiringa-ā-rangi Hakihea',
  ),
  shortMonths: words('Kohi Hui Pou Pae Hara Pipi Hōngo Here Mahu Nuku Rangi Haki'),
  weekdays: words('Rāhina Rātū Rāapa Rāpare Rāmere Rāhoroi Rātapu'),
  shortWeekdays: words('Hin Tū Apa Par Mer Hor Tap'),
};

/** The transliterated names, which many speakers grew up with. */
const LOAN: DayNames = {
  months: words('Hānuere Pēpuere Māehe Āperira Mei Hune Hūrae Ākuhata Hepetema Oketopa Noema Tīhema'),
  shortMonths: words('Hān Pēp Māe Āpe Mei Hun Hūr Āku Hep Oke Noe Tīh'),
  weekdays: words('Mane Tūrei Wenerei Tāite Paraire Hātarei Rātapu'),
  shortWeekdays: words('Man Tūr Wen Tāi Par Hāt Tap'),
};

export function dayNamesOf(locale: {
  readonly tag: string;
  readonly names?: 'maramataka' | 'loan';
}): DayNames {
  if (!locale.tag.startsWith('mi')) return ENGLISH;
  return locale.names === 'loan' ? LOAN : MARAMATAKA;
}

export function relativeWords(locale: { readonly tag: string }): NearWords {
  if (locale.tag.startsWith('mi')) return { today: 'I tēnei rā', yesterday: 'Inanahi', tomorrow: 'Āpōpō' };
  return { today: 'Today', yesterday: 'Yesterday', tomorrow: 'Tomorrow' };
}

function words(text: string): readonly string[] {
  return text.split(' ');
}
