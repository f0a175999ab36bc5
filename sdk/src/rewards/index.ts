export * from "../generated/actions/rewardDistributor/index.js";
