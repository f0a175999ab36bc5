// The process of the local node: compiles, deploys with the deploy scripts, then serves JSON-RPC until its parent is gone.
import path from "node:path";
import { HDNodeWallet, Mnemonic } from "ethers";
import hre from "hardhat";
import { TASK_COMPILE, TASK_NODE_CREATE_SERVER } from "hardhat/builtin-tasks/task-names";
import { LOCAL_ACCOUNTS, type LocalAccount } from "./localAccounts";
import type { NodeReady, NodeStage } from "./startNode";
import { writeRecords } from "./writeRecords";

/** What Hardhat's task for a server returns. */
interface Server {
  listen(): Promise<{ port: number }>;
}

function tell(message: NodeStage | NodeReady): void {
  process.send?.(message);
}

/** `count` accounts of the configuration's mnemonic, from the `first` one that the chain knows on. */
function wallets(first: number, count: number): HDNodeWallet[] {
  const { accounts } = hre.config.networks.hardhat;
  if (Array.isArray(accounts)) throw new Error("the local network's accounts must come from a mnemonic");
  const parent = HDNodeWallet.fromMnemonic(Mnemonic.fromPhrase(accounts.mnemonic, accounts.passphrase), accounts.path);
  return Array.from({ length: count }, (_, index) => parent.deriveChild(accounts.initialIndex + first + index));
}

function localAccounts(): LocalAccount[] {
  return wallets(0, LOCAL_ACCOUNTS).map(({ address, privateKey }) => ({ address, privateKey }));
}

async function serve(hostname: string, port: number): Promise<void> {
  await hre.run(TASK_COMPILE, { quiet: true });
  tell({ stage: "compiled" });
  // Nothing is read from earlier records, so earlier chains cannot get in the way.
  const inMemory = { deletePreviousDeployments: false, writeDeploymentsToFiles: false };
  await hre.deployments.run("token", { ...inMemory, resetMemory: true });
  // Only now: compiling may have renewed the typed bindings.
  const { LEGACY_LOCKS, setUpLegacy } = await import("./setUpLegacy");
  await setUpLegacy({ hre, owners: wallets(LOCAL_ACCOUNTS, LEGACY_LOCKS) });
  const deployed = await hre.deployments.run(undefined, { ...inMemory, resetMemory: false });
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
