import { concat, toBeHex } from "ethers";
import type { NodeScore } from "./scoreNodes";

/**
 * The medians as the oracle takes them, which proves them instead of searching: per node uptime (8 bytes) and latency
 * (4 bytes), all big-endian; zeros where there is not enough data.
 */
export function packMedians(scores: readonly Pick<NodeScore, "medians">[]): string {
  return concat(
    scores.flatMap(({ medians }) => [toBeHex(medians?.uptime ?? 0n, 8), toBeHex(medians?.latencyMs ?? 0n, 4)]),
  );
}
