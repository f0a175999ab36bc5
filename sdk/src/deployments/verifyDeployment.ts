import { isError, keccak256, type Provider } from "ethers";
import type { Deployment } from "./Deployment.js";
import { NodeAnswerError } from "../errors/failures.js";
import { WrongCodeError } from "./errors.js";

/** Checks that at every address stands the code that was recorded. Throws {@link WrongCodeError}. */
export async function verifyDeployment(options: { provider: Provider; deployment: Deployment }): Promise<void> {
  const { provider, deployment } = options;
  await Promise.all(
    Object.entries(deployment.contracts).map(async ([name, { address, codeHash: expected }]) => {
      const code = await provider.getCode(address).catch((error: unknown) => {
        // The address is one, so it is the answer that ethers complains of.
        throw isError(error, "INVALID_ARGUMENT") ? new NodeAnswerError(undefined, { cause: error }) : error;
      });
      const codeHash = code === "0x" ? undefined : keccak256(code);
      if (codeHash !== expected) throw new WrongCodeError(name, address, codeHash, expected);
    }),
  );
}
