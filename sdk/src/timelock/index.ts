export * from "../generated/actions/timelock/index.js";
