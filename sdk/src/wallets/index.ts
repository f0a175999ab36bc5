export * from "../generated/actions/walletRewards/index.js";
