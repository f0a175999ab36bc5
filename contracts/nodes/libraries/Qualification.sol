// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

/// @title Qualification
/// @notice What a node's position must be, besides Locked.
library Qualification {
    /// @dev The least amount, in wei.
    uint256 internal constant MIN_STAKE = 100_000e18;

    /// @dev The least preset, in weeks.
    uint256 internal constant MIN_PRESET_WEEKS = 52;
}
