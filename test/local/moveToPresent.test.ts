import path from "node:path";
import { expect } from "chai";
import { moveToPresent } from "../../scripts/local/moveToPresent";
import { readScenario } from "../../scripts/scenario/readScenario";

const week = 604_800;

describe("moveToPresent", () => {
  const scenario = readScenario(path.join(__dirname, "../../scripts/local/scenario.json"));
  const end = scenario.ops.at(-1)!.t;

  for (const [title, now, weeks] of [
    ["leaves a scenario that ends now", end, 0],
    ["leaves a scenario that ended within the week", end + week - 1, 0],
    ["moves a scenario of the past on", end + 3 * week, 3],
    ["moves a scenario that is not over back", end - 1, -1],
  ] as const) {
    it(title, () => {
      const moved = moveToPresent(scenario, now);
      expect(moved.weeks).to.equal(weeks);
      expect(moved.scenario.ops.at(-1)!.t)
        .to.equal(end + weeks * week)
        .and.to.be.within(now - week, now);
    });
  }

  it("begins a scenario that is too long as early as a chain can", () => {
    const moved = moveToPresent(scenario, 1000);
    expect(moved.scenario.start).to.be.within(week, 2 * week + 86_400);
  });
});
