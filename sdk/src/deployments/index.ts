export type { ContractName, DeployedContract, Deployment } from "./Deployment.js";
export { InvalidDeploymentError, UnknownChainError, UnknownContractError, WrongChainError, WrongCodeError } from "./errors.js";
export { findDeployment, listDeployments, parseDeployment, register } from "./registry.js";
export { verifyDeployment } from "./verifyDeployment.js";
