import { solidityPackedKeccak256 } from "ethers";

/** The commitment to a report, which keeps it secret until it is handed in. */
export function commitmentOf({ digest, signature }: { digest: string; signature: string }): string {
  return solidityPackedKeccak256(["bytes32", "bytes"], [digest, signature]);
}
