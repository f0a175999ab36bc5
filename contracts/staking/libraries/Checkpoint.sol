// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { Line } from "./Line.sol";

/// @notice A line and the second from which on it stood, in one word.
///
///     bits  208–255  second
///            96–207  intercept: Σ amount · week < 2^112, with Σ amount < 2^96 and week < 2^16
///             0–95   slope: ≤ Σ amount
type Checkpoint is uint256;

using CheckpointLib for Checkpoint global;

/// @dev The caller keeps every value within its bits, by the bound that it enforces on every amount.
function packCheckpoint(uint256 timestamp, Line memory line) pure returns (Checkpoint) {
    return Checkpoint.wrap((timestamp << 208) | (line.intercept << 96) | line.slope);
}

/// @title CheckpointLib
/// @notice Reads a checkpoint.
library CheckpointLib {
    /// @return The second from which on the line stood.
    function timestamp(Checkpoint self) internal pure returns (uint256) {
        return Checkpoint.unwrap(self) >> 208;
    }

    function line(Checkpoint self) internal pure returns (Line memory) {
        return Line({ intercept: uint112(Checkpoint.unwrap(self) >> 96), slope: uint96(Checkpoint.unwrap(self)) });
    }
}
