import { expect } from "chai";
import { codeHash, withoutMetadata } from "../../scripts/records/codeHash";
import { StakeWeight__factory } from "../../typechain-types";

describe("the hash of what contracts run", () => {
  it("leaves out the metadata, whose length stands at the end", () => {
    expect(withoutMetadata("0x6001600255aabbcc0003")).to.equal("0x6001600255");
    expect(withoutMetadata("0x60010000")).to.equal("0x6001");
  });

  it("leaves out the hash of the sources and nothing else", () => {
    const code = StakeWeight__factory.bytecode;
    const rest = withoutMetadata(code);
    expect(code.startsWith(rest)).to.equal(true);
    // CBOR: "ipfs" with a hash of 34 bytes, "solc" with three.
    expect((code.length - rest.length) / 2).to.equal(53);
  });

  it("differs for each contract, and for others together", () => {
    const hashes = [["StakeWeight"], ["RewardDistributor"], ["StakeWeight", "RewardDistributor"], undefined].map(
      (names) => codeHash(names),
    );
    expect(new Set(hashes).size).to.equal(hashes.length);
    expect(codeHash(["StakeWeight"])).to.equal(hashes[0]);
  });

  it("refuses a contract that is not deployed", () => {
    expect(() => codeHash(["Preset"])).to.throw("Preset is none of the contracts that are deployed");
  });
});
