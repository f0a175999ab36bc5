export { chainTime } from "./chainTime.js";
export { epochOf } from "./epochOf.js";
export { nextPeriod, type Period } from "./nextPeriod.js";
export { DAY, PRESETS, WEEK } from "./units.js";
export { walletPeriodOf } from "./walletPeriodOf.js";
export { weekStartOf } from "./weekStartOf.js";
