import { ONE } from "./score";
import type { PayTerms } from "./types";

/** 1 in basis points. */
const BPS = 10_000n;

/** A node that is paid for an epoch. */
export interface PaidNode {
  /** At the opening, in wei. */
  weight: bigint;
  /** At the opening; otherwise it was Reserved. */
  isActive: boolean;
  /** Whether it is paid at all: not if it was confined or spared, or has no score. */
  isPaid: boolean;
  /** In 1e18 fixed point; read only if it is paid. */
  score: bigint;
}

/**
 * What each node earns of `budget` wei:
 *
 *     B · min(w / Σw, cap) · f · (α + (1 − α) · performance),   rounded down once
 *
 * with Σw over all nodes given, those seated at the opening.
 */
export function pay(options: { budget: bigint; terms: PayTerms; nodes: readonly PaidNode[] }): bigint[] {
  const { budget, terms, nodes } = options;
  const totalWeight = nodes.reduce((sum, { weight }) => sum + weight, 0n);
  return nodes.map(({ weight, isActive, isPaid, score }) => {
    if (!isPaid || totalWeight === 0n) return 0n;
    const isCapped = weight * BPS > totalWeight * terms.shareCapBps;
    const [share, whole] = isCapped ? [terms.shareCapBps, BPS] : [weight, totalWeight];
    const status = isActive ? BPS : terms.reservedBps;
    const performance = terms.baseBps * ONE + (BPS - terms.baseBps) * score;
    return (budget * share * status * performance) / (whole * BPS * BPS * ONE);
  });
}
