export * from "../generated/actions/wctGovernor/index.js";
