export * from "../generated/actions/wct/index.js";
