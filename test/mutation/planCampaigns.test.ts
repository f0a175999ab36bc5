import path from "node:path";
import { expect } from "chai";
import { planCampaigns } from "../../scripts/mutation/planCampaigns";
import { targets } from "../../scripts/mutation/targets";

const root = path.join(__dirname, "..", "..");
const bridge = targets.filter(({ name }) => name === "bridge");

describe("planCampaigns", () => {
  it("compiles before it asks what the code's hash is, and draws a sample", async () => {
    const steps: string[] = [];
    const { campaigns, all } = await planCampaigns({
      root,
      targets: bridge,
      size: 3,
      seed: 1,
      compile: async () => {
        await Promise.resolve();
        steps.push("compile");
      },
      hashOf: (product) => {
        steps.push(product);
        return "0x01";
      },
    });
    expect(steps).to.deep.equal(["compile", "LegacyStakeWeightBridge"]);
    expect(campaigns.map(({ codeHash, mutants }) => [codeHash, mutants.length])).to.deep.equal([["0x01", 3]]);
    expect(all.get(bridge[0]!)!.length).to.be.above(3);
  });

  it("ends where the contracts do not compile", async () => {
    const compile = () => Promise.reject(new Error("the contracts do not compile"));
    const plan = planCampaigns({ root, targets: bridge, size: 3, seed: 1, compile, hashOf: () => "0x01" });
    await expect(plan).to.be.rejectedWith("the contracts do not compile");
  });
});
