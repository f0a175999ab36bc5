// Generated from the contracts by `npm run build`. Never edited.
import type { Deployment } from "../deployments/Deployment.js";

/** What is registered from the start. */
export const recordedDeployments: readonly Deployment[] = [
  {
    chainId: 31337,
    name: "local",
    contracts: {
      WCT: {
        address: "0x5FbDB2315678afecb367f032d93F642f64180aa3",
        block: 1,
        codeHash: "0x0c0cd50c695271c99a521b2274d0f2dbe8e0de9d4e74551d377e4cbdc21a885b",
      },
      StakeWeight: {
        address: "0x4826533B4897376654Bb4d4AD88B7faFD0C98528",
        block: 88,
        codeHash: "0xb1020779b11b369bcafc1d3ad0668c1706dd57a47c109a0bcf433fc4efe224b6",
      },
      RewardDistributor: {
        address: "0x0E801D84Fa97b50751Dbf25036d067dCf18858bF",
        block: 90,
        codeHash: "0xe30c8cf96bff91b80a2b24f44cdb7acb9ab917a1a39b471d13da9250dd55bf84",
      },
      Timelock: {
        address: "0x8f86403A4DE0BB5791fa46B8e795C547942fE4Cf",
        block: 91,
        codeHash: "0x8c9087bfadb982f78c5d286d6567309f3d15d6be853a8737b82ee45a0c61b145",
      },
      WCTGovernor: {
        address: "0x9d4454B023096f34B160D6B654540c56A1F81688",
        block: 92,
        codeHash: "0x4e2a575f79367e8626cb07cd2ccf07210cb8278539f6bcdc5a6c473b628953e0",
      },
      NodeIdentities: {
        address: "0xb7278A61aa25c888815aFC32Ad3cC52fF24fE575",
        block: 99,
        codeHash: "0x33f459ed8247f9ea8207b9de6ef8cc81b456b86e12728600044089194300d1ab",
      },
      NodeRegistry: {
        address: "0x82e01223d51Eb87e16A03E24687EDF0F294da6f1",
        block: 101,
        codeHash: "0xdde2281e576786c2b2363d15329736830db584de13f022a539a66a233a81f4d7",
      },
      NodeRewards: {
        address: "0x7969c5eD335650692Bc04293B07F5BF2e7A673C0",
        block: 103,
        codeHash: "0x860388006d6e1f2ec3b1fc73dc5dcdbbf205f52bc2cab6e51e41d17c6c76abf6",
      },
      PerformanceOracle: {
        address: "0xc351628EB244ec633d5f21fBD6621e1a683B1181",
        block: 105,
        codeHash: "0x560167f9ca8a78018e54c9726b9f42588f49346231f20411dad8fdad609c9d9f",
      },
      WalletRewards: {
        address: "0xcbEAF3BDe82155F56486Fb5a1072cb8baAf547cc",
        block: 107,
        codeHash: "0x91e19cf7ece6e66137f798383c0e0ec1933dc99275accf3410b5fa1b579aff32",
      },
      LegacyStakeWeightBridge: {
        address: "0xCf7Ed3AccA5a467e9e704C703E8D87F634fB0Fc9",
        block: 0,
        codeHash: "0x3493a17e5b41b9d541313e81e5aa7ac4f9dbceeb8a9fee4b1625c7ec5da02b33",
      },
    },
  },
];
