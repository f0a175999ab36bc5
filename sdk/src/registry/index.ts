export * from "../generated/actions/nodeRegistry/index.js";
export { listNodes, type NodeEntry } from "./listNodes.js";
export { prepareRegister } from "./prepareRegister.js";
export { previewNode } from "./previewNode.js";
