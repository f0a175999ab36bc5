import { FetchRequest, JsonRpcProvider, Network, type Signer, Wallet } from "ethers";
import { MigrationError } from "./MigrationError";
import { retrying } from "./retrying";
import { UsageError } from "./UsageError";
import { withRetries } from "../chain/withRetries";

/** Hardhat's, whose accounts everybody knows. */
const LOCAL_CHAIN_ID = 31_337;

/** How often a pending transaction is asked for, in milliseconds. */
const POLLING_MS = 1000;

/** How long an answer may take, in milliseconds. */
const TIMEOUT_MS = 60_000;

/** Requests that travel together; public RPCs take no more. */
const BATCH = 20;

export interface Connection {
  provider: JsonRpcProvider;
  chainId: number;
  /** Without the path, which often holds a key. */
  host: string;
}

/** Connects to a node that answers. Throws {@link MigrationError}. */
export async function connect(url: string): Promise<Connection> {
  const { host } = new URL(url);
  let chainId: number;
  try {
    // ethers would go on asking for ever.
    chainId = await withRetries(() => askChainId(url));
  } catch (cause) {
    const { code, message } = cause as { code?: string; message: string };
    throw new MigrationError(`the RPC at ${host} does not answer (${code ?? message}): check --rpc`, { cause });
  }
  const network = Network.from(chainId);
  const provider = new JsonRpcProvider(requestTo(url), network, {
    staticNetwork: network,
    pollingInterval: POLLING_MS,
    batchMaxCount: BATCH,
    cacheTimeout: -1,
  });
  return { provider: retrying(provider), chainId, host };
}

function requestTo(url: string): FetchRequest {
  const request = new FetchRequest(url);
  request.timeout = TIMEOUT_MS;
  return request;
}

async function askChainId(url: string): Promise<number> {
  const request = requestTo(url);
  request.body = { jsonrpc: "2.0", id: 1, method: "eth_chainId", params: [] };
  const response = await request.send();
  response.assertOk();
  const { result } = response.bodyJson as { result?: unknown };
  if (typeof result !== "string") throw new Error("no chain id");
  return Number(result);
}

/** Who pays the gas. Throws {@link UsageError} if that is nobody. */
export async function chooseSigner(connection: Connection, privateKey: string | undefined): Promise<Signer> {
  const { provider, chainId } = connection;
  if (privateKey !== undefined && privateKey !== "") {
    try {
      return new Wallet(privateKey, provider);
    } catch {
      // The cause could tell the key.
      throw new UsageError("the environment variable MIGRATOR_PRIVATE_KEY is not a private key");
    }
  }
  const hint = "set the environment variable MIGRATOR_PRIVATE_KEY (any account with ether will do), or use --dry-run";
  if (chainId !== LOCAL_CHAIN_ID) throw new UsageError(`nobody to send from: ${hint}`);
  const [account] = await provider.listAccounts();
  if (!account) throw new UsageError(`the node has no unlocked account: ${hint}`);
  return account;
}
