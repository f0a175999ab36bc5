export * from "./generated/abi/index.js";
