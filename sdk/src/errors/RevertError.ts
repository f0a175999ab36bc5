import { dataSlice } from "ethers";
import type { ContractName } from "../deployments/Deployment.js";

/** What every refusal tells. */
export interface Revert {
  /** What was reverted with: "0x" and hexadecimal digits. */
  readonly data: string;
  /** The contract that was called, as far as that is known. */
  readonly called: ContractName | undefined;
}

/** A call was refused; the message is a sentence. {@link ContractError} where a contract's own error tells why. */
export abstract class RevertError extends Error {
  abstract override readonly name: string;
  /** What was reverted with: "0x" and hexadecimal digits. */
  readonly data: string;
  /** The contract that was called, as far as that is known. */
  readonly called: ContractName | undefined;

  constructor(message: string, { data, called }: Revert, options?: ErrorOptions) {
    super(message, options);
    this.data = data;
    this.called = called;
  }

  /** The first four bytes, which stand for the error; undefined if there are less. */
  get selector(): string | undefined {
    return this.data.length < 10 ? undefined : dataSlice(this.data, 0, 4);
  }
}

/** A contract refused with a text of its own, as `Error(string)`. */
export class ReasonError extends RevertError {
  override readonly name = "ReasonError";

  constructor(
    readonly reason: string,
    revert: Revert,
    options?: ErrorOptions,
  ) {
    super(
      reason === "" ? `${whoRefused(revert)} refused without a reason.` : `${whoRefused(revert)} refused: ${reason}.`,
      revert,
      options,
    );
  }
}

/** What Solidity's own checks stop at, by their codes. */
const panics: Readonly<Record<number, string>> = {
  0x00: "an unnamed check of the compiler failed",
  0x01: "an assertion does not hold",
  0x11: "a number became too large or fell below 0",
  0x12: "a number was divided by 0",
  0x21: "a number does not stand for any value of its enumeration",
  0x22: "a stored text is damaged",
  0x31: "an element was taken from an empty list",
  0x32: "a list has no element of that index",
  0x41: "too much memory was asked for",
  0x51: "a function was called that was never set",
};

/** A contract was stopped by a check of Solidity, as `Panic(uint256)`. */
export class PanicError extends RevertError {
  override readonly name = "PanicError";

  constructor(
    readonly code: bigint,
    revert: Revert,
    options?: ErrorOptions,
  ) {
    const what = panics[Number(code)] ?? "a check of the compiler failed";
    super(
      `${whoRefused(revert)} stopped: ${what} (panic 0x${code.toString(16).padStart(2, "0")}). Check the values that were given; if they are right, tell the maintainers.`,
      revert,
      options,
    );
  }
}

/** A call was refused with data that no contract of the system knows, or with none at all. */
export class UnknownRevertError extends RevertError {
  override readonly name = "UnknownRevertError";

  constructor(revert: Revert, options?: ErrorOptions) {
    super(
      revert.data === "0x"
        ? `${whoRefused(revert)} refused without a reason: it may have run out of gas, or there is no such contract or function.`
        : `${whoRefused(revert)} refused with an error that is not known here: ${revert.data}.`,
      revert,
      options,
    );
  }
}

function whoRefused({ called }: Revert): string {
  return called ?? "The contract";
}
