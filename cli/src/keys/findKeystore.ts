import { stat } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";
import { KeyError } from "../errors/KeyError.js";
import { withoutKeys } from "../errors/withoutKeys.js";

/** The keystore's file: the one at that path, or the one of that name among Foundry's. Throws {@link KeyError}. */
export async function findKeystore(
  fileOrName: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  const foundry = env.FOUNDRY_DIR || path.join(env.HOME || homedir(), ".foundry");
  const isName = path.basename(fileOrName) === fileOrName;
  const candidates = [fileOrName, ...(isName ? [path.join(foundry, "keystores", fileOrName)] : [])];
  for (const candidate of candidates) {
    if (await isFile(candidate)) return candidate;
  }
  throw new KeyError(withoutKeys(`there is no keystore file at ${candidates.join(" nor at ")}`));
}

async function isFile(file: string): Promise<boolean> {
  try {
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}
