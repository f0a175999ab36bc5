import { UsageError } from "../errors/UsageError.js";
import type { Settings } from "../Settings.js";
import type { Surroundings } from "../Surroundings.js";
import { findKey, type Key } from "./findKey.js";

/** How the key that signs a node's reports is named on the command line. */
export interface NodeKeyOptions {
  nodeKeystore?: string;
  nodePasswordFile?: string;
}

/**
 * The key that signs a node's reports, which is not the operator's: from its keystore or from the environment. Throws
 * {@link UsageError} if there is none, and `KeyError`.
 */
export async function findNodeKey(
  options: NodeKeyOptions & { settings: Settings },
  surroundings: Surroundings,
): Promise<Key> {
  const { settings, nodeKeystore, nodePasswordFile } = options;
  const { env } = surroundings;
  const privateKey = env.STAKEWEIGHT_NODE_PRIVATE_KEY?.trim() || undefined;
  if (privateKey !== undefined && !/^(0x)?[0-9a-fA-F]{64}$/.test(privateKey)) {
    throw new UsageError("STAKEWEIGHT_NODE_PRIVATE_KEY: not 32 bytes in hexadecimal");
  }
  const named = {
    ...settings,
    keystore: nodeKeystore ?? (env.STAKEWEIGHT_NODE_KEYSTORE || undefined),
    passwordFile: nodePasswordFile ?? (env.STAKEWEIGHT_NODE_PASSWORD_FILE || undefined),
    // A keystore that is asked for by hand goes before a key that lies in the environment.
    privateKey: nodeKeystore === undefined ? privateKey : undefined,
  };
  const key = await findKey(named, surroundings);
  if (key) return key;
  throw new UsageError(
    "which key will sign the node's reports? Give --node-keystore FILE|NAME, or set STAKEWEIGHT_NODE_KEYSTORE or " +
      "STAKEWEIGHT_NODE_PRIVATE_KEY",
  );
}
