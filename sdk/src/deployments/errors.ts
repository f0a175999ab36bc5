/** No deployment is known for a chain. */
export class UnknownChainError extends Error {
  override readonly name = "UnknownChainError";

  constructor(
    readonly chainId: number,
    readonly known: readonly number[],
  ) {
    const others = known.length === 0 ? "none" : known.join(", ");
    super(`no deployment is registered for chain ${chainId} (registered: ${others}): register your own, or connect elsewhere`);
  }
}

/** The node is on another chain than the deployment. */
export class WrongChainError extends Error {
  override readonly name = "WrongChainError";

  constructor(
    readonly chainId: number,
    readonly expected: number,
  ) {
    super(`the node is on chain ${chainId}, but chain ${expected} is asked for`);
  }
}

/** A deployment lacks the contract that is called. */
export class UnknownContractError extends Error {
  override readonly name = "UnknownContractError";

  constructor(
    readonly contract: string,
    readonly chainId: number,
  ) {
    super(`the deployment on chain ${chainId} has no ${contract}`);
  }
}

/** What was to be registered is no deployment. */
export class InvalidDeploymentError extends Error {
  override readonly name = "InvalidDeploymentError";

  constructor(
    /** What is wrong, one line each. */
    readonly issues: readonly string[],
    options?: ErrorOptions,
  ) {
    super(`not a deployment: ${issues.join("; ")}`, options);
  }
}

/** At a contract's address stands other code than was recorded. */
export class WrongCodeError extends Error {
  override readonly name = "WrongCodeError";

  constructor(
    readonly contract: string,
    readonly address: string,
    /** The hash of the code there; undefined if there is none. */
    readonly codeHash: string | undefined,
    readonly expected: string,
  ) {
    super(
      codeHash === undefined
        ? `there is no contract at ${address}, where ${contract} should be`
        : `the code at ${address} is not that of ${contract}: its hash is ${codeHash}, expected ${expected}`,
    );
  }
}
