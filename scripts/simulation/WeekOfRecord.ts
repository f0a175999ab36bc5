import { z } from "zod";

/** A whole number of WCT: enough for a chart. */
const wct = z.int().nonnegative();

/** What is recorded of a week, as it stood at its end. Amounts in WCT. */
export const weekOfRecord = z.strictObject({
  /** Counted from 1. */
  week: z.int().positive(),
  stakers: z.int().nonnegative(),
  staked: wct,
  totalWeight: wct,
  /** Of all positions just before the week began: by it the week's reward is shared. */
  periodWeight: wct,
  /** Funded for this week. */
  reward: wct,
  /** What all accounts can claim. */
  unclaimed: wct,
  /** Operators by the status of their node. */
  nodes: z.strictObject({
    active: z.int().nonnegative(),
    reserved: z.int().nonnegative(),
    confined: z.int().nonnegative(),
    standby: z.int().nonnegative(),
    deactivated: z.int().nonnegative(),
  }),
});

export type WeekOfRecord = z.infer<typeof weekOfRecord>;
