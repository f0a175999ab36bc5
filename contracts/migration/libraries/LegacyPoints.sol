// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { Week } from "../../libraries/Week.sol";
import { LegacyState, Point } from "./LegacyStorage.sol";

/// @title LegacyPoints
/// @notice Goes on recording the legacy total as if every lock had stayed and ended on its day. The legacy distributor shares
/// a week by points of accounts, which are final, and of the total, which it asks for only later: both must tell of the same
/// locks, or a week's shares would not add up.
library LegacyPoints {
    /// @notice Appends the points of all Thursdays since the last one and one for now, together at most `max`.
    function checkpoint(LegacyState storage self, uint256 max) internal {
        Point memory initial = self.pointHistory[self.epoch];
        Point memory last = initial;
        for (uint256 i = 0; i < max && last.timestamp < block.timestamp; ++i) {
            uint256 timestamp = Week.start(Week.at(last.timestamp) + 1);
            int128 slopeChange = 0;
            if (timestamp > block.timestamp) timestamp = block.timestamp;
            else slopeChange = self.slopeChanges[timestamp];
            last = Point({
                bias: _atLeastZero(last.bias - last.slope * int128(int256(timestamp - last.timestamp))),
                slope: _atLeastZero(last.slope + slopeChange),
                timestamp: timestamp,
                blockNumber: _blockNumberAt(initial, timestamp)
            });
            _push(self, last);
        }
    }

    function _push(LegacyState storage self, Point memory point) private {
        self.pointHistory.push(point);
        uint256 epoch = self.pointHistory.length - 1;
        self.epoch = epoch;
        // What perpetual locks weighed when the system was frozen; nothing in the first generation.
        uint256 permanent = self.permanentTotalSupply;
        if (permanent != 0) self.globalPermanentSupplyAtEpoch[epoch] = permanent;
    }

    /// @dev On the straight line from the point that the checkpoint began at to now.
    function _blockNumberAt(Point memory initial, uint256 timestamp) private view returns (uint256) {
        return
            initial.blockNumber +
            ((block.number - initial.blockNumber) * (timestamp - initial.timestamp)) /
                (block.timestamp - initial.timestamp);
    }

    /// @dev The legacy mathematics truncates slopes, so that either may fall below zero by dust.
    function _atLeastZero(int128 value) private pure returns (int128) {
        return value < 0 ? int128(0) : value;
    }
}
