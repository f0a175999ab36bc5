import type { NodeContracts } from "../chain/contracts";
import type { Configuration } from "./types";

/** The configuration in force in `epoch`, as the plain objects that are hashed and signed. */
export async function readConfiguration(options: {
  oracle: NodeContracts["oracle"];
  epoch: bigint;
}): Promise<Configuration> {
  const { oracle, epoch } = options;
  const { score, thresholds, pay, committee } = await oracle.configurationAt(epoch);
  return {
    score: {
      uptimeWeight: score.uptimeWeight,
      latencyWeight: score.latencyWeight,
      goodLatencyMs: score.goodLatencyMs,
      badLatencyMs: score.badLatencyMs,
    },
    thresholds: {
      confinement: thresholds.confinement,
      promotion: thresholds.promotion,
      activeFloor: thresholds.activeFloor,
    },
    pay: {
      baseBps: pay.baseBps,
      reservedBps: pay.reservedBps,
      shareCapBps: pay.shareCapBps,
      slashBps: pay.slashBps,
      equivocationSlashBps: pay.equivocationSlashBps,
    },
    committee: committee.map(({ reporter, operator }) => ({ reporter, operator })),
  };
}
