export * from "../generated/actions/nodeRewards/index.js";
export { listSlashes, type PendingSlash } from "./listSlashes.js";
