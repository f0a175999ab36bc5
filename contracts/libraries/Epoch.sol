// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

/// @title Epoch
/// @notice Performance epochs are UTC days, counted from the Unix epoch: epoch e is the time [e · 1 day, (e + 1) · 1 day).
library Epoch {
    /// @return The running epoch.
    function current() internal view returns (uint256) {
        return at(block.timestamp);
    }

    /// @return The epoch that `timestamp` lies in.
    function at(uint256 timestamp) internal pure returns (uint256) {
        return timestamp / 1 days;
    }

    /// @return The first second of `epoch`: its opening, and the end of the one before.
    function start(uint256 epoch) internal pure returns (uint256) {
        return epoch * 1 days;
    }
}
