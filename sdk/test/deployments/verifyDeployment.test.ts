import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { findDeployment, verifyDeployment, WrongCodeError } from "../../src/deployments/index.js";
import { rejection } from "../support/rejection.js";
import { useChain } from "../support/chain.js";

describe("verifyDeployment", () => {
  const chain = useChain();
  const recorded = findDeployment(31_337);

  it("accepts what the deploy scripts deployed", async () => {
    await verifyDeployment({ provider: chain().provider, deployment: recorded });
  });

  it("refuses an address without code", async () => {
    const StakeWeight = { ...recorded.contracts.StakeWeight!, address: ZeroAddress };
    const deployment = { ...recorded, contracts: { ...recorded.contracts, StakeWeight } };
    const error = await rejection(verifyDeployment({ provider: chain().provider, deployment }));
    expect(error).to.be.instanceOf(WrongCodeError);
    expect(error.message).to.equal(`there is no contract at ${ZeroAddress}, where StakeWeight should be`);
  });

  it("refuses the code of another contract", async () => {
    const StakeWeight = { ...recorded.contracts.StakeWeight!, address: recorded.contracts.WCT!.address };
    const deployment = { ...recorded, contracts: { ...recorded.contracts, StakeWeight } };
    const error = await rejection(verifyDeployment({ provider: chain().provider, deployment }));
    expect(error).to.be.instanceOf(WrongCodeError);
    expect(error).to.deep.include({
      contract: "StakeWeight",
      codeHash: recorded.contracts.WCT!.codeHash,
      expected: recorded.contracts.StakeWeight!.codeHash,
    });
  });
});
