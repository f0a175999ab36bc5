// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

/// @title Preset
/// @notice The unlock durations that can be chosen.
library Preset {
    /// @return Whether `presetWeeks` is one of 4, 8, 12, 26, 52, 78 and 104.
    function isValid(uint256 presetWeeks) internal pure returns (bool) {
        return
            presetWeeks == 4 ||
            presetWeeks == 8 ||
            presetWeeks == 12 ||
            presetWeeks == 26 ||
            presetWeeks == 52 ||
            presetWeeks == 78 ||
            presetWeeks == 104;
    }
}
