// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { packStake } from "../staking/libraries/Stake.sol";
import { WeightLedger } from "../staking/libraries/WeightLedger.sol";

/// @title WeightLedgerHarness
/// @notice Stands for an owner of a ledger that positions join and leave while they have weight, unlike the total's.
contract WeightLedgerHarness {
    struct Share {
        uint256 amount;
        uint256 presetWeeks;
        uint256 endWeek;
    }

    WeightLedger private ledger;

    /// @notice Replaces one position's share by another.
    function replace(Share calldata before, Share calldata afterwards) external {
        ledger.replace(
            packStake(before.amount, before.presetWeeks, before.endWeek, 0, 0),
            packStake(afterwards.amount, afterwards.presetWeeks, afterwards.endWeek, 0, 0)
        );
    }

    /// @return Weight at `timestamp`, in wei.
    function weightAt(uint256 timestamp) external view returns (uint256) {
        return ledger.lineAt(timestamp).weightAt(timestamp);
    }

    /// @return checkpoints Number of checkpoints.
    /// @return staked Sum of the amounts, in wei.
    /// @return endingWeeks The weeks in which something ends.
    function state() external view returns (uint256 checkpoints, uint256 staked, uint256 endingWeeks) {
        return (ledger.head.length(), ledger.head.staked(), ledger.head.endingWeeks());
    }
}
