// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { Math } from "@openzeppelin/contracts/utils/math/Math.sol";
import { Checkpoint } from "./Checkpoint.sol";

/// @notice Checkpoints in the order of time, at most one per second. The length is kept by the owner of the history,
/// in a slot that it writes anyway.
struct LineHistory {
    mapping(uint256 index => Checkpoint) checkpoints;
}

using LineHistoryLib for LineHistory global;

/// @title LineHistoryLib
/// @notice Searches a {LineHistory}.
library LineHistoryLib {
    /// @return The number of checkpoints that are not after `timestamp`; the last of them stood at the end of that second.
    /// @dev Doubles its steps back from the newest checkpoint, then halves: about 2 · log2(d) reads for a time that lies d
    /// checkpoints back, one read for the newest. Both loops are bounded by log2(length) ≤ 32 rounds.
    function countUntil(LineHistory storage self, uint256 length, uint256 timestamp) internal view returns (uint256) {
        uint256 low = 0;
        uint256 high = length;
        for (uint256 step = 1; step <= length; step *= 2) {
            if (self.checkpoints[length - step].timestamp() <= timestamp) {
                low = length - step + 1;
                break;
            }
            high = length - step;
        }
        // Every checkpoint before `low` counts, and none from `high` on.
        while (low < high) {
            uint256 middle = Math.average(low, high);
            if (self.checkpoints[middle].timestamp() <= timestamp) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
