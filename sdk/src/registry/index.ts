export * from "../generated/actions/nodeRegistry/index.js";
