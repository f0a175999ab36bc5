export { AmountError } from "./AmountError.js";
export { formatAmount } from "./formatAmount.js";
export { parseAmount } from "./parseAmount.js";
