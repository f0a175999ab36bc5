import "@nomicfoundation/hardhat-toolbox";
import "@openzeppelin/hardhat-upgrades";
import "hardhat-deploy";
import { TASK_COMPILE_SOLIDITY_GET_SOLC_BUILD, TASK_TEST_GET_TEST_FILES } from "hardhat/builtin-tasks/task-names";
import { type HardhatUserConfig, subtask } from "hardhat/config";
import { LOCAL_ACCOUNTS } from "./scripts/local/localAccounts";
import { longVersion, solcVersion, soljsonPath } from "./scripts/toolchain/npmSolc";
import "./scripts/upgrade/task";

// The compiler comes from npm like everything else; nothing is downloaded.
subtask(TASK_COMPILE_SOLIDITY_GET_SOLC_BUILD, () =>
  Promise.resolve({
    version: solcVersion,
    longVersion: longVersion(),
    compilerPath: soljsonPath,
    isSolcJs: true,
  }),
);

// Hardhat would load everything else under test/ as well, programs and wrong models that tests start in processes of their own.
subtask(TASK_TEST_GET_TEST_FILES, async (given, _hre, runSuper) => {
  const files = (await runSuper(given)) as string[];
  return files.filter((file) => file.endsWith(".test.ts"));
});

// Instrumented contracts stay out of the artifacts and bindings, so that tests can run beside the measurement.
const isMeasuringCoverage = process.env.MEASURING_COVERAGE === "true";
const coveragePaths = { artifacts: "cache/coverage/artifacts", cache: "cache/coverage/cache" };

const accounts = process.env.DEPLOYER_PRIVATE_KEY ? [process.env.DEPLOYER_PRIVATE_KEY] : [];

const config: HardhatUserConfig = {
  solidity: {
    version: solcVersion,
    settings: {
      evmVersion: "prague",
      optimizer: { enabled: true, runs: 400 },
      outputSelection: { "*": { "*": ["storageLayout"] } },
    },
  },
  paths: {
    // Tests that start local chains keep their records elsewhere.
    deployments: process.env.DEPLOYMENTS_FOLDER ?? "deployments",
    ...(isMeasuringCoverage ? coveragePaths : {}),
  },
  networks: {
    hardhat: {
      hardfork: "prague",
      allowBlocksWithSameTimestamp: true,
      // Gone with the process; records of an earlier one would be taken for its own.
      saveDeployments: false,
      accounts: { count: LOCAL_ACCOUNTS },
      // A local chain that replays a scenario begins in the past, so that its clock ends at the present.
      initialDate: process.env.LOCAL_CHAIN_START,
    },
    localhost: { url: process.env.LOCAL_RPC_URL ?? "http://127.0.0.1:8545" },
    optimism: { url: process.env.OPTIMISM_RPC_URL ?? "https://mainnet.optimism.io", chainId: 10, accounts },
    optimismSepolia: {
      url: process.env.OPTIMISM_SEPOLIA_RPC_URL ?? "https://sepolia.optimism.io",
      chainId: 11155420,
      accounts,
    },
  },
  namedAccounts: { deployer: 0 },
  typechain: {
    outDir: "typechain-types",
    target: "ethers-v6",
    dontOverrideCompile: isMeasuringCoverage,
  },
  mocha: { timeout: 600_000 },
};

export default config;
