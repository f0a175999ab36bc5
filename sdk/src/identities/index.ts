export * from "../generated/actions/nodeIdentities/index.js";
