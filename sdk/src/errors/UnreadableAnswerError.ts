/** What stands at a contract's address answered what that contract cannot answer, mostly nothing: it is not there. */
export class UnreadableAnswerError extends Error {
  override readonly name = "UnreadableAnswerError";

  constructor(
    readonly contract: string,
    readonly address: string,
    /** What was called: "positionOf(address)". */
    readonly signature: string,
    /** "0x" and hexadecimal digits. */
    readonly answer: string,
    options?: ErrorOptions,
  ) {
    super(
      answer === "0x"
        ? `${contract} does not answer ${signature} at ${address}: there is no contract on this chain and at this block, or another one.`
        : `What stands at ${address} is not ${contract}: it answers ${signature} with what cannot be read.`,
      options,
    );
  }
}
