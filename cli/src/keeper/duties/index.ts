import { callUp } from "./callUp.js";
import { closeWeeks } from "./closeWeeks.js";
import type { Duty } from "./Duty.js";
import { deactivateMissed } from "./deactivateMissed.js";
import { executeSlash } from "./executeSlash.js";
import { releaseNodes } from "./releaseNodes.js";

/** All that a keeper looks after. Missed call-ups come before new ones, which need their places. */
export const allDuties: readonly Duty[] = [closeWeeks, releaseNodes, deactivateMissed, callUp, executeSlash];
