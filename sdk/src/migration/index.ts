export * from "../generated/actions/legacyStakeWeightBridge/index.js";
