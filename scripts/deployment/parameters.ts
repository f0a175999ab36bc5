import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { getAddress, ZeroAddress } from "ethers";
import { z } from "zod";

const address = z.string("must be an address").transform((text, context) => {
  try {
    const checksummed = getAddress(text);
    if (checksummed !== ZeroAddress) return checksummed;
  } catch {
    // Reported below, together with the zero address.
  }
  context.addIssue({ code: "custom", message: `must be an address other than zero, is ${JSON.stringify(text)}` });
  return z.NEVER;
});

const schema = z.strictObject({
  /** The ERC-20 to stake. null, on local chains only: deploy WCT. */
  token: address.nullable(),
  /** Owner of the proxies and holder of every administrator role. */
  admin: address,
  /** May pause what brings tokens or risk in. */
  pauser: address,
});

export type Parameters = z.infer<typeof schema>;

/** A network's deployment parameters are missing or malformed. */
export class ParameterError extends Error {
  override readonly name = "ParameterError";
}

const localNetworks = ["hardhat", "localhost"];

/** Checks deployment parameters; `source` stands in the error for where they came from. */
export function validateParameters(options: { network: string; source: string; value: unknown }): Parameters {
  const result = schema.safeParse(options.value);
  if (!result.success) {
    const reasons = result.error.issues.map((issue) => `${issue.path.join(".") || "file"}: ${issue.message}`);
    throw new ParameterError(`${options.source}: ${reasons.join("; ")}`, { cause: result.error });
  }
  if (result.data.token === null && !localNetworks.includes(options.network)) {
    throw new ParameterError(`${options.source}: token: must be an address on ${options.network}`);
  }
  return result.data;
}

/** Reads and checks a network's parameters, once, from `scripts/deployment/parameters/`. */
export function readParameters(network: string): Parameters {
  const name = localNetworks.includes(network) ? "local" : network;
  const source = `scripts/deployment/parameters/${name}.json`;
  const file = path.join(__dirname, "parameters", `${name}.json`);
  if (!existsSync(file)) throw new ParameterError(`no parameters for network ${network}: ${source} does not exist`);
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, "utf8"));
  } catch (cause) {
    throw new ParameterError(`${source}: not JSON: ${String(cause)}`, { cause });
  }
  return validateParameters({ network, source, value });
}
