// Generated from the contracts by `npm run build`. Never edited.
export { allowance } from "./allowance.js";
export { approve } from "./approve.js";
export { balanceOf } from "./balanceOf.js";
export { decimals } from "./decimals.js";
export { domainSeparator } from "./domainSeparator.js";
export { eip712Domain } from "./eip712Domain.js";
export { name } from "./name.js";
export { nonces } from "./nonces.js";
export { permit } from "./permit.js";
export { symbol } from "./symbol.js";
export { totalSupply } from "./totalSupply.js";
export { transfer } from "./transfer.js";
export { transferFrom } from "./transferFrom.js";
export * from "./types.js";
