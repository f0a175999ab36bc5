import { readFileSync } from "node:fs";
import path from "node:path";
import { concat, dataLength, dataSlice, keccak256 } from "ethers";
import { z } from "zod";
import { products } from "../sdk/products";

const artifacts = path.join(__dirname, "..", "..", "artifacts");
const schema = z.object({ deployedBytecode: z.string() });

/** Code as the compiler made it, without the hash of its sources at the end: comments and names leave it as it is. */
export function withoutMetadata(code: string): string {
  const metadataLength = Number(dataSlice(code, dataLength(code) - 2));
  return dataSlice(code, 0, dataLength(code) - 2 - metadataLength);
}

/** Hash of what these contracts run as compiled last: whatever was found out about them holds as long as it stays the same. */
export function codeHash(names: readonly string[] = products.map(({ name }) => name)): string {
  const codes = names.map((name) => {
    const product = products.find((candidate) => candidate.name === name);
    if (product === undefined) throw new Error(`${name} is none of the contracts that are deployed`);
    const file = path.join(artifacts, product.source, `${product.artifact ?? name}.json`);
    return withoutMetadata(schema.parse(JSON.parse(readFileSync(file, "utf8"))).deployedBytecode);
  });
  return keccak256(concat(codes.map((code) => keccak256(code))));
}
