// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { IERC20 } from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import { SafeERC20 } from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import { Math } from "@openzeppelin/contracts/utils/math/Math.sol";
import { LegacyPermanentStakeWeight } from "./LegacyPermanentStakeWeight.sol";
import { Point } from "./LegacyStakeWeightStorage.sol";

/// @title LegacyRewardDistributor
/// @notice Stands for the legacy contract that shares each week's reward by the weights at the week's start, which it reads
/// from the points of the legacy StakeWeight.
contract LegacyRewardDistributor {
    using SafeERC20 for IERC20;

    /// @dev Most weeks that one call walks.
    uint256 private constant MAX_WEEKS = 52;

    LegacyPermanentStakeWeight private immutable STAKE_WEIGHT;
    IERC20 private immutable TOKEN;

    /// @dev Whether STAKE_WEIGHT is of the later generation.
    bool private immutable READS_PERMANENT;

    /// @dev The first week whose total is kept.
    uint256 private immutable FIRST_WEEK;

    /// @notice The first week whose total is not known yet.
    uint256 public weekCursor;

    /// @notice The first week that the account has not been paid; 0 before its first claim.
    mapping(address account => uint256 weekStart) public weekCursorOf;

    mapping(uint256 weekStart => uint256 amount) public tokensPerWeek;
    mapping(uint256 weekStart => uint256 weight) public weeklySupplyAt;

    event RewardInjected(uint256 indexed weekStart, uint256 amount);
    event Claimed(address indexed account, uint256 amount, uint256 weekCursor);

    error NotWeekStart(uint256 timestamp);

    constructor(LegacyPermanentStakeWeight stakeWeight, IERC20 token, bool readsPermanent) {
        STAKE_WEIGHT = stakeWeight;
        TOKEN = token;
        READS_PERMANENT = readsPermanent;
        FIRST_WEEK = block.timestamp - (block.timestamp % 1 weeks);
        weekCursor = FIRST_WEEK;
    }

    function injectReward(uint256 weekStart, uint256 amount) external {
        require(weekStart % 1 weeks == 0, NotWeekStart(weekStart));
        tokensPerWeek[weekStart] += amount;
        TOKEN.safeTransferFrom(msg.sender, address(this), amount);
        emit RewardInjected(weekStart, amount);
    }

    /// @notice Pays the account its share of the weeks that are over, of at most {MAX_WEEKS} at a time.
    function claim(address account) external returns (uint256 amount) {
        checkpointTotalSupply();
        uint256 weekStart = _firstWeekOf(account);
        if (weekStart == 0) return 0;
        uint256 runningWeek = block.timestamp - (block.timestamp % 1 weeks);
        uint256 limit = Math.min(Math.min(runningWeek, weekCursor), weekStart + MAX_WEEKS * 1 weeks);
        for (; weekStart < limit; weekStart += 1 weeks) {
            uint256 total = weeklySupplyAt[weekStart];
            // Round down: the contract keeps the dust.
            if (total != 0) amount += (tokensPerWeek[weekStart] * _weightAt(account, weekStart)) / total;
        }
        weekCursorOf[account] = weekStart;
        emit Claimed(account, amount, weekStart);
        TOKEN.safeTransfer(account, amount);
    }

    /// @notice Reads the totals of the weeks that have begun, of at most {MAX_WEEKS} at a time.
    function checkpointTotalSupply() public {
        STAKE_WEIGHT.checkpoint();
        uint256 weekStart = weekCursor;
        uint256 limit = weekStart + MAX_WEEKS * 1 weeks;
        // A weight at this very second may still change.
        for (; weekStart < limit && weekStart < block.timestamp; weekStart += 1 weeks) {
            weeklySupplyAt[weekStart] = _totalAt(weekStart);
        }
        weekCursor = weekStart;
    }

    /// @return The week to begin with: of an account's first claim, the first one that finds it with a lock; 0 if none does.
    function _firstWeekOf(address account) private view returns (uint256) {
        uint256 weekStart = weekCursorOf[account];
        if (weekStart != 0 || STAKE_WEIGHT.userPointEpoch(account) == 0) return weekStart;
        uint256 firstPoint = STAKE_WEIGHT.userPointHistory(account, 1).timestamp;
        return Math.max(FIRST_WEEK, Math.ceilDiv(firstPoint, 1 weeks) * 1 weeks);
    }

    function _totalAt(uint256 timestamp) private view returns (uint256 weight) {
        uint256 low = 0;
        uint256 high = STAKE_WEIGHT.epoch();
        while (low < high) {
            uint256 middle = (low + high + 1) / 2;
            if (STAKE_WEIGHT.pointHistory(middle).timestamp <= timestamp) low = middle;
            else high = middle - 1;
        }
        weight = _biasAt(STAKE_WEIGHT.pointHistory(low), timestamp);
        if (READS_PERMANENT) weight += STAKE_WEIGHT.permanentSupplyByEpoch(low);
    }

    function _weightAt(address account, uint256 timestamp) private view returns (uint256 weight) {
        uint256 low = 0;
        uint256 high = STAKE_WEIGHT.userPointEpoch(account);
        while (low < high) {
            uint256 middle = (low + high + 1) / 2;
            if (STAKE_WEIGHT.userPointHistory(account, middle).timestamp <= timestamp) low = middle;
            else high = middle - 1;
        }
        weight = _biasAt(STAKE_WEIGHT.userPointHistory(account, low), timestamp);
        if (READS_PERMANENT) weight += STAKE_WEIGHT.userPermanentAt(account, low);
    }

    /// @return The point's weight at `timestamp`; 0 before the point.
    function _biasAt(Point memory point, uint256 timestamp) private pure returns (uint256) {
        if (timestamp < point.timestamp) return 0;
        // A time fits; a bias that is not negative fits.
        int256 bias = int256(point.bias) - int256(point.slope) * int256(timestamp - point.timestamp);
        return bias < 0 ? 0 : uint256(bias);
    }
}
