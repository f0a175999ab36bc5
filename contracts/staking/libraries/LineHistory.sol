// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { Math } from "@openzeppelin/contracts/utils/math/Math.sol";
import { Checkpoint, packCheckpoint } from "./Checkpoint.sol";
import { Line } from "./Line.sol";

/// @notice Checkpoints in the order of time, at most one per second. The length is kept by the owner of the history,
/// in a slot that it writes anyway.
struct LineHistory {
    mapping(uint256 index => Checkpoint) checkpoints;
}

using LineHistoryLib for LineHistory global;

/// @title LineHistoryLib
/// @notice Writes and searches a {LineHistory}.
library LineHistoryLib {
    /// @notice Sets checkpoint `index`.
    function set(LineHistory storage self, uint256 index, uint256 timestamp, Line memory line) internal {
        self.checkpoints[index] = packCheckpoint(timestamp, line);
    }

    /// @return timestamp From when on checkpoint `index` stood.
    /// @return line Its line.
    function at(LineHistory storage self, uint256 index) internal view returns (uint256 timestamp, Line memory line) {
        Checkpoint checkpoint = self.checkpoints[index];
        return (checkpoint.timestamp(), checkpoint.line());
    }

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
