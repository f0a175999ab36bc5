// The process of the local node: compiles, deploys with the deploy scripts, then serves JSON-RPC until its parent is gone.
import path from "node:path";
import hre from "hardhat";
import { TASK_COMPILE, TASK_NODE_CREATE_SERVER } from "hardhat/builtin-tasks/task-names";
import { LOCAL_ACCOUNTS, type LocalAccount } from "./localAccounts";
import { mnemonicWallets } from "./mnemonicWallets";
import type { NodeReady, NodeStage } from "./startNode";
import { writeRecords } from "./writeRecords";

/** What Hardhat's task for a server returns. */
interface Server {
  listen(): Promise<{ port: number }>;
}

function tell(message: NodeStage | NodeReady): void {
  process.send?.(message);
}

function localAccounts(): LocalAccount[] {
  return mnemonicWallets(hre, 0, LOCAL_ACCOUNTS).map(({ address, privateKey }) => ({ address, privateKey }));
}

async function serve(hostname: string, port: number): Promise<void> {
  await hre.run(TASK_COMPILE, { quiet: true });
  tell({ stage: "compiled" });
  // Only now: compiling may have renewed the typed bindings.
  const { deployLocal } = await import("./deployLocal");
  const deployed = await deployLocal(hre);
  tell({ stage: "deployed" });
  const server = (await hre.run(TASK_NODE_CREATE_SERVER, { hostname, port, provider: hre.network.provider })) as Server;
  await server.listen();
  writeRecords({
    folder: path.join(hre.config.paths.deployments, "localhost"),
    chainId: hre.config.networks.hardhat.chainId,
    records: deployed,
  });
  const addresses = Object.fromEntries(Object.entries(deployed).map(([name, { address }]) => [name, address]));
  tell({ stage: "ready", addresses, accounts: localAccounts() });
}

// Ctrl-C reaches the whole process group; the parent decides when the node ends. The channel to the parent closes with
// it, however it ended, so that no node is ever left listening.
process.on("SIGINT", () => undefined);
process.once("disconnect", () => process.exit());

const [hostname, port] = process.argv.slice(2);
serve(hostname!, Number(port)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
