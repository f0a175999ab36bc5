import { readFile } from "node:fs/promises";
import { type Deployment, parseDeployment } from "stakeweight-sdk";
import { UsageError } from "../errors/UsageError.js";

/** A deployment of one's own from a JSON file. Throws {@link UsageError}. */
export async function readDeployment(file: string): Promise<Deployment> {
  let input: unknown;
  try {
    input = JSON.parse(await readFile(file, "utf8"));
  } catch (cause) {
    throw new UsageError(`${file} cannot be read as JSON: ${(cause as Error).message}`, { cause });
  }
  try {
    return parseDeployment(input);
  } catch (cause) {
    throw new UsageError(`${file} is ${(cause as Error).message}`, { cause });
  }
}
