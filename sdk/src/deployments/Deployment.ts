import { getAddress, isAddress } from "ethers";
import { z } from "zod";
import { contractNames } from "../generated/contractNames.js";

/** The contracts that actions call. */
export type ContractName = (typeof contractNames)[number];

const contract = z.strictObject({
  address: z
    .string()
    .refine(isAddress, "not an address")
    .transform((address) => getAddress(address)),
  /** The block of its deployment; its events are read from there. */
  block: z.int().nonnegative(),
  /** keccak256 of the code at the address. For a proxy that is the proxy's own, which no upgrade changes. */
  codeHash: z.string().regex(/^0x[0-9a-f]{64}$/, "not 32 bytes in lower case hexadecimal"),
});

/** A deployment as JSON has it. */
export const deploymentSchema = z.strictObject({
  chainId: z.int().positive(),
  /** For people: "optimism". */
  name: z.string().min(1),
  contracts: z.partialRecord(z.enum(contractNames), contract),
});

/** Where a contract stands. */
export type DeployedContract = z.output<typeof contract>;

/** Where the contracts of a chain stand. */
export type Deployment = z.output<typeof deploymentSchema>;
