import { scrypt as deriveKey } from "node:crypto";
import { promisify } from "node:util";
import { decryptKeystoreJson, getBytes, hexlify, isError, isKeystoreJson, scrypt, Wallet } from "ethers";
import { KeyError } from "../errors/KeyError.js";

const derive = promisify<string | Buffer, Buffer, number, object, Buffer>(deriveKey);

let isRegistered = false;

/** Has ethers derive keys with Node's own scrypt, which takes a fraction of a second where its own takes several. */
function useFastScrypt(): void {
  if (isRegistered) return;
  isRegistered = true;
  scrypt.register(async (password, salt, N, r, p, length) => {
    const maxmem = 256 * r * (N + p + 1);
    return hexlify(await derive(Buffer.from(password), Buffer.from(salt), length, { N, r, p, maxmem }));
  });
}

/** The key of a keystore as geth and Foundry write it (Web3 Secret Storage, version 3). Throws {@link KeyError}. */
export async function decryptKeystore(options: { json: string; password: string; file: string }): Promise<Wallet> {
  const { json, password, file } = options;
  if (!isKeystoreJson(json)) throw new KeyError(`${file} is no keystore of version 3`);
  useFastScrypt();
  try {
    const { privateKey } = await decryptKeystoreJson(json, password);
    return new Wallet(hexlify(getBytes(privateKey)));
  } catch (cause) {
    const isPassword = isError(cause, "INVALID_ARGUMENT") && cause.shortMessage.includes("incorrect password");
    throw new KeyError(isPassword ? `wrong password for ${file}` : `${file} cannot be decrypted: ${reasonOf(cause)}`, {
      cause,
    });
  }
}

function reasonOf(error: unknown): string {
  const { shortMessage, message } = error as { shortMessage?: string; message: string };
  return shortMessage ?? message;
}
