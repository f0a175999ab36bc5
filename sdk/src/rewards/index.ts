export * from "../generated/actions/rewardDistributor/index.js";
export { claimableByWeek, type WeekReward } from "./claimableByWeek.js";
export { listWeeks, type RewardWeek } from "./listWeeks.js";
export { prepareFund } from "./prepareFund.js";
export { rewardRate, type RewardRate } from "./rewardRate.js";
