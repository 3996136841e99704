/** What a running balance proves about the amounts beside it, over the whole file. */
export type BalanceProof = {
  order: 'oldest_first' | 'newest_first';
  /** Steps where the balance moved by the amount as signed in the file. */
  plus: number;
  /** Steps where it moved by the opposite. */
  minus: number;
  /** Steps where it moved by the amount in either direction. */
  either: number;
  tested: number;
  /** The other order fits as well. */
  isTied?: true;
};

export type BalanceRow = { account: string; amount: bigint | undefined; balance: bigint | undefined };

/**
 * Follows the balance down the file and up the file, account by account, and hands back the order that fits better. Where
 * every amount is the same, both fit: a minus then means money out, and without one the order of the days decides.
 */
export function proveByBalance(rows: readonly BalanceRow[], byDays?: BalanceProof['order']): BalanceProof {
  const down = follow(rows, 'oldest_first');
  const up = follow(rows, 'newest_first');
  if (fit(up) !== fit(down)) return fit(up) > fit(down) ? up : down;
  const isSigned = rows.some((row) => (row.amount ?? 0n) < 0n);
  const isUp = isSigned && up.plus !== down.plus ? up.plus > down.plus : byDays === 'newest_first';
  return { ...(isUp ? up : down), isTied: true };
}

/** Whether the proof is worth believing. */
export function isProven(proof: BalanceProof): boolean {
  return Math.max(proof.plus, proof.minus) >= Math.max(1, proof.tested * 0.6);
}

function fit(proof: BalanceProof): number {
  return Math.max(proof.plus, proof.minus) * 2 + proof.either;
}

type Trail = { balance: bigint | undefined; sum: bigint; steps: number };

function follow(rows: readonly BalanceRow[], order: BalanceProof['order']): BalanceProof {
  const proof: BalanceProof = { order, plus: 0, minus: 0, either: 0, tested: 0 };
  const trails = new Map<string, Trail>();
  for (const row of rows) {
    const trail = trails.get(row.account) ?? { balance: undefined, sum: 0n, steps: 0 };
    trails.set(row.account, trail);
    if (order === 'oldest_first') step(trail, row.amount);
    if (row.balance !== undefined) {
      if (trail.balance !== undefined) {
        const moved = order === 'oldest_first' ? row.balance - trail.balance : trail.balance - row.balance;
        judge(proof, moved, trail);
      }
      trail.balance = row.balance;
      trail.sum = 0n;
      trail.steps = 0;
    }
    if (order === 'newest_first') step(trail, row.amount);
  }
  return proof;
}

function step(trail: Trail, amount: bigint | undefined): void {
  trail.sum += amount ?? 0n;
  trail.steps += 1;
}

function judge(proof: BalanceProof, moved: bigint, trail: Trail): void {
  if (trail.sum === 0n) return;
  proof.tested += 1;
  if (moved === trail.sum) proof.plus += 1;
  if (moved === -trail.sum) proof.minus += 1;
  if (trail.steps === 1 && (moved === trail.sum || moved === -trail.sum)) proof.either += 1;
}
