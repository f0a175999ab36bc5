import { getAddress, isAddress } from "ethers";
import { z } from "zod";
import { contractNames } from "../generated/contractNames.js";
import type { Deployment } from "./Deployment.js";
import { InvalidDeploymentError } from "./errors.js";

const contract = z.strictObject({
  address: z
    .string()
    .refine(isAddress, "not an address")
    .transform((address) => getAddress(address)),
  block: z.int().nonnegative(),
  codeHash: z.string().regex(/^0x[0-9a-f]{64}$/, "not 32 bytes in lower case hexadecimal"),
});

const deployment: z.ZodType<Deployment> = z.strictObject({
  chainId: z.int().positive(),
  name: z.string().min(1),
  contracts: z.partialRecord(z.enum(contractNames), contract),
});

/** Reads a deployment from what JSON has. Throws {@link InvalidDeploymentError}. */
export function parseDeployment(input: unknown): Deployment {
  const parsed = deployment.safeParse(input);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(({ path, message }) => `${path.join(".") || "it"}: ${message}`);
  throw new InvalidDeploymentError(issues, { cause: parsed.error });
}
