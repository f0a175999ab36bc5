import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { JsonRpcProvider, Wallet } from "ethers";
import type * as localAccounts from "../../../scripts/local/localAccounts.js";
import type * as localNode from "../../../scripts/local/startNode.js";
import { type Connection, connect, token } from "../../src/index.js";

// The project's own scripts are CommonJS, and find their files beside themselves.
const require = createRequire(import.meta.url);
const { localRoles } = require("../../../scripts/local/localAccounts.ts") as typeof localAccounts;
const { startNode } = require("../../../scripts/local/startNode.ts") as typeof localNode;

/** A node in a process of its own with everything deployed, as `npm start` has it before the scenario. */
export interface TestChain {
  url: string;
  provider: JsonRpcProvider;
  /** All accounts of the node, all with ether, in its order (`scripts/local/localAccounts.ts` says who is who). */
  wallets: Wallet[];
  /** Where the node's records of its deployment are. */
  deploymentsFolder: string;
  /** The second of the newest block. */
  now: () => Promise<number>;
  /** Mines a block at a later second. */
  warpTo: (timestamp: number) => Promise<void>;
  /** Gives `to` tokens of the deployer, who holds them all at first. */
  give: (to: string, amount: bigint) => Promise<void>;
  /** A connection that signs as one of the wallets. */
  connectAs: (wallet: Wallet) => Promise<Connection>;
}

let running: Promise<TestChain> | undefined;

/**
 * The chain for a suite's tests: one node for all suites of a run, brought back after each test to what it was before. To be
 * called inside `describe`; the returned function gives the chain inside tests and hooks.
 */
export function useChain(): () => TestChain {
  let chain: TestChain | undefined;
  let snapshot: unknown;

  before(async function () {
    this.timeout(300_000);
    chain = await (running ??= start());
    snapshot = await chain.provider.send("evm_snapshot", []);
  });
  afterEach(async () => {
    await chain!.provider.send("evm_revert", [snapshot]);
    snapshot = await chain!.provider.send("evm_snapshot", []);
  });

  return () => {
    if (!chain) throw new Error("the chain is there only in tests and hooks");
    return chain;
  };
}

async function start(): Promise<TestChain> {
  const deploymentsFolder = mkdtempSync(path.join(tmpdir(), "test-chain-"));
  const node = startNode({
    port: await freePort(),
    chainStart: Math.floor(Date.now() / 1000),
    onStage: () => undefined,
    deploymentsFolder,
  });
  process.once("exit", () => {
    rmSync(deploymentsFolder, { recursive: true, force: true });
  });
  const { accounts } = await node.ready;
  // Nothing is cached and nobody is waited for: the chain goes back and forth.
  const provider = new JsonRpcProvider(node.url, undefined, {
    staticNetwork: true,
    cacheTimeout: -1,
    batchStallTime: 0,
    pollingInterval: 20,
  });
  const wallets = accounts.map(({ privateKey }) => new Wallet(privateKey, provider));
  const connectAs = (wallet: Wallet) => connect({ runner: wallet });
  return {
    url: node.url,
    provider,
    wallets,
    deploymentsFolder,
    now: async () => (await provider.getBlock("latest"))!.timestamp,
    warpTo: async (timestamp) => {
      await provider.send("evm_mine", [timestamp]);
    },
    give: async (to, amount) => {
      const deployer = wallets[localRoles.indexOf("deployer")]!;
      await (await token.transfer(await connectAs(deployer), { to, value: amount }).send()).wait();
    },
    connectAs,
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => {
        resolve((address as { port: number }).port);
      });
    });
  });
}
