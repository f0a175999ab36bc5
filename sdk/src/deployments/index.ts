export { contractNames } from "../generated/contractNames.js";
export type { ContractName, DeployedContract, Deployment } from "./Deployment.js";
export {
  InvalidDeploymentError,
  UnknownChainError,
  UnknownContractError,
  WrongChainError,
  WrongCodeError,
} from "./errors.js";
export { parseDeployment } from "./parseDeployment.js";
export { findDeployment, listDeployments, register } from "./registry.js";
export { verifyDeployment } from "./verifyDeployment.js";
