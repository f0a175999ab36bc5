import { expect } from "chai";
import { ZeroHash } from "ethers";
import {
  findDeployment,
  InvalidDeploymentError,
  listDeployments,
  parseDeployment,
  register,
  UnknownChainError,
} from "../../src/deployments/index.js";
import { recordedDeployments } from "../../src/generated/deployments.js";

const token = { address: "0x5fbdb2315678afecb367f032d93f642f64180aa3", block: 7, codeHash: ZeroHash };

describe("deployments", () => {
  describe("findDeployment", () => {
    it("knows the local chain, with all contracts", () => {
      const { name, contracts } = findDeployment(31_337);
      expect(name).to.equal("local");
      expect(Object.keys(contracts)).to.include.members(["WCT", "StakeWeight", "WCTGovernor", "WalletRewards"]);
    });

    it("has recorded what registering would accept as it is", () => {
      expect(recordedDeployments.map(parseDeployment)).to.deep.equal(recordedDeployments);
    });

    it("tells which chains it knows instead", () => {
      expect(() => findDeployment(424_242))
        .to.throw(UnknownChainError, "no deployment is registered for chain 424242 (registered: 31337")
        .with.property("chainId", 424_242);
    });
  });

  describe("register", () => {
    it("makes a deployment known, with addresses in their checksummed form", () => {
      register({ chainId: 999_001, name: "own", contracts: { WCT: token } });
      const { contracts } = findDeployment(999_001);
      expect(contracts.WCT).to.deep.equal({ ...token, address: "0x5FbDB2315678afecb367f032d93F642f64180aa3" });
      expect(listDeployments().map(({ chainId }) => chainId)).to.include.members([31_337, 999_001]);
    });

    it("replaces what was registered for the chain before", () => {
      register({ chainId: 999_002, name: "first", contracts: {} });
      register({ chainId: 999_002, name: "second", contracts: {} });
      expect(findDeployment(999_002).name).to.equal("second");
    });
  });

  describe("parseDeployment", () => {
    const cases: [what: string, input: unknown, issue: string][] = [
      ["an address that is none", { WCT: { ...token, address: "0x12" } }, "contracts.WCT.address: not an address"],
      ["a negative block", { WCT: { ...token, block: -1 } }, "contracts.WCT.block"],
      ["a hash of another length", { WCT: { ...token, codeHash: "0x12" } }, "contracts.WCT.codeHash"],
      ["a contract that does not exist", { Wct: token }, "contracts"],
      ["a field that does not exist", { WCT: { ...token, blok: 1 } }, "contracts.WCT"],
    ];
    for (const [what, contracts, issue] of cases) {
      it(`refuses ${what}`, () => {
        expect(() => parseDeployment({ chainId: 1, name: "own", contracts })).to.throw(InvalidDeploymentError, issue);
      });
    }

    it("refuses a chain id of 0, and what is no object", () => {
      expect(() => parseDeployment({ chainId: 0, name: "own", contracts: {} })).to.throw(
        InvalidDeploymentError,
        "chainId",
      );
      expect(() => parseDeployment("own")).to.throw(InvalidDeploymentError, "not a deployment: it: ");
    });
  });
});
