import type { ContractName } from "../deployments/Deployment.js";
import { decodeRevert } from "./decodeRevert.js";
import { failureOf } from "./failureOf.js";
import {
  InsufficientGasFundsError,
  NodeAnswerError,
  NodeUnreachableError,
  NonceError,
  RejectedError,
} from "./failures.js";
import { InvalidValueError } from "./InvalidValueError.js";
import { type Layer, layersOf, messageOf, textOf, valueOf } from "./layers.js";
import { NoSignerError } from "./NoSignerError.js";
import { redacted, withoutUrls } from "./redacted.js";
import { RevertError, UnknownRevertError } from "./RevertError.js";
import { revertDataOf } from "./revertDataOf.js";
import { UnreadableAnswerError } from "./UnreadableAnswerError.js";

const described = [
  RevertError,
  NodeUnreachableError,
  NodeAnswerError,
  UnreadableAnswerError,
  InsufficientGasFundsError,
  RejectedError,
  NonceError,
  InvalidValueError,
  NoSignerError,
];

/**
 * The error as a person understands it. If a contract refused, a {@link RevertError}: mostly a {@link ContractError}, found where
 * ethers, nodes and wallets put it. If the node, the signer or the sender's account is at fault, the error for that. Any other
 * is returned as it is, but for URLs in it, which may hold keys.
 *
 * @param contract The one that was called, whose errors are the first to be looked among.
 */
export function describeError(error: unknown, contract?: ContractName): unknown {
  if (described.some((known) => error instanceof known)) return error;
  const layers = layersOf(error);
  const options = { cause: redacted(error) };
  const data = revertDataOf(layers);
  if (data !== undefined && data !== "0x") return decodeRevert(data, contract, options);
  const failure = failureOf(layers, options);
  if (failure) return failure;
  if (data === "0x" || layers.some(isSilentRevert)) {
    return new UnknownRevertError({ data: "0x", called: contract }, options);
  }
  if (layers.some(isAnswer)) return new NodeAnswerError(wordsIn(layers), options);
  return redacted(error);
}

/** An answer that ethers can make nothing of, or a node's error that it does not know. */
function isAnswer(layer: Layer): boolean {
  return ["BAD_DATA", "BUFFER_OVERRUN", "UNKNOWN_ERROR", "CALL_EXCEPTION"].includes(String(valueOf(layer, "code")));
}

/** What the node itself said, without control characters: nobody knows who wrote it. */
function wordsIn(layers: readonly Layer[]): string | undefined {
  const said = layers.flatMap((layer) => [valueOf(layer, "error"), valueOf(valueOf(layer, "info"), "error")]);
  const words = said.map((each) => textOf(each, "message")).find((message) => message !== undefined && message !== "");
  return words === undefined ? undefined : withoutUrls(words).replace(/[\p{Cc}\p{Cf}]/gu, "");
}

/** ethers calls whatever a node answers to a call an exception; the node's own words tell whether it was one. */
function isSilentRevert(layer: Layer): boolean {
  if (/^execution reverted/i.test(messageOf(layer))) return true;
  if (valueOf(layer, "code") !== "CALL_EXCEPTION") return false;
  const said = valueOf(valueOf(layer, "info"), "error");
  if (typeof said !== "object" || said === null) return true;
  return valueOf(said, "code") === 3 || /revert|out of gas|opcode|VM Exception/i.test(messageOf(said as Layer));
}
