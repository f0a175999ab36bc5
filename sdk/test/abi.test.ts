import type { Abi, ExtractAbiErrorNames, ExtractAbiEventNames, ExtractAbiFunctionNames } from "abitype";
import { expect } from "chai";
import type { ContractName } from "../src/deployments/index.js";
import { stakeWeightAbi, wctAbi } from "../src/abi.js";
import { errorDefinitions } from "../src/generated/errors.js";
import { abis } from "./support/abis.js";

describe("the ABIs", () => {
  it("are typed as viem and wagmi expect them, by their literal names", () => {
    const abi = stakeWeightAbi satisfies Abi;
    const read: ExtractAbiFunctionNames<typeof abi, "view"> = "weightOf";
    const event: ExtractAbiEventNames<typeof abi> = "UnlockInitiated";
    const error: ExtractAbiErrorNames<typeof abi> = "PresetTooShort";
    // @ts-expect-error The token has none.
    const missing: ExtractAbiFunctionNames<typeof wctAbi> = "weightOf";
    expect(abi.map((entry) => ("name" in entry ? entry.name : ""))).to.include.members([read, event, error, missing]);
  });

  it("have the errors that are explained, and no others", () => {
    for (const [name, abi] of Object.entries(abis)) {
      const errors = abi.filter(({ type }) => type === "error");
      expect(errorDefinitions[name as ContractName].abi).to.deep.equal(errors);
    }
  });
});
