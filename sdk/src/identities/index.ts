export * from "../generated/actions/nodeIdentities/index.js";
export { signKeyOwnership } from "./signKeyOwnership.js";
