import { id } from "ethers";

/**
 * The checksum by which the Safe Transaction Builder notices that a batch was changed by hand: keccak256 of the batch without its
 * name and checksum, in the Builder's own notation, in which the keys of an object come first, sorted.
 */
export function safeChecksum(batch: { readonly meta: object }): string {
  const meta = Object.fromEntries(Object.entries(batch.meta).filter(([key]) => key !== "checksum"));
  return id(notation({ ...batch, meta: { ...meta, name: null } }));
}

function notation(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(notation).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  const keys = JSON.stringify(entries.map(([key]) => key));
  return `{${keys}${entries.map(([, each]: [string, unknown]) => `${notation(each)},`).join("")}}`;
}
