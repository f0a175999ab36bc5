import { readFile } from "node:fs/promises";
import { getAddress, Wallet } from "ethers";
import { KeyError } from "../errors/KeyError.js";
import type { Settings } from "../Settings.js";
import type { Surroundings } from "../Surroundings.js";
import { decryptKeystore } from "./decryptKeystore.js";
import { findKeystore } from "./findKeystore.js";
import { readPassword } from "./readPassword.js";

/** A key that settings name, and that is opened when somebody has to sign. */
export interface Key {
  /** Whose it is, where that can be told without a password. */
  address: string | undefined;
  open: () => Promise<Wallet>;
}

/** The key from the keystore or the environment; undefined if neither is set. Throws {@link KeyError}. */
export async function findKey(settings: Settings, surroundings: Surroundings): Promise<Key | undefined> {
  if (settings.privateKey !== undefined) {
    const hex = settings.privateKey;
    const wallet = new Wallet(hex.startsWith("0x") ? hex : `0x${hex}`);
    return { address: wallet.address, open: () => Promise.resolve(wallet) };
  }
  if (settings.keystore === undefined) return undefined;
  const file = await findKeystore(settings.keystore, surroundings.env);
  const json = await readFile(file, "utf8").catch((cause: unknown) => {
    throw new KeyError(`the keystore ${file} cannot be read`, { cause });
  });
  return {
    address: addressIn(json),
    open: async () => {
      const password = await readPassword({ keystore: file, settings, surroundings });
      return decryptKeystore({ json, password, file });
    },
  };
}

/** geth writes the address beside the key, Foundry does not. */
function addressIn(json: string): string | undefined {
  try {
    const { address } = JSON.parse(json) as { address?: unknown };
    return typeof address === "string" ? getAddress(address.startsWith("0x") ? address : `0x${address}`) : undefined;
  } catch {
    return undefined;
  }
}
