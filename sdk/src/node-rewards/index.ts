export * from "../generated/actions/nodeRewards/index.js";
