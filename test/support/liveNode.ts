import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { JsonRpcProvider, Wallet } from "ethers";
import { DevChain } from "../../scripts/chain/DevChain";
import { startNode } from "../../scripts/local/startNode";
import {
  RewardDistributor__factory,
  StakeWeight__factory,
  TimelockController__factory,
  WCT__factory,
  WCTGovernor__factory,
} from "../../typechain-types";
import { freePort } from "./freePort";
import { type Run, runProgram } from "./runProgram";

/**
 * A node in a process of its own, as `npm start` starts one, with everything deployed, reached over JSON-RPC. Its clock begins
 * at `chainStart`; its records are in a temporary folder.
 */
export async function liveNode(options: { chainStart: bigint }) {
  const deploymentsFolder = mkdtempSync(path.join(tmpdir(), "live-node-"));
  const node = startNode({
    port: await freePort(),
    chainStart: Number(options.chainStart),
    onStage: () => undefined,
    deploymentsFolder,
  });
  const provider = new JsonRpcProvider(node.url, undefined, {
    staticNetwork: true,
    cacheTimeout: -1,
    batchStallTime: 0,
    pollingInterval: 50,
  });
  const stop = async () => {
    provider.destroy();
    await node.stop();
    rmSync(deploymentsFolder, { recursive: true });
  };
  try {
    const { addresses, accounts } = await node.ready;
    const [deployer, pauser, , ...wallets] = accounts.map(({ privateKey }) => new Wallet(privateKey, provider));
    return {
      provider,
      chain: new DevChain(provider),
      token: WCT__factory.connect(addresses.WCT!, deployer),
      stakeWeight: StakeWeight__factory.connect(addresses.StakeWeight!, deployer),
      distributor: RewardDistributor__factory.connect(addresses.RewardDistributor!, deployer),
      timelock: TimelockController__factory.connect(addresses.Timelock!, deployer),
      governor: WCTGovernor__factory.connect(addresses.WCTGovernor!, deployer),
      deployer: deployer!,
      pauser: pauser!,
      wallets,
      /** Runs a Hardhat task on it from a shell of its own. */
      runTask: (...args: string[]): Run =>
        runProgram(require.resolve("hardhat/internal/cli/bootstrap"), [...args, "--network", "localhost"], {
          DEPLOYMENTS_FOLDER: deploymentsFolder,
          LOCAL_RPC_URL: node.url,
        }),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

export type LiveNode = Awaited<ReturnType<typeof liveNode>>;
