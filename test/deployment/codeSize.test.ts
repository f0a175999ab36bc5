import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { deployments, ethers } from "hardhat";
import { deployed } from "../support/deployed";

/** The most that the design allows, in bytes. */
const LIMIT = 20_000;

describe("deployed code", () => {
  it("has at most 20,000 bytes in every contract", async () => {
    await loadFixture(deployed);
    const sizes: Record<string, number> = {};
    for (const [name, { address }] of Object.entries(await deployments.all())) {
      sizes[name] = (await ethers.provider.getCode(address)).length / 2 - 1;
    }
    expect(Object.keys(sizes)).to.include.members(["StakeWeight_Implementation", "NodeRegistry_Implementation"]);
    for (const [name, size] of Object.entries(sizes)) expect(size, name).to.be.within(1, LIMIT);
  });
});
