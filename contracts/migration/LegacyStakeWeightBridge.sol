// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { IERC20 } from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import { SafeERC20 } from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import { ReentrancyGuardTransient } from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import { Math } from "@openzeppelin/contracts/utils/math/Math.sol";
import { Preset } from "../libraries/Preset.sol";
import { Week } from "../libraries/Week.sol";
import { IStakeWeight } from "../staking/interfaces/IStakeWeight.sol";
import { MAX_END_WEEKS_AHEAD } from "../staking/libraries/LedgerHead.sol";
import { ILegacyConfig } from "./interfaces/ILegacyConfig.sol";
import { ILegacyStakeWeightBridge } from "./interfaces/ILegacyStakeWeightBridge.sol";
import { LegacyPoints } from "./libraries/LegacyPoints.sol";
import { LegacyState, LegacyStorage, LockedBalance, Point } from "./libraries/LegacyStorage.sol";

/// @title LegacyStakeWeightBridge
/// @notice The last implementation behind the proxy of the legacy StakeWeight, of either generation. Freezes all locks, keeps
/// what the legacy distributor reads, and moves each lock with its tokens to StakeWeight, called by anyone. Needs no
/// initializer. Trusts StakeWeight, whose migrator it has to be, the token to be an honest ERC-20, and, for moving locks but
/// not for leaving, the legacy configuration to go on naming that token.
contract LegacyStakeWeightBridge is ILegacyStakeWeightBridge, ReentrancyGuardTransient {
    using LegacyPoints for LegacyState;
    using SafeERC20 for IERC20;

    /// @dev As many weeks as one checkpoint of the legacy system recorded.
    uint256 private constant CHECKPOINT_WEEKS = 255;

    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    IStakeWeight private immutable STAKE_WEIGHT;

    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    IERC20 private immutable TOKEN;

    /// @param destination Where locks go.
    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor(IStakeWeight destination) {
        require(address(destination) != address(0), ZeroAddress());
        STAKE_WEIGHT = destination;
        TOKEN = IERC20(destination.token());
    }

    /// @dev Nothing but an empty call is let through: older ProxyAdmins make one to what they upgrade to.
    fallback() external {
        require(msg.data.length == 0, LegacySystemFrozen(msg.sig));
    }

    /// @inheritdoc ILegacyStakeWeightBridge
    function migrate(address[] calldata accounts) external nonReentrant returns (uint256 moved) {
        LegacyState storage $ = LegacyStorage.load();
        _requireSameToken($);
        IStakeWeight.LegacyLock[] memory moving = new IStakeWeight.LegacyLock[](accounts.length);
        uint256 count = 0;
        // As many as the caller can pay the gas for.
        for (uint256 i = 0; i < accounts.length; ++i) {
            address account = accounts[i];
            LockStatus status = statusOf(account);
            if (status == LockStatus.Ready) {
                IStakeWeight.LegacyLock memory lock = _take($, account);
                moving[count++] = lock;
                moved += lock.amount;
                emit LockMigrated(account, lock.amount);
            } else if (status != LockStatus.None) {
                emit LockLeft(account, status);
            }
        }
        if (count == 0) return 0;

        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            // Shorter than it was made.
            mstore(moving, count)
        }
        _reduceSupply($, moved);
        TOKEN.forceApprove(address(STAKE_WEIGHT), moved);
        STAKE_WEIGHT.migrate(moving);
    }

    /// @inheritdoc ILegacyStakeWeightBridge
    function join() external nonReentrant returns (uint256 amount) {
        LegacyState storage $ = LegacyStorage.load();
        _requireSameToken($);
        LockStatus status = statusOf(msg.sender);
        require(status == LockStatus.PositionExists, CannotJoin(msg.sender, status));
        uint256 lockRemaining = _remaining($, msg.sender);
        uint256 positionRemaining = STAKE_WEIGHT.remainingLockTime(msg.sender);
        require(positionRemaining >= lockRemaining, LockOutlastsPosition(lockRemaining, positionRemaining));

        amount = _take($, msg.sender).amount;
        _reduceSupply($, amount);
        emit LockJoined(msg.sender, amount);
        TOKEN.forceApprove(address(STAKE_WEIGHT), amount);
        STAKE_WEIGHT.increaseAmountFor(msg.sender, amount);
    }

    /// @inheritdoc ILegacyStakeWeightBridge
    function withdraw() external nonReentrant returns (uint256 amount) {
        LegacyState storage $ = LegacyStorage.load();
        LockedBalance memory lock = $.locks[msg.sender];
        require(lock.end != 0 && lock.end <= block.timestamp, LockNotEnded(msg.sender, lock.end));
        require(lock.transferredAmount != 0, NothingTransferred(msg.sender));

        delete $.locks[msg.sender];
        _reduceSupply($, uint256(int256(lock.amount)));
        amount = lock.transferredAmount;
        emit LockWithdrawn(msg.sender, amount);
        TOKEN.safeTransfer(msg.sender, amount);
    }

    /// @inheritdoc ILegacyStakeWeightBridge
    function initiateUnlock() external returns (uint256 end) {
        LegacyState storage $ = LegacyStorage.load();
        LockedBalance storage lock = $.locks[msg.sender];
        require(lock.amount > 0 && lock.end == 0, NotPerpetual(msg.sender, lock.end));

        end = Week.start(Week.current() + Math.min($.permanentBaseWeeks[msg.sender], MAX_END_WEEKS_AHEAD));
        lock.end = end;
        emit UnlockInitiated(msg.sender, end);
    }

    /// @inheritdoc ILegacyStakeWeightBridge
    function checkpoint() external {
        LegacyStorage.load().checkpoint(CHECKPOINT_WEEKS);
    }

    /// @inheritdoc ILegacyStakeWeightBridge
    function checkpointWeeks(uint256 max) external {
        LegacyStorage.load().checkpoint(max);
    }

    /// @inheritdoc ILegacyStakeWeightBridge
    function stakeWeight() external view returns (address) {
        return address(STAKE_WEIGHT);
    }

    /// @inheritdoc ILegacyStakeWeightBridge
    function lockOf(address account) external view returns (LockedBalance memory lock, uint256 presetWeeks) {
        LegacyState storage $ = LegacyStorage.load();
        lock = $.locks[account];
        if (lock.amount > 0 && lock.end == 0) presetWeeks = $.permanentBaseWeeks[account];
    }

    /// @inheritdoc ILegacyStakeWeightBridge
    function locks(address account) external view returns (LockedBalance memory) {
        return LegacyStorage.load().locks[account];
    }

    /// @inheritdoc ILegacyStakeWeightBridge
    function supply() external view returns (uint256) {
        return LegacyStorage.load().supply;
    }

    /// @inheritdoc ILegacyStakeWeightBridge
    function config() external view returns (address) {
        return LegacyStorage.load().config;
    }

    /// @inheritdoc ILegacyStakeWeightBridge
    function epoch() external view returns (uint256) {
        return LegacyStorage.load().epoch;
    }

    /// @inheritdoc ILegacyStakeWeightBridge
    function pointHistory(uint256 index) external view returns (Point memory) {
        return LegacyStorage.load().pointHistory[index];
    }

    /// @inheritdoc ILegacyStakeWeightBridge
    function userPointEpoch(address account) external view returns (uint256) {
        return LegacyStorage.load().userPointEpoch[account];
    }

    /// @inheritdoc ILegacyStakeWeightBridge
    function userPointHistory(address account, uint256 index) external view returns (Point memory) {
        return LegacyStorage.load().userPointHistory[account][index];
    }

    /// @inheritdoc ILegacyStakeWeightBridge
    function permanentSupplyByEpoch(uint256 index) external view returns (uint256) {
        return LegacyStorage.load().globalPermanentSupplyAtEpoch[index];
    }

    /// @inheritdoc ILegacyStakeWeightBridge
    function userPermanentAt(address account, uint256 index) external view returns (uint256) {
        return LegacyStorage.load().userPermanentWeightAtEpoch[account][index];
    }

    /// @inheritdoc ILegacyStakeWeightBridge
    function statusOf(address account) public view returns (LockStatus) {
        LegacyState storage $ = LegacyStorage.load();
        LockedBalance storage lock = $.locks[account];
        int256 amount = lock.amount;
        // A lock of nobody has nowhere to go.
        if (amount <= 0 || account == address(0)) return LockStatus.None;
        if (lock.transferredAmount != uint256(amount)) return LockStatus.NotBacked;
        uint256 end = lock.end;
        if (end == 0) {
            if (!Preset.isValid($.permanentBaseWeeks[account])) return LockStatus.NoPreset;
        } else {
            if (end % 1 weeks != 0) return LockStatus.EndNotWeekStart;
            if (end > Week.start(Week.current() + MAX_END_WEEKS_AHEAD)) return LockStatus.EndTooLate;
        }
        return STAKE_WEIGHT.positionOf(account).amount == 0 ? LockStatus.Ready : LockStatus.PositionExists;
    }

    /// @dev Removes the lock of `account`, which must be backed, before its tokens go.
    function _take(LegacyState storage $, address account) private returns (IStakeWeight.LegacyLock memory taken) {
        LockedBalance storage lock = $.locks[account];
        uint256 end = lock.end;
        taken = IStakeWeight.LegacyLock({
            account: account,
            amount: uint256(int256(lock.amount)),
            presetWeeks: end == 0 ? $.permanentBaseWeeks[account] : 0,
            unlockEnd: end
        });
        delete $.locks[account];
    }

    /// @dev A legacy system may count in its supply what was transferred in only; nothing here rests on that number.
    function _reduceSupply(LegacyState storage $, uint256 amount) private {
        $.supply = Math.saturatingSub($.supply, amount);
    }

    /// @dev How long the lock of `account` would still last if it were unlocked now, in seconds.
    function _remaining(LegacyState storage $, address account) private view returns (uint256) {
        uint256 end = $.locks[account].end;
        if (end == 0) return Week.start($.permanentBaseWeeks[account]);
        return end > block.timestamp ? end - block.timestamp : 0;
    }

    function _requireSameToken(LegacyState storage $) private view {
        address legacyToken = ILegacyConfig($.config).getL2wct();
        require(legacyToken == address(TOKEN), WrongToken(legacyToken, address(TOKEN)));
    }
}
