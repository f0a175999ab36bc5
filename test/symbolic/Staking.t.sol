// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { Checkpoint, packCheckpoint } from "../../contracts/staking/libraries/Checkpoint.sol";
import { LedgerHead, packLedgerHead } from "../../contracts/staking/libraries/LedgerHead.sol";
import { Line } from "../../contracts/staking/libraries/Line.sol";
import { packStake, Stake } from "../../contracts/staking/libraries/Stake.sol";

/// @notice Statements about the words and lines of staking that are proved for all values at once (`npm run prove`).
contract StakingProofs {
    function check_aStakeReadsWhatWasPacked(
        uint96 amount,
        uint8 presetWeeks,
        uint16 endWeek,
        uint40 changedAt,
        uint32 changes
    ) external pure {
        Stake stake = packStake(amount, presetWeeks, endWeek, changedAt, changes);
        assert(stake.amount() == amount);
        assert(stake.presetWeeks() == presetWeeks);
        assert(stake.endWeek() == endWeek);
        assert(stake.changedAt() == changedAt);
        assert(stake.changes() == changes);
        assert(stake.held() == 0);
        assert(!stake.isDelegated());
    }

    function check_delegatingChangesOneBit(uint256 word, bool delegated) external pure {
        Stake stake = Stake.wrap(word);
        Stake changed = stake.withDelegated(delegated);
        assert(changed.isDelegated() == delegated);
        assert(Stake.unwrap(changed) >> 1 == word >> 1);
    }

    function check_aStakeTakesFlagsOver(
        uint96 amount,
        uint8 presetWeeks,
        uint16 endWeek,
        uint40 changedAt,
        uint32 changes,
        uint256 before
    ) external pure {
        Stake stake = packStake(amount, presetWeeks, endWeek, changedAt, changes);
        uint256 word = Stake.unwrap(stake.withFlagsOf(Stake.wrap(before)));
        assert(word >> 64 == Stake.unwrap(stake) >> 64);
        assert(uint64(word) == uint64(before));
    }

    /// @dev The largest sums that there can be fit into the bits of a checkpoint.
    function check_aCheckpointReadsWhatWasPacked(uint48 timestamp, uint112 intercept, uint96 slope) external pure {
        Checkpoint checkpoint = packCheckpoint(timestamp, Line({ intercept: intercept, slope: slope }));
        Line memory line = checkpoint.line();
        assert(checkpoint.timestamp() == timestamp);
        assert(line.intercept == intercept);
        assert(line.slope == slope);
    }

    function check_aHeadReadsWhatWasPacked(uint32 length, uint96 staked, uint128 endingWeeks) external pure {
        LedgerHead head = packLedgerHead(length, staked, endingWeeks);
        assert(head.length() == length);
        assert(head.staked() == staked);
        assert(head.endingWeeks() == endingWeeks);
    }

    /// @dev No line of an amount of 96 bits leaves the 112 bits of an intercept.
    function check_aLineFitsIntoItsBits(uint256 word) external pure {
        Line memory line = Stake.wrap(word).line();
        assert(line.intercept < 1 << 112);
        assert(line.slope < 1 << 96);
    }

    /// @dev What is added comes off again, to the wei, in any order.
    function check_whatIsAddedComesOff(uint112 q, uint96 a, uint112 otherQ, uint96 otherA) external pure {
        Line memory line = Line({ intercept: q, slope: a });
        Line memory other = Line({ intercept: otherQ, slope: otherA });
        line.add(other);
        line.subtract(Line({ intercept: q, slope: a }));
        assert(line.intercept == otherQ && line.slope == otherA);
    }
}
