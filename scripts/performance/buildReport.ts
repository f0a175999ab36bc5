import { getAddress, keccak256 } from "ethers";
import { encodeMeasurements } from "./encodeMeasurements";
import { hashConfiguration } from "./hashConfiguration";
import { hashSeatedSet } from "./hashSeatedSet";
import { RepeatedNode, UnknownNode } from "./ReportError";
import {
  type Configuration,
  type Entry,
  NO_DATA,
  type Phase,
  type Report,
  type Reporter,
  type SeatedSet,
} from "./types";

/**
 * The report of what was measured, and its data. Nodes that were not measured have no data, neither has the reporter's
 * own. Throws a {@link ReportError} for nodes that were not seated and for what cannot be.
 */
export function buildReport(options: {
  epoch: bigint;
  phase: Phase;
  reporter: Pick<Reporter, "address" | "operator">;
  set: SeatedSet;
  configuration: Configuration;
  /** By operator. */
  measurements: ReadonlyMap<string, Entry>;
}): { report: Report; data: string } {
  const { epoch, phase, reporter, set, configuration } = options;
  const operators = set.operators.map((operator) => getAddress(operator));
  const measured = byAddress(options.measurements);
  for (const operator of measured.keys()) {
    if (!operators.includes(operator)) throw new UnknownNode({ operator });
  }
  measured.delete(getAddress(reporter.operator));
  const data = encodeMeasurements({
    operators,
    entries: operators.map((operator) => measured.get(operator) ?? NO_DATA),
  });
  const report = {
    epoch,
    phase,
    reporter: getAddress(reporter.address),
    setHash: hashSeatedSet(set),
    configurationHash: hashConfiguration(configuration),
    dataHash: keccak256(data),
  };
  return { report, data };
}

function byAddress(measurements: ReadonlyMap<string, Entry>): Map<string, Entry> {
  const measured = new Map<string, Entry>();
  for (const [account, entry] of measurements) {
    const operator = getAddress(account);
    if (measured.has(operator)) throw new RepeatedNode({ operator });
    measured.set(operator, entry);
  }
  return measured;
}
