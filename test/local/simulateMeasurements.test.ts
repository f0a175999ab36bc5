import { expect } from "chai";
import { type Condition, simulateMeasurements } from "../../scripts/local/simulateMeasurements";
import { averageLatencyMs, uptime } from "../../scripts/performance/score";
import type { Measurement } from "../../scripts/performance/types";

const nodes = Array.from({ length: 25 }, (_, index) => index + 1);
const operators = new Map(nodes.map((node) => [node, `operator ${node}`]));

function measure(options: { day?: number; member?: number; condition?: Condition } = {}): Measurement[] {
  const { day = 1, member = 1, condition = "well" } = options;
  const measured = simulateMeasurements({ day, member, operators, conditionOf: () => condition });
  expect([...measured.keys()]).to.deep.equal([...operators.values()]);
  return [...measured.values()] as Measurement[];
}

describe("simulateMeasurements", () => {
  it("says the same every time", () => {
    expect(measure()).to.deep.equal(measure());
  });

  it("lets every member see it a little differently", () => {
    const [first, second] = [measure({ member: 1 }), measure({ member: 2 })];
    expect(second.map(averageLatencyMs)).not.to.deep.equal(first.map(averageLatencyMs));
    expect(second.map(({ successes }) => successes)).not.to.deep.equal(first.map(({ successes }) => successes));
  });

  it("lets every day have its own luck", () => {
    expect(measure({ day: 2 })).not.to.deep.equal(measure({ day: 1 }));
  });

  it("gives every node a latency of its own", () => {
    expect(new Set(measure().map(averageLatencyMs)).size).to.be.above(20);
  });

  for (const day of [1, 2, 3, 4, 5, 6]) {
    it(`keeps nodes that are well on day ${day} far from failing`, () => {
      for (const measurement of measure({ day })) {
        expect(measurement.probes).to.equal(1_440n);
        expect(uptime(measurement)).to.be.within(97n * 10n ** 16n, 10n ** 18n);
        expect(averageLatencyMs(measurement)).to.be.within(50n, 430n);
      }
    });
  }

  it("lets a slow node answer always, but late", () => {
    for (const measurement of measure({ condition: "slow" })) {
      expect(uptime(measurement)).to.be.above(97n * 10n ** 16n);
      expect(averageLatencyMs(measurement)).to.be.within(1_200n, 1_300n);
    }
  });

  it("lets a node that is down answer half of the day, in its own time", () => {
    const well = measure();
    for (const [index, measurement] of measure({ condition: "down" }).entries()) {
      expect(uptime(measurement)).to.be.within(54n * 10n ** 16n, 55n * 10n ** 16n);
      expect(averageLatencyMs(measurement)).to.be.closeTo(averageLatencyMs(well[index]!), 1n);
    }
  });

  it("asks for the condition of each node by its number", () => {
    const asked: number[] = [];
    simulateMeasurements({ day: 1, member: 1, operators, conditionOf: (node) => (asked.push(node), "well") });
    expect(asked).to.deep.equal(nodes);
  });
});
