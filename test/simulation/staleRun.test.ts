import { expect } from "chai";
import { staleRun } from "../../scripts/simulation/figure";
import { simulationSources } from "../../scripts/simulation/simulationHash";

describe("the record of the simulation", () => {
  const now = { codeHash: "0xaa", simulationHash: "0xbb" };

  it("is fresh as long as the contracts and the simulation are those of the run", () => {
    expect(staleRun(now, now)).to.deep.equal([]);
  });

  it("is stale with other contracts, or another simulation", () => {
    expect(staleRun({ ...now, codeHash: "0x" }, now)).to.deep.equal(["the contracts have changed since the run"]);
    expect(staleRun({ ...now, simulationHash: "0x" }, now)).to.deep.equal(["the simulation has changed since the run"]);
  });

  it("depends on what lives, what is compared and the references, and not on how it is shown", () => {
    const sources = simulationSources();
    expect(sources).to.include.members([
      "scripts/performance/confine.ts",
      "scripts/simulation/Simulation.ts",
      "scripts/simulation/checks/checkVotes.ts",
      "scripts/simulation/model/StakeModel.ts",
      "scripts/simulation/nodes/expectNodes.ts",
      "scripts/simulation/stakers/population.ts",
      "scripts/simulation/wallets/WalletPay.ts",
    ]);
    expect(sources.filter((file) => /report|Progress|record\.ts$/.test(file))).to.deep.equal([]);
  });
});
