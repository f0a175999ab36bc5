// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { LegacyStakeWeight } from "./LegacyStakeWeight.sol";
import { LegacyStakeWeightStorage, LockedBalance, Point, legacyStorage } from "./LegacyStakeWeightStorage.sol";

/// @title LegacyPermanentStakeWeight
/// @notice Stands for the later generation of the legacy contract, to which a proxy of the first can be upgraded: locks may
/// also be perpetual, with end 0 and a constant weight, which is kept beside the points instead of in them.
contract LegacyPermanentStakeWeight is LegacyStakeWeight {
    error InvalidWeeks(uint256 lockWeeks);
    error WeeksTooShort(uint256 lockWeeks, uint256 remaining);
    error NotPermanent(address account);

    function createPermanentLock(uint256 amount, uint256 lockWeeks) external {
        _requireNew(msg.sender, amount);
        _requireValid(lockWeeks);
        _deposit(msg.sender, amount, 0, DepositType.CreateLock, true);
        _setPermanent(msg.sender, lockWeeks);
    }

    /// @notice Makes the caller's decaying lock perpetual.
    function convertToPermanent(uint256 lockWeeks) external {
        uint256 remaining = _requireRunning(msg.sender).end - block.timestamp;
        _requireValid(lockWeeks);
        require(lockWeeks * 1 weeks >= remaining, WeeksTooShort(lockWeeks, remaining));
        _deposit(msg.sender, 0, 0, DepositType.IncreaseUnlockTime, true);
        _setPermanent(msg.sender, lockWeeks);
    }

    /// @notice Makes the caller's perpetual lock decay.
    function triggerUnlock() external {
        uint256 lockWeeks = _requirePermanent(msg.sender);
        uint256 end = _floorWeek(block.timestamp + lockWeeks * 1 weeks);
        _deposit(msg.sender, 0, end, DepositType.IncreaseUnlockTime, true);
        _setPermanent(msg.sender, 0);
    }

    function increasePermanentAmount(uint256 amount) external {
        require(amount != 0, ZeroAmount());
        uint256 lockWeeks = _requirePermanent(msg.sender);
        _deposit(msg.sender, amount, 0, DepositType.IncreaseAmount, true);
        _setPermanent(msg.sender, lockWeeks);
    }

    function isPermanent(address account) external view returns (bool) {
        return legacyStorage().isPermanent[account];
    }

    function permanentBaseWeeks(address account) external view returns (uint256) {
        return legacyStorage().permanentBaseWeeks[account];
    }

    /// @return Weight of all perpetual locks at the point `index` of the total.
    function permanentSupplyByEpoch(uint256 index) external view returns (uint256) {
        return legacyStorage().globalPermanentSupplyAtEpoch[index];
    }

    /// @return Weight of the account's perpetual lock at its point `index`.
    function userPermanentAt(address account, uint256 index) external view returns (uint256) {
        return legacyStorage().userPermanentWeightAtEpoch[account][index];
    }

    /// @inheritdoc LegacyStakeWeight
    function balanceOfAt(address account, uint256 timestamp) public view override returns (uint256) {
        LegacyStakeWeightStorage storage $ = legacyStorage();
        Point[] storage points = $.userPointHistory[account];
        if (points.length == 0) return 0;
        uint256 permanent = $.userPermanentWeightAtEpoch[account][_indexAt(points, timestamp)];
        return super.balanceOfAt(account, timestamp) + permanent;
    }

    /// @inheritdoc LegacyStakeWeight
    function totalSupplyAt(uint256 timestamp) public view override returns (uint256) {
        LegacyStakeWeightStorage storage $ = legacyStorage();
        uint256 permanent = $.globalPermanentSupplyAtEpoch[_indexAt($.pointHistory, timestamp)];
        return super.totalSupplyAt(timestamp) + permanent;
    }

    /// @dev Every point appended gets the perpetual weight as it was; {_setPermanent} then corrects the last.
    function _checkpoint(
        address account,
        LockedBalance memory oldLock,
        LockedBalance memory newLock
    ) internal override {
        LegacyStakeWeightStorage storage $ = legacyStorage();
        uint256 index = $.epoch + 1;
        super._checkpoint(account, oldLock, newLock);
        uint256 last = $.epoch;
        for (; index <= last; ++index) $.globalPermanentSupplyAtEpoch[index] = $.permanentTotalSupply;
    }

    /// @dev Sets the account's perpetual weight at its point just written; none for 0 weeks.
    function _setPermanent(address account, uint256 lockWeeks) private {
        LegacyStakeWeightStorage storage $ = legacyStorage();
        // Rounds down. A lock's amount is never negative.
        uint256 weight = (uint256(int256($.locks[account].amount)) * lockWeeks * 1 weeks) / MAX_LOCK_CAP;
        uint256 total = $.permanentTotalSupply - $.permanentStakeWeight[account] + weight;
        $.isPermanent[account] = lockWeeks != 0;
        $.permanentBaseWeeks[account] = lockWeeks;
        $.permanentStakeWeight[account] = weight;
        $.permanentTotalSupply = total;
        $.globalPermanentSupplyAtEpoch[$.epoch] = total;
        $.userPermanentWeightAtEpoch[account][$.userPointEpoch[account]] = weight;
    }

    function _requirePermanent(address account) private view returns (uint256 lockWeeks) {
        LegacyStakeWeightStorage storage $ = legacyStorage();
        require($.isPermanent[account], NotPermanent(account));
        return $.permanentBaseWeeks[account];
    }

    function _requireValid(uint256 lockWeeks) private pure {
        uint8[7] memory presets = [4, 8, 12, 26, 52, 78, 104];
        for (uint256 index = 0; index < presets.length; ++index) if (presets[index] == lockWeeks) return;
        revert InvalidWeeks(lockWeeks);
    }
}
