export * from "../generated/actions/stakeWeight/index.js";
