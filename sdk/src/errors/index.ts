export { InvalidValueError } from "./InvalidValueError.js";
export { NoSignerError } from "./NoSignerError.js";
