import { expect } from "chai";
import { keccak256, ZeroAddress } from "ethers";
import { buildReport } from "../../scripts/performance/buildReport";
import { decodeMeasurements } from "../../scripts/performance/decodeMeasurements";
import { hashConfiguration } from "../../scripts/performance/hashConfiguration";
import { hashSeatedSet } from "../../scripts/performance/hashSeatedSet";
import { RepeatedNode, SuccessesAboveProbes, UnknownNode } from "../../scripts/performance/ReportError";
import { type Entry, NO_DATA, Phase } from "../../scripts/performance/types";
import { addressOf, committee, configuration, EPOCH_MEASURED, everywhere, good, peersOf, seated } from "./fixture";
import { raises } from "./raises";

const set = seated(2, 1);
const [first, second, third] = set.operators as [string, string, string];

function build(measurements: ReadonlyMap<string, Entry>, reporter = committee[1]!) {
  const built = buildReport({ epoch: EPOCH_MEASURED, phase: Phase.One, reporter, set, configuration, measurements });
  return { ...built, entries: decodeMeasurements({ operators: set.operators, data: built.data }) };
}

describe("buildReport", () => {
  it("says what was measured, of which set, by which configuration", () => {
    const { report, data, entries } = build(everywhere(set, good));
    expect(report).to.deep.equal({
      epoch: EPOCH_MEASURED,
      phase: Phase.One,
      reporter: committee[1]!.address,
      setHash: hashSeatedSet(set),
      configurationHash: hashConfiguration(configuration),
      dataHash: keccak256(data),
    });
    expect(entries).to.deep.equal([good, good, good]);
  });

  it("has no data on nodes that were not measured", () => {
    expect(build(new Map([[second, good]])).entries).to.deep.equal([NO_DATA, good, NO_DATA]);
    expect(build(new Map([[third, NO_DATA]])).entries).to.deep.equal([NO_DATA, NO_DATA, NO_DATA]);
  });

  it("has no data on the node of the committee member's operator", () => {
    expect(build(everywhere(set, good), committee[0]).entries).to.deep.equal([NO_DATA, good, good]);
  });

  it("has no data on the peer's own node", () => {
    const { reporters } = peersOf(set);
    expect(build(everywhere(set, good), reporters[2]).entries).to.deep.equal([good, good, NO_DATA]);
  });

  it("has data on all nodes if the member is independent", () => {
    const reporter = { ...committee[1]!, operator: ZeroAddress };
    expect(build(everywhere(set, good), reporter).entries).to.deep.equal([good, good, good]);
  });

  it("knows operators in lower case", () => {
    expect(build(new Map([[first.toLowerCase(), good]])).entries).to.deep.equal([good, NO_DATA, NO_DATA]);
  });

  it("refuses a node that was not seated", () => {
    const operator = addressOf("stranger");
    raises(UnknownNode, { operator }, () => build(new Map([[operator, good]])));
  });

  it("refuses two measurements of one node", () => {
    raises(RepeatedNode, { operator: first }, () =>
      build(
        new Map([
          [first, good],
          [first.toLowerCase(), good],
        ]),
      ),
    );
  });

  it("refuses what cannot be", () => {
    const measurement = { successes: 2n, probes: 1n, latencySumMs: 0n };
    raises(SuccessesAboveProbes, { operator: second, successes: 2n, probes: 1n }, () =>
      build(new Map([[second, measurement]])),
    );
  });
});
