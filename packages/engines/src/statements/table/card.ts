import { plainWords } from '../text/clean.ts';
import { type BalanceProof, isProven } from './balance-proof.ts';
import { columnsOf } from './roles.ts';
import type { SignChoice, SignContext } from './sign.ts';

const CARD =
  /\b(?:visa|mastercard|master card|amex|american express|credit card|card member|card number|card no|kreditkarte|creditcard|carte de credit|kredietkaart|credit limit)\b/;
/** Said only by who is paid, so that it tells even where nothing calls the account a card. */
const CARD_PAID =
  /\b(?:payment received|thank you|zahlung erhalten|paiement re[cç]u|pagamento recebido|pago recibido|pagamento ricevuto|betaling ontvangen|inbetalning tack|indbetaling tak|innbetaling takk|maksusuoritus kiitos)\b|k[oö]sz[oö]nj[uü]k|d[eě]kujeme|dzi[eę]kujemy|погашение/i;
/** A shop gives refunds as well: they say less. */
const REFUNDED =
  /\b(?:refund|refunded|cashback|cash back|erstattung|r[uü]ckzahlung|remboursement|devoluci[oó]n|rimborso|storno|terugbetaling|estorno|devolu[cç][aã]o|zwrot|vratka|[aå]?terbetalning|refusion|refusjon|tilbakebetaling|palautus|visszat[eé]r[ií]t[eé]s)\b|возврат/i;
const PAID_OR_REFUNDED = new RegExp(`${CARD_PAID.source}|${REFUNDED.source}`, 'i');
const PAID_IN = new RegExp(
  `\\b(?:payments?|received|credit|reversal|zahlung|gutschrift|paiement|betaling|pagamento|pago)\\b|${PAID_OR_REFUNDED.source}`,
  'i',
);
/** What a household is paid. */
const EARNED =
  /\b(?:salary|wages|payroll|paycheque|paychecks?|income|gehalt|lohn|salaire|stipendio|n[oó]mina|sal[aá]rio|salaris|loon|l[oö]n|l[oø]nn?|palkka|wynagrodzenie|vencimento|mzda|v[yý]plata|munkab[eé]r)\b|зарплат|заработная/i;

type Evidence = {
  negatives: number;
  positives: number;
  paymentsDown: number;
  paymentsUp: number;
  earnedDown: number;
  earnedUp: number;
};

/**
 * Card exports often list purchases as positive, and so do some apps. The mark of it: the negative rows are the payments,
 * refunds and wages, while the positive ones are not.
 */
export function byCard(
  context: SignContext,
  values: readonly (bigint | undefined)[],
  proof: BalanceProof | undefined,
): SignChoice | undefined {
  const isCard = CARD.test(plainWords(context.about));
  if (!isCard && proof !== undefined && isProven(proof)) return undefined;
  const seen = evidenceOf(context, values, isCard ? PAID_IN : PAID_OR_REFUNDED);
  const { negatives, positives, paymentsUp, earnedUp } = seen;
  if (negatives > 0) {
    return (
      byPayments(context, values, { ...seen, isCard }) ?? byEarnings(seen) ?? byMost(context, values, isCard)
    );
  }
  if (!isCard || positives < 2 || paymentsUp > positives * 0.2 || earnedUp > 0) return undefined;
  const reason = 'A card without a minus anywhere lists what was spent.';
  return { sign: 'positive_out', confidence: 0.6, reason };
}

function byPayments(
  context: SignContext,
  values: readonly (bigint | undefined)[],
  seen: Evidence & { isCard: boolean },
): SignChoice | undefined {
  const { isCard, negatives, positives, paymentsDown, paymentsUp, earnedUp } = seen;
  const upIsSpent = paymentsUp <= positives * 0.2 && earnedUp === 0;
  const enough = isCard ? negatives * 0.5 : negatives;
  if (!upIsSpent || negatives > positives || paymentsDown < enough) return undefined;
  const isPaid = isCard || evidenceOf(context, values, CARD_PAID).paymentsDown > 0;
  if (!isPaid && positives < 3) return undefined;
  const reason = 'Purchases stand as positive amounts; only payments and refunds are negative.';
  const confidence = isCard ? 0.9 : isPaid && positives >= 2 ? 0.6 : 0.45;
  return { sign: 'positive_out', confidence, reason };
}

function byEarnings(seen: Evidence): SignChoice | undefined {
  const { negatives, positives, paymentsDown, earnedDown, earnedUp } = seen;
  const isTurned = earnedDown > 0 && earnedUp === 0 && earnedDown + paymentsDown >= negatives;
  if (!isTurned || positives === 0) return undefined;
  const reason = 'What was earned stands as negative amounts.';
  return { sign: 'positive_out', confidence: 0.45, reason };
}

/** A card is used more often than it is paid. */
function byMost(
  context: SignContext,
  values: readonly (bigint | undefined)[],
  isCard: boolean,
): SignChoice | undefined {
  if (!isCard || !isMostlyUp(evidenceOf(context, values, PAID_OR_REFUNDED))) return undefined;
  const reason = 'Most amounts of a card are positive, and most of what a card does is spending.';
  return { sign: 'positive_out', confidence: 0.6, reason };
}

function isMostlyUp({ negatives, positives, paymentsUp, earnedUp }: Evidence): boolean {
  return positives >= 3 && positives > negatives * 2 && paymentsUp <= positives * 0.2 && earnedUp === 0;
}

/**
 * Whether minus may stand for money in after all: all negative rows are called payments, or they are few and nothing
 * is called earned. Households spend more often than they are paid.
 */
export function mayBeCard(context: SignContext, values: readonly (bigint | undefined)[]): boolean {
  const seen = evidenceOf(context, values, PAID_IN);
  const { negatives, positives, paymentsDown, paymentsUp, earnedUp } = seen;
  // Payments are called so on both sides of the money; thanks and refunds are not.
  if (isMostlyUp(evidenceOf(context, values, PAID_OR_REFUNDED))) return true;
  return (
    positives >= 2 && negatives <= positives && paymentsDown === negatives && paymentsUp + earnedUp === 0
  );
}

function evidenceOf(
  context: SignContext,
  values: readonly (bigint | undefined)[],
  payment: RegExp,
): Evidence {
  const seen: Evidence = {
    negatives: 0,
    positives: 0,
    paymentsDown: 0,
    paymentsUp: 0,
    earnedDown: 0,
    earnedUp: 0,
  };
  const texts = (['payee', 'memo', 'kind', 'category'] as const).flatMap((role) =>
    columnsOf(context.roles, role),
  );
  for (const [index, row] of context.facts.rows.entries()) {
    const value = values[index];
    const record = context.grid.records[row];
    if (value === undefined || value === 0n || record === undefined) continue;
    const says = (words: RegExp) => texts.some((column) => words.test(record.cells[column] ?? ''));
    const [isPayment, isEarned] = [says(payment), says(EARNED)];
    if (value < 0n) {
      seen.negatives += 1;
      if (isPayment) seen.paymentsDown += 1;
      else if (isEarned) seen.earnedDown += 1;
    } else {
      seen.positives += 1;
      if (isPayment) seen.paymentsUp += 1;
      else if (isEarned) seen.earnedUp += 1;
    }
  }
  return seen;
}
