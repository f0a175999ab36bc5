/** A transaction was to be sent over a connection that can only read. */
export class NoSignerError extends Error {
  override readonly name = "NoSignerError";

  constructor(
    /** What was to be called. */
    readonly signature: string,
  ) {
    super(
      `nobody to sign ${signature}: connect with a signer, or take the call's \`transaction\` and sign it elsewhere`,
    );
  }
}
