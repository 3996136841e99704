import { plainWords } from '../text/clean.ts';
import type { ColumnRole } from '../types.ts';

/** What a column's name says it holds; `weight` settles which of two columns of one role is the better one. */
export type Meaning = { role: ColumnRole; weight: number };

/**
 * Column names of bank and app exports, without accents and signs, from the most telling to the least. A name that is
 * not here is compared by its words, and a column with no telling name is judged by what stands in it.
 */
const NAMES: readonly [ColumnRole, number, string][] = [
  [
    'date',
    5,
    'transaction date|date of transaction|dateop|date op|transactiondate|trans date|tran date|txn date|trade date|purchase date|date of purchase|datum verrichting|transactiedatum|transaktionsdatum|date operation|date d operation|date de l operation|date de transaction|fecha operacion|fecha de operacion|f operacion|data operazione|data operacji|datum transakce|datum provedeni|datum uskutecneni|datum transakcije|transaktionsdag|kopdatum|kjopsdato|started date|created|created utc|created on|date utc|data transakcji|umsatzdatum|belegdatum|uitvoeringsdatum|abschlussdatum|umsatztag|data registrazione|data mouvement|transactiondatum|data da compra|transaction time|date time|datetime|timestamp|tapahtumapaiva|transaktionsdato|utfort dato|utford dato|maksupaiva|datum operace|datum platby|tranzakcio datuma|teljesites datuma|дата операции|дата транзакции|дата совершения операции|transactietijd|date achat|data zakupu|data transacao|data da transacao|data operacao|data da operacao|data do movimento|data de lancamento|transdato',
  ],
  [
    'date',
    4,
    'date|datum|fecha|data|dato|dag|fecha movimiento|time|paiva|paivays|day|дата|日付|取引日|日期|날짜|تاريخ|transdate|date transaction|data lancamento|data mov|data movimento|data movimentacao|datum cas|data do lancamento|data movimenti|fecha mov|дата и время|datums|kuupaev|tarih|islem tarihi|ημερομηνια',
  ],
  [
    'booked_date',
    3,
    'date processed|processed date|process date|processeddate|processing date|posted date|date posted|posting date|post date|posted|booking date|book date|bookingdate|booked|buchungsdatum|buchungstag|buchung|datum verrekening|boekdatum|boekingsdatum|datum zauctovani|datum zuctovani|date comptable|date de comptabilisation|fecha contable|fecha de registro|data contabile|data ksiegowania|bokforingsdag|bokforingsdatum|bogforingsdato|bokfort|kirjauspaiva|completed date|settlement date|settled date|cleared date|clearing date|date entered|date cleared|entry date|bokfort dato|bokforingsdato|bogfort|bogfort dato|kirjattu|data contabilistica|konyveles datuma|konyvelesi datum|дата проводки|дата платежа|дата обработки|дата списания',
  ],
  [
    'value_date',
    2,
    'value date|valuedate|dateval|date val|valuta|valutadatum|wertstellung|wert|effective date|effectivedate|rentedatum|fecha valor|f valor|valeur|date valeur|date de valeur|data valuta|data waluty|valor|available on utc|available on|interest date|rentedato|arvopaiva|wertstellungsdatum|valutadag|valuteringsdato|valordato|valoerdato|datum valuty|erteknap|erteknap|дата валютирования|data valuta operazione|data do valor',
  ],
  [
    'amount',
    6,
    'amount in account currency|net amount|net|netto|neto|importe neto|montant net|amount nzd|amount aud|amount usd|amount gbp|amount eur',
  ],
  [
    'amount',
    5,
    'amount|transaction amount|betrag|bedrag|montant|importe|importo|belopp|belob|kwota|castka|zauctovana castka|iznos|osszeg|summa|sum|suma|umsatz|valor r|valor|value|total|total amount|сумма|金額|金额|금액|transaction value|amount local|lokalbetrag|montant eur|quantia|maara|amount currency converted|af bij bedrag|suma operacji|kwota operacji|mutatiebedrag|transactiebedrag|montant de l operation|montante|objem|valeur|umsatz in eur|source amount after fees|cantidad|monto|importancia|rahamaara|amt|tranzakcio osszege|konyvelt osszeg|сумма операции|сумма платежа|сумма в валюте счета|kwota transakcji|kwota w pln|castka v czk|belopp i sek|belop i nok|belob i dkk|valor da transacao|valor da operacao|montant de la transaction|montanteuros|montant euros|tutar|ποσο|importo in euro|importo euro|betrag in euro|bedrag in euro',
  ],
  [
    'amount',
    3,
    'gross|gross amount|bedrag in eur|brutto|bruto|brut|lordo|avant commission|source amount|billing amount|settlement amount|converted amount',
  ],
  [
    'debit',
    5,
    'debit|debits|debit amount|amount debit|debit amt|withdrawal|withdrawals|withdrawal amt|withdrawal amount|outflow|paid out|money out|out|debet|soll|belastung|lastschrift|ausgabe|ausgaben|ausgang|cargo|cargos|dare|uitgaven|spent|spend|charge|charges|uit|af|expense|expenses|payment amount|auszahlung|addebiti|wyplaty|obciazenia|uttag|ut|debit nzd|depenses|salida|uscite|uscita|saidas|gastos|debiti|depense|ut fra konto|debito|debitos|debito eur|saida|debe|gasto|addebito|obciazenie|wydatki|wydatek|wyplata|vydaje|vydaj|odchozi|na vrub|utgifter|utgift|haevet|ud|udgift|udgifter|uttak|belastad|belastet|otto|veloitus|menot|meno|terheles|kiadas|дебет|расход|списание|сумма списания|abbuchung|abbuchungen|belastungen|debit euros|debit eur|af bedrag|borc|χρεωση|payments|payment|withdrawn|moneyout',
  ],
  [
    'credit',
    5,
    'credit|credits|credit amount|amount credit|credit amt|deposit|deposits|deposit amt|deposit amount|inflow|paid in|money in|in|haben|gutschrift|eingang|einnahme|einnahmen|abono|abonos|avere|inkomsten|bij|income|receipt amount|einzahlung|accrediti|wplaty|uznania|insattning|inn|recettes|entrada|ingreso|entrate|entrata|entradas|ingresos|crediti|recette|inn pa konto|credito|creditos|haber|accredito|uznanie|wplywy|wplyw|wplata|prijmy|prijem|prichozi|ve prospech|inkomst|inkomster|insattningar|indsat|ind|indtaegt|indtaegter|innskudd|godskrift|godskrevet|pano|hyvitys|tulot|tulo|jovairas|bevetel|кредит|приход|зачисление|поступление|сумма зачисления|gutschriften|credit euros|credit eur|alacak|πιστωση|receipts|moneyin',
  ],
  [
    'balance',
    5,
    'balance|running balance|running bal|end balance|ending balance|eindsaldo|endsaldo|saldo nachher|bal|accountbalance|account balance|balance after|closing balance|balance after transaction|saldo|saldo na trn|saldo nach buchung|saldo po operacji|solde|kontostand|zustatek|zustatek po transakci|stanje|egyenleg|ledger balance|available balance|saldo apos|saldo disponible|bokfort saldo|остаток|残高|余额|balance nzd|saldo contabile|saldo progressivo|neuer saldo|zustatek na uctu|konecny zustatek|zaro egyenleg|konyvelt egyenleg|баланс|остаток после операции|остаток на счете|saldo contabilistico|saldo konta|jaak|bakiye|υπολοιπο|bal after|new balance|current balance',
  ],
  [
    'direction',
    5,
    'debit credit|credit debit|dr cr|cr dr|d c|dc|c d|cd|debit or credit|debit/credit|credit/debit|dr/cr|cr/dr|d/c|c/d|transaction type|creditdebitindicator|credit debit indicator|soll/haben|soll haben|s h|s/h|+/-|af bij|af/bij|bij af|debet/credit|debet credit|sign|sens|direction|richting|richtung|dare/avere|entry type|income/expense|in/out|soll/haben-kennzeichen|soll haben kennzeichen|segno|signo|smer|smer platby|riktning|retning|suunta|irany|strona|направление|bij/af|terheles/jovairas|debe/haber|debito/credito|debet/kredit|in out|debit or credit indicator|credit or debit|kennzeichen|drcr|crdr|znak',
  ],
  ['direction', 3, 'type|tran type|trans type|transaktionstyp|typ|tipo|tyyppi|tipus|тип'],
  [
    'kind',
    3,
    'type|tran type|trans type|transaction type|transaction code|source code payment type|source code|buchungstext|buchungsart|umsatzart|umsatztyp|vorgang|bewegungstyp|type verrichting|type operation|transaktionsart|transaktionstyp|typ transakce|code|mutatiesoort|payment type|type of transaction|tipo|tipo movimento|rodzaj transakcji|typ|art|product|reporting category|payment method|shared item|analysis code|kind|nature|type d operation|soort|tipologia|tipo operazione|tipo de operacion|tipo de movimento|tipo de movimiento|typ operacji|posteringstype|transaksjonstype|transaktionstype|laji|tapahtumalaji|tyyppi|tranzakcio tipusa|tipus|тип операции|вид операции|zahlungsart|betaalwijze|mode de paiement|metodo de pago|transaction kind',
  ],
  [
    'currency',
    5,
    'currency|ccy|cur|currency code|source currency|whg|transaction currency|account currency|munt|muntsoort|wahrung|waehrung|devise|moneda|divisa|valuta code|waluta|mena|mena uctu|penznem|deviza|valuta kod|валюта|通貨|moeda|currency account|valutta|devizanem|валюта операции|валюта счета|valuta|para birimi',
  ],
  [
    'fee',
    5,
    'source fee amount|fee|fees|fee amount|total fees|poplatek|kosten op verrichting|commission|gebuhr|frais|provize|prowizja|kosten|comision|comisiones|commissione|commissioni|comissao|taxa|avgift|gebyr|palkkio|dij|комиссия|spesen|transaction fee',
  ],
  [
    'foreign_amount',
    5,
    'foreign amount|foreign currency amount|foreigncurrencyamount|original amount|amount in original currency|amount currency|amount foreign currency|orig amount|oorspr bedrag|betrag fremdwahrung|betrag ursprung|puvodni castka|puvodni castka a mena|montant en devise|importe original|transaction currency amount|local amount|originalbetrag|fremdwahrungsbetrag|montant d origine|importo originale|importo in divisa|oorspronkelijk bedrag|valor original|kwota oryginalna|kwota w walucie|ursprungligt belopp|utlandskt belopp|oprindeligt belob|opprinnelig belop|alkuperainen summa|eredeti osszeg|сумма в валюте|сумма в валюте операции',
  ],
  [
    'foreign_currency',
    5,
    'foreign currency|original currency|fremdwahrung|oorspr munt|orig currency|puvodni mena|local currency|originalwahrung|devise d origine|divisa original|moneda original|divisa originale|oorspronkelijke valuta|moeda original|waluta oryginalna|ursprunglig valuta|oprindelig valuta|opprinnelig valuta|alkuperainen valuutta|eredeti deviza|eredeti devizanem|валюта оригинала',
  ],
  ['rate', 5, 'exchange rate|rate|wechselkurs|kurs|koers|conversion rate|fx rate|taux|tipo de cambio'],
  [
    'payee',
    6,
    'payee|beneficiaire|tegenpartij|other party|counter party|target name|sender/empfanger|empfaenger|naam tegenpartij bevat|dane kontrahenta|nadawca/odbiorca|zahlungsempfaenger|destination name|recipient|recipient name|to|partnername|naam van de tegenpartij|empfanger/zahlungspflichtiger|mottagare|maksunsaaja|nazev protiuctu|saaja|saaja/maksaja|begunstigter/zahlungspflichtiger|beguenstigter/zahlungspflichtiger|zahlungsempfanger in|zahlungsempfaenger|other party name|op name|merchant|merchant name|partner name|counterparty|counterparty name|naam tegenpartij|empfanger|empfanger name|beneficiary|beneficiary name|auftraggeber empfanger|auftraggeber/empfanger|begunstigter zahlungspflichtiger|zahlungsempfanger|zahlungsbeteiligter|name zahlungsbeteiligter|handelaar|nazev protiuctu|kontrahent|beneficiario|contraparte|destinataire|paid to|vendor|store|haendler|handler|commercant|tiers|comercio|controparte|esercente|begunstigde|favorecido|destinatario|estabelecimento|odbiorca|nazwa kontrahenta|obchodnik|prijemce|protistrana|motpart|butik|modtager|modpart|mottaker|saaja maksaja|kedvezmenyezett|partner neve|ellenoldali nev|контрагент|торговая точка|получатель платежа|zahlungsempfanger/-pflichtiger|paid to/received from|counter party name|contrepartie',
  ],
  [
    'payee',
    4,
    'auftraggeber|begunstigter|name|naam|title|nom|nombre|nazwa|naziv|naam / omschrijving|partner|customer name|получатель|namn|navn|nimi|nome|наименование',
  ],
  [
    'payee',
    3,
    'description|details|memo/description|transaction description|transaction details|transactions|narrative|narration|omschrijving|libelle|remarque|concepto|descrizione|descricao|opis|opis operacji|popis|text|beskrivning|beskrivelse|transaktion|selite|label|historico|transaction|particulars|umsatztext|buchungsdetails|verwendungszweck|bezeichnung|item|item1|beschreibung|avisierungstext|operazione|transactie|tytul|vorgang/verwendungszweck|descrizione completa|libelle operation|rubrik|otsikko|comentario|original statement|описание|摘要|설명|내용|摘要内容|tekst|causale|descrizione operazione|movimiento|detalle|descripcion|descritivo|lancamento|opis transakcji|tytul operacji|specifikation|posteringstekst|forklaring|kuvaus|selitys|kozlemeny|leiras|назначение платежа|libelle de l operation|statement description|statement details|transactieomschrijving|movement|aciklama|περιγραφη',
  ],
  [
    'memo',
    3,
    'memo|notes|note|dettagli|szczegoly|detalles|detail|detail de l ecriture|viesti|selitys|comment|comments|original description|original name|message|mitteilung|mededeling|mededelingen|zprava|zprava pro prijemce|poznamka|kommentar|communication|tp part|tp code|op part|op code|other party particulars|other party code|omschrijving-1|omschrijving-2|omschrijving-3|toelichting|more info|additional info|zusatz|extra|uwagi|komentarz|info|item2|observaciones|location|locatie|city|address|place|name uiteindelijke partij|comentario|notas|observacoes|mas datos|nota|notat|notiz|anteckning|melding|meddelande|besked|megjegyzes|uzenet|комментарий|примечание|remarks|remark|komentar|tapahtuma',
  ],
  [
    'reference',
    4,
    'reference|ref|reference number|references|cheque number|check number|cheque no|check no|num|number|tp ref|op ref|other party reference|transactiereferentie|zahlungsreferenz|kundenreferenz|betalingskenmerk|referencia|reference1|numer referencyjny|vs|variabilni symbol|chq ref no|document number|slip number|mandate reference|mandatsreferenz|end to end|transaction reference|referenz|referens|referanse|arkivref|verifikationsnummer|bilagsnr|viite|viitenumero|riferimento|kenmerk|reference/check number|n referencia|no referencia|nr referencyjny|referenz nr|номер документа|референс|documento|check or slip|reference no|doc no',
  ],
  [
    'bank_id',
    5,
    'unique id|uniqueid|transferwise id|transaction id|transactionid|fitid|id transakce|txn id|balance transaction id|transaction number|transaction no|id|guid|volgnr|serial|serial number|statement number id|operation id|transactienummer|identifier|transaktions-id|transaksjons-id|buchungs-id|identifiant|identificador|id operacion|id transazione|id transaction|numer transakcji|arkistointitunnus|azonosito|tranzakcio azonosito|идентификатор',
  ],
  [
    'category',
    5,
    'category|kategorie|kategorie transakce|categorie|categoria|kategoria|bank category|spending category|category name|category group/category|kategori|luokka|категория',
  ],
  ['tags', 5, 'tags|tag|labels|label names|etiketten'],
  [
    'account',
    5,
    'account|account name|this party account|accountnum|accountlabel|account number|account no|accountnumber|iban|iban/bban|rekening|rekeningnummer|konto|kontonummer auftrag|cislo uctu|compte|numero de compte|cuenta|conto|auftragskonto|kontobezeichnung|account type name|iban auftragskonto|konto nr|acc no|rachunek|tili|conta|szamlaszam|номер счета|счет|own account|account iban',
  ],
  [
    'counter_account',
    5,
    'tegenrekening|tegenrekening iban/bban|op bank account number|other party account number|other party account|counterparty account|counterparty iban|counterparty|partner account|bank account|kontonummer|partner iban|tegenpartij|counterparty|protiucet|rachunek nadawcy|gegenkonto|iban zahlungsbeteiligter|kontonummer/iban|cislo protiuctu|account of beneficiary|to account|from account|transfer account|rachunek kontrahenta|payee account|iban contrepartie|compte beneficiaire|iban contraparte|cuenta beneficiario|iban beneficiario|iban controparte|rekening tegenpartij|iban destinatario|modkonto|motkonto|til konto|till konto|vastatili|saajan tilinumero|ellenszamla|partner szamlaszama|счет контрагента|счет получателя|gegenkonto iban|tilinumero',
  ],
  [
    'status',
    5,
    'status|state|cleared|cleared status|stato|stav|etat|statut|estado|tila|tilstand|reconciled|pending|transaction status|situacao|allapot|statusz|статус|tillstand',
  ],
  [
    'ignore',
    5,
    'initial date|final date|initial balance|final balance|opening balance|start balance|beginning balance|startsaldo|beginsaldo|anfangssaldo|income entries|expenses entries|conversioncharge|conversion charge|split amount|master category|sub category|category group|flag|card|card number|card no|last 4 digits|kredietkaart|kaarthouder|cardholder|card holder|batch id|bic|bic tegenpartij|time|umsatzzeit|uhrzeit|bank code|branch code|auszugsnummer|statement|year|month|week|country|land',
  ],
];

const BY_NAME = new Map<string, Meaning[]>();
for (const [role, weight, names] of NAMES) {
  for (const name of names.split('|').map(plainName)) {
    const meanings = BY_NAME.get(name) ?? [];
    if (!meanings.some((meaning) => meaning.role === role)) meanings.push({ role, weight });
    BY_NAME.set(name, meanings);
  }
}

/** “Dr / Cr” and “Dr/Cr” are one name. */
function plainName(name: string): string {
  return plainWords(name).replace(/ ?\/ ?/g, '/');
}

/** Everything that a column's name may mean, the likeliest first; empty when it tells nothing. */
export function meaningsOf(name: string): readonly Meaning[] {
  const whole = plainName(name);
  if (whole === '') return [];
  const exact = BY_NAME.get(whole);
  if (exact !== undefined) return exact;
  const spaced = BY_NAME.get(plainName(name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/_/g, ' ')));
  if (spaced !== undefined) return spaced;
  const withoutUnit = plainName(name.replace(/\s*[([].*?[)\]]\s*$/, '').replace(/\s+in\s+[A-Z]{3}$/, ''));
  const trimmed = withoutUnit === whole ? undefined : BY_NAME.get(withoutUnit);
  if (trimmed !== undefined) return foreignUnit(name, trimmed);
  return BY_NAME.get(whole.replace(/\s+[a-z]{3}$/, '')) ?? meaningsOfParts(whole);
}

/** “Description 2” means what “Description” does, “IBAN / Kontonummer” what its parts do, and a balance stays one whatever follows. */
function meaningsOfParts(whole: string): readonly Meaning[] {
  const unnumbered = BY_NAME.get(whole.replace(/[\s-]*\d$/, ''));
  if (unnumbered !== undefined) return unnumbered;
  const parts = whole.split('/').map((part) => BY_NAME.get(part) ?? []);
  if (parts.length === 2 && parts.every((part) => part.length > 0)) return parts[0] ?? [];
  return /^(?:saldo|solde|kontostand|balance|running bal) \D{1,30}$/.test(whole)
    ? [{ role: 'balance', weight: 3 }]
    : [];
}

/** “Amount (foreign currency)” is no amount of the account. */
function foreignUnit(name: string, meanings: readonly Meaning[]): readonly Meaning[] {
  const unit = plainWords(/[([](.*?)[)\]]/.exec(name)?.[1] ?? '');
  const isAmount = meanings[0]?.role === 'amount';
  return isAmount && /foreign|fremd|original|devise|etranger/.test(unit)
    ? [{ role: 'foreign_amount', weight: 5 }]
    : meanings;
}

const IN_WORDS =
  'c|cr|cred|credit|crédit|crédito|wpływ|wpłata|příchozí|příjem|insättning|jóváírás|bevétel|kredit|avere|entrata|entrada|haber|uznania|wplyw|wplata|prichozi|prijem|insattning|indbetaling|innskudd|ind|inn|pano|hyvitys|jovairas|bevetel|приход|кредит|зачисление|поступление|пополнение|gutschriften|einzahlung|recette|crdt|h|haben|bij|+|in|income|deposit|credito|credit entry|money in|kredit|gutschrift|inflow|received|ingreso|abono|paid in|uznanie|cra|eingang|einnahme|sell|sold';
const OUT_WORDS =
  'd|dr|deb|debit|débit|débito|saída|obciążenie|obciążenia|wypłata|odchozí|výdaj|terhelés|kiadás|dépense|dare|uscita|saida|debe|obciazenia|wydatek|wyplata|odchozi|vydaj|uttag|udbetaling|uttak|ud|ut|otto|veloitus|terheles|kiadas|расход|дебет|списание|belastung|auszahlung|depense|dbit|s|soll|af|-|out|expense|withdrawal|debito|debit entry|money out|debet|lastschrift|outflow|sent|gasto|cargo|paid out|obciazenie|purchase|dbt|ausgang|ausgabe|exp|exp.|expenses|buy|bought';
const DIRECTIONS = new Map<string, 'in' | 'out'>([
  ...IN_WORDS.split('|').map((word): [string, 'in'] => [word, 'in']),
  ...OUT_WORDS.split('|').map((word): [string, 'out'] => [word, 'out']),
]);

/** Whether a cell such as `D`, `CR`, `debit`, `Haben` says which way the money went. */
export function directionOf(cell: string): 'in' | 'out' | undefined {
  if (cell.length > 16) return undefined;
  const word = cell.toLowerCase();
  return DIRECTIONS.get(word) ?? DIRECTIONS.get(word.replace(/[\s.]+/g, ' ').trim());
}
