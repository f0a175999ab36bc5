// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

/// @notice A time that has to be the start of a week is not one.
/// @param timestamp The time given, unix seconds; week starts are the multiples of 604,800 (Thursdays 00:00 UTC).
error NotWeekStart(uint256 timestamp);

/// @title Week
/// @notice Weeks are counted from the Unix epoch, which was a Thursday: week w is the time [w · 1 week, (w + 1) · 1 week).
library Week {
    /// @return The running week.
    function current() internal view returns (uint256) {
        return at(block.timestamp);
    }

    /// @return The week that `timestamp` lies in.
    function at(uint256 timestamp) internal pure returns (uint256) {
        return timestamp / 1 weeks;
    }

    /// @return The first second of `week`.
    function start(uint256 week) internal pure returns (uint256) {
        return week * 1 weeks;
    }

    /// @return The week that begins at `weekStart`.
    /// @dev Reverts with {NotWeekStart} if none does.
    function startingAt(uint256 weekStart) internal pure returns (uint256) {
        require(weekStart % 1 weeks == 0, NotWeekStart(weekStart));
        return at(weekStart);
    }
}
