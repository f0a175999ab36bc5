import type { Configuration } from "../../performance/types";
import { expectSame } from "../Deviation";

const ONE = 10n ** 18n;

/** The rules of the measurement by the design; who is in the committee is up to the deployment. */
const rules: Omit<Configuration, "committee"> = {
  score: { uptimeWeight: ONE, latencyWeight: ONE, goodLatencyMs: 250n, badLatencyMs: 2_000n },
  thresholds: { confinement: (ONE * 8n) / 10n, promotion: (ONE * 9n) / 10n, activeFloor: 11n },
  pay: { baseBps: 5_000n, reservedBps: 5_000n, shareCapBps: 1_000n, slashBps: 10n, equivocationSlashBps: 100n },
};

/** The rules that the chain has, against those of the design. */
export function expectRules(configuration: Configuration): void {
  for (const group of ["score", "thresholds", "pay"] as const) {
    const found = new Map(Object.entries<bigint>({ ...configuration[group] }));
    for (const [name, value] of Object.entries<bigint>({ ...rules[group] })) {
      expectSame(`the parameter ${name}`, value, found.get(name));
    }
  }
}
