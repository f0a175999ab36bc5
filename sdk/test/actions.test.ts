import { expect } from "chai";
import * as sdk from "../src/index.js";
import { abis } from "./support/abis.js";

/** Where the actions of each contract are exported. */
const namespaces: Record<string, Record<string, unknown>> = {
  WCT: sdk.token,
  StakeWeight: sdk.staking,
  RewardDistributor: sdk.rewards,
  Timelock: sdk.timelock,
  WCTGovernor: sdk.governance,
  NodeIdentities: sdk.identities,
  NodeRegistry: sdk.registry,
  NodeRewards: sdk.nodeRewards,
  PerformanceOracle: sdk.oracle,
  WalletRewards: sdk.wallets,
  LegacyStakeWeightBridge: sdk.migration,
};

/** What only a contract calls, or an implementation once. */
const leftOut = ["initialize", "onERC1155BatchReceived", "onERC1155Received", "onERC721Received"];

function actionName(name: string): string {
  return /^[A-Z0-9_]+$/.test(name)
    ? name.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
    : name;
}

describe("actions", () => {
  for (const [contract, abi] of Object.entries(abis)) {
    it(`there is one for every function of ${contract}`, () => {
      const functions = abi.filter(({ type, name }) => type === "function" && !leftOut.includes(name!));
      const missing = functions.filter(({ name }) => typeof namespaces[contract]![actionName(name!)] !== "function");
      expect(functions).not.to.be.empty;
      expect(missing).to.deep.equal([]);
    });
  }
});
