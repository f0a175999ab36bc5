import type { Plan } from "./Plan.js";
import { safeChecksum } from "./safeChecksum.js";

/** The version of the Safe Transaction Builder whose format this is. */
const BUILDER_VERSION = "1.16.5";

/** A file that the Safe Transaction Builder loads. */
export interface SafeBatch {
  version: string;
  chainId: string;
  /** Unix milliseconds. */
  createdAt: number;
  meta: {
    name: string;
    description: string;
    txBuilderVersion: string;
    createdFromSafeAddress: string;
    createdFromOwnerAddress: string;
    checksum: string;
  };
  transactions: {
    to: string;
    value: string;
    data: string;
    contractMethod: { inputs: readonly unknown[]; name: string; payable: boolean };
    contractInputsValues: Record<string, string>;
  }[];
}

/** The plan as a batch of a Safe; `createdAt` in unix milliseconds. */
export function toSafeBatch(plan: Plan, options: { safe: string; createdAt: number }): SafeBatch {
  const { chainId } = plan.steps[0]!.call.transaction;
  const batch = {
    version: "1.0",
    chainId: chainId.toString(),
    createdAt: options.createdAt,
    meta: {
      name: plan.title,
      description: plan.steps.map(({ description }) => description).join("; "),
      txBuilderVersion: BUILDER_VERSION,
      createdFromSafeAddress: options.safe,
      createdFromOwnerAddress: "",
    },
    transactions: plan.steps.map(({ call }) => {
      const { name = "", inputs = [] } = call.abi;
      return {
        to: call.to,
        value: "0",
        data: call.data,
        contractMethod: { inputs, name, payable: false },
        contractInputsValues: Object.fromEntries(
          inputs.map((input, index) => [input.name ?? "", inputValue(call.args[index])]),
        ),
      };
    }),
  };
  return { ...batch, meta: { ...batch.meta, checksum: safeChecksum(batch) } };
}

/** As it is typed into the Builder: lists and structs as JSON. */
function inputValue(value: unknown): string {
  if (typeof value !== "object" || value === null) return String(value);
  return JSON.stringify(value, (_, each: unknown) => (typeof each === "bigint" ? each.toString() : each));
}
