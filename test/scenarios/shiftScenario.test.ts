import path from "node:path";
import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { readScenario } from "../../scripts/scenario/readScenario";
import { shiftScenario } from "../../scripts/scenario/shiftScenario";
import { deployed } from "../support/deployed";
import { onFreshChain } from "../support/onFreshChain";
import { replay } from "../support/replay";

describe("shiftScenario", () => {
  onFreshChain();

  const scenario = readScenario(path.join(__dirname, "vectors", "scenario-5.json"));

  it("moves every time, and nothing else", () => {
    const shifted = shiftScenario(scenario, -3);
    const seconds = 3 * 604_800;
    expect(shifted.start).to.equal(scenario.start - seconds);
    for (const [index, step] of scenario.ops.entries()) {
      const { t, op, position, args, ...rest } = shifted.ops[index]!;
      expect(t).to.equal(step.t - seconds);
      expect(op).to.equal(step.op);
      if (step.op === "fund") expect(args).to.deep.equal([step.args[0] - BigInt(seconds), step.args[1]]);
      else expect(args).to.deep.equal(step.args);
      const unlockEnd = step.position?.unlockEnd ? step.position.unlockEnd - seconds : 0;
      expect(position).to.deep.equal(step.position && { ...step.position, unlockEnd });
      expect(step).to.deep.include(rest);
    }
  });

  it("is undone by the opposite shift", () => {
    expect(shiftScenario(shiftScenario(scenario, 7), -7)).to.deep.equal(scenario);
  });

  it("changes no result", async () => {
    await replay(await loadFixture(deployed), shiftScenario(scenario, 11));
  });

  it("refuses anything but whole weeks, and times before 1970", () => {
    expect(() => shiftScenario(scenario, 0.5)).to.throw(RangeError, "by whole weeks, not by 0.5");
    expect(() => shiftScenario(scenario, -4000)).to.throw(RangeError, "before 1970");
  });
});
