import { reset } from "@nomicfoundation/hardhat-network-helpers";

/** The tests of this suite begin on a chain of their own, whose clock other suites have not moved. */
export function onFreshChain(): void {
  before(async () => {
    await reset();
  });
}
