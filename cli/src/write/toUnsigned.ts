import type { Plan } from "./Plan.js";

/** The plan's transactions, for whatever signs them. */
export function toUnsigned({ steps }: Plan) {
  return steps.map(({ call, description }) => {
    const { from, to, data, value, chainId } = call.transaction;
    return { description, chainId: Number(chainId), from, to, value, data };
  });
}
