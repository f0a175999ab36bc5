import { InvalidArgumentError } from "commander";
import { governance } from "stakeweight-sdk";

/** What is voted. */
export function parseSupport(text: string): governance.Support {
  const support = governance.supports.find((each) => each === text.toLowerCase());
  if (!support) throw new InvalidArgumentError(`It must be ${governance.supports.join(", ")}.`);
  return support;
}
