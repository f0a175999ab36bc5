import { ZeroAddress } from "ethers";
import type { ConfigurationStruct } from "../../typechain-types/contracts/nodes/PerformanceOracle";
import type { Parameters } from "./parameters";

/** The configuration that the PerformanceOracle begins with, as the contract takes it. */
export function initialConfiguration(measurement: Parameters["measurement"]): ConfigurationStruct {
  const { uptimeWeight, latencyWeight, goodLatencyMs, badLatencyMs, confinement, promotion, activeFloor } = measurement;
  const { baseBps, reservedBps, shareCapBps, slashBps, equivocationSlashBps, committee } = measurement;
  return {
    score: { uptimeWeight, latencyWeight, goodLatencyMs, badLatencyMs },
    thresholds: { confinement, promotion, activeFloor },
    pay: { baseBps, reservedBps, shareCapBps, slashBps, equivocationSlashBps },
    committee: committee.map(({ reporter, operator }) => ({ reporter, operator: operator ?? ZeroAddress })),
  };
}
