export { type AnyContractError, ContractError, isContractError } from "./ContractError.js";
export { decodeRevert } from "./decodeRevert.js";
export { describeError } from "./describeError.js";
export type { ContractsWith, ErrorArgs, ErrorName } from "./ErrorArgs.js";
export {
  InsufficientGasFundsError,
  NodeAnswerError,
  type NodeFailure,
  NodeUnreachableError,
  NonceError,
  type NonceFailure,
  RejectedError,
} from "./failures.js";
export { InvalidValueError } from "./InvalidValueError.js";
export { NoSignerError } from "./NoSignerError.js";
export { UnreadableAnswerError } from "./UnreadableAnswerError.js";
export { PanicError, ReasonError, type Revert, RevertError, UnknownRevertError } from "./RevertError.js";
