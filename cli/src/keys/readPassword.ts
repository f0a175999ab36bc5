import { readFile } from "node:fs/promises";
import { KeyError } from "../errors/KeyError.js";
import { UsageError } from "../errors/UsageError.js";
import type { Settings } from "../Settings.js";
import type { Surroundings } from "../Surroundings.js";

/** The password of a keystore: from its file, or asked for without echo. Throws {@link KeyError} or {@link UsageError}. */
export async function readPassword(options: {
  keystore: string;
  settings: Settings;
  surroundings: Surroundings;
}): Promise<string> {
  const { keystore, settings, surroundings } = options;
  if (settings.passwordFile !== undefined) {
    try {
      const text = await readFile(settings.passwordFile, "utf8");
      return text.replace(/\r?\n$/, "");
    } catch (cause) {
      throw new KeyError(`the password file ${settings.passwordFile} cannot be read`, { cause });
    }
  }
  if (!surroundings.isTTY) {
    throw new UsageError(
      `nobody is at the terminal to be asked for the password of ${keystore}: give --password-file FILE or set STAKEWEIGHT_PASSWORD_FILE`,
    );
  }
  return surroundings.prompt.password(`Password of ${keystore}`);
}
