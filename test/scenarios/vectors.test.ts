import { readdirSync } from "node:fs";
import path from "node:path";
import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { readScenario } from "../../scripts/scenario/readScenario";
import { shiftScenario } from "../../scripts/scenario/shiftScenario";
import { deployed } from "../support/deployed";
import { onFreshChain } from "../support/onFreshChain";
import { replay } from "../support/replay";

const folder = path.join(__dirname, "vectors");

describe("recorded scenarios", () => {
  onFreshChain();

  for (const file of readdirSync(folder).filter((name) => name.endsWith(".json"))) {
    it(`reproduces ${file} exactly`, async () => {
      const contracts = await loadFixture(deployed);
      const scenario = readScenario(path.join(folder, file));
      expect(await replay(contracts, scenario)).to.have.length(scenario.ops.length);
    });
  }

  it("reproduces the scenario of npm start exactly", async () => {
    const scenario = readScenario(path.join(__dirname, "../../scripts/local/scenario.json"));
    const future = shiftScenario(scenario, 520);
    expect(await replay(await loadFixture(deployed), future)).to.have.length(scenario.ops.length);
  });

  // Invariant 6.
  it("keeps every second's last weights as they were, when read at the end", async () => {
    const contracts = await loadFixture(deployed);
    const scenario = readScenario(path.join(folder, "scenario-5.json"));
    await replay(contracts, scenario);
    const addresses = contracts.accounts.slice(1, scenario.accounts + 1);
    const lastOfSecond = scenario.ops.filter((step, index) => scenario.ops[index + 1]?.t !== step.t);
    for (const { t, weights, totalWeight } of lastOfSecond) {
      const read = await Promise.all(addresses.map((account) => contracts.stakeWeight.weightAt(account, t)));
      expect(read).to.deep.equal(weights);
      expect(await contracts.stakeWeight.totalWeightAt(t)).to.equal(totalWeight);
    }
  });
});
