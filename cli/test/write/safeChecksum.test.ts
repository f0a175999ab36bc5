import { expect } from "chai";
import { safeChecksum } from "../../src/write/safeChecksum.js";

/** A batch as the Transaction Builder itself exported it, with its checksum. */
const exported = {
  version: "1.0",
  chainId: "1",
  createdAt: 1761326849944,
  meta: {
    name: "Transactions Batch",
    description: "",
    txBuilderVersion: "1.18.2",
    createdFromSafeAddress: "0xA77DE01e157f9f57C7c4A326eeE9C4874D0598b6",
    createdFromOwnerAddress: "",
    checksum: "0x8b5032f716845c8b08bab3d63dbd9ba92e056f3557793cd041e59b84e16aa989",
  },
  transactions: [
    {
      to: "0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48",
      value: "0",
      data: null,
      contractMethod: {
        inputs: [
          { internalType: "address", name: "spender", type: "address" },
          { internalType: "uint256", name: "value", type: "uint256" },
        ],
        name: "approve",
        payable: false,
      },
      contractInputsValues: { spender: "0x474e5Ded6b5D078163BFB8F6dBa355C3aA5478C8", value: "100000000000" },
    },
  ],
};

describe("safeChecksum", () => {
  it("is the one that the Transaction Builder writes", () => {
    expect(safeChecksum(exported)).to.equal(exported.meta.checksum);
  });

  it("does not depend on the batch's name", () => {
    const renamed = { ...exported, meta: { ...exported.meta, name: "Another" } };
    expect(safeChecksum(renamed)).to.equal(exported.meta.checksum);
  });

  it("depends on everything else", () => {
    const elsewhere = { ...exported, chainId: "10" };
    expect(safeChecksum(elsewhere)).to.not.equal(exported.meta.checksum);
  });
});
