export * from "../generated/actions/performanceOracle/index.js";
