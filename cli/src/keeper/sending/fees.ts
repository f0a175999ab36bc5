/** What a transaction offers per gas, in wei. Where blocks have no base fee, both are the gas price. */
export interface Fees {
  maxFeePerGas: bigint;
  maxPriorityFeePerGas: bigint;
}

/** By how much a replacement outbids what it replaces. Nodes ask for at least 10 %. */
const OUTBID_PERCENT = 25n;

/** The fees of a first try: enough for six full blocks in a row, after each of which the base fee is 12.5 % higher. */
export function firstFees({ baseFee, priorityFee }: { baseFee: bigint; priorityFee: bigint }): Fees {
  return { maxFeePerGas: baseFee * 2n + priorityFee, maxPriorityFeePerGas: priorityFee };
}

/** The fees of a replacement: above those that it replaces, and no less than what a first try would offer now. */
export function outbid(replaced: Fees, now: Fees): Fees {
  return {
    maxFeePerGas: larger(raised(replaced.maxFeePerGas), now.maxFeePerGas),
    maxPriorityFeePerGas: larger(raised(replaced.maxPriorityFeePerGas), now.maxPriorityFeePerGas),
  };
}

/**
 * The fees within a cap; undefined if they do not fit: for a first try if not even the base fee does, for a replacement if it
 * would not outbid.
 */
export function capped(fees: Fees, options: { cap: bigint; least: bigint }): Fees | undefined {
  const { cap, least } = options;
  if (least > cap) return undefined;
  const maxFeePerGas = fees.maxFeePerGas < cap ? fees.maxFeePerGas : cap;
  const { maxPriorityFeePerGas } = fees;
  return {
    maxFeePerGas,
    maxPriorityFeePerGas: maxPriorityFeePerGas < maxFeePerGas ? maxPriorityFeePerGas : maxFeePerGas,
  };
}

/** The least fee by which a replacement of `fee` is taken. */
export function raised(fee: bigint): bigint {
  // Rounded up and by 1 wei at least: from 0, too, it has to rise.
  return fee + larger((fee * OUTBID_PERCENT + 99n) / 100n, 1n);
}

function larger(one: bigint, other: bigint): bigint {
  return one > other ? one : other;
}
