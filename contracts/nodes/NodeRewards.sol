// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { AccessControlEnumerableUpgradeable } from "@openzeppelin/contracts-upgradeable/access/extensions/AccessControlEnumerableUpgradeable.sol";
import { MulticallUpgradeable } from "@openzeppelin/contracts-upgradeable/utils/MulticallUpgradeable.sol";
import { PausableUpgradeable } from "@openzeppelin/contracts-upgradeable/utils/PausableUpgradeable.sol";
import { IERC20 } from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import { SafeERC20 } from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import { ReentrancyGuardTransient } from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import { Math } from "@openzeppelin/contracts/utils/math/Math.sol";
import { SafeCast } from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import { Epoch } from "../libraries/Epoch.sol";
import { Week } from "../libraries/Week.sol";
import { WholeTransfer } from "../libraries/WholeTransfer.sol";
import { IRewardDistributor } from "../rewards/interfaces/IRewardDistributor.sol";
import { IStakeWeight } from "../staking/interfaces/IStakeWeight.sol";
import { INodeRewards, Outcome, PayTerms } from "./interfaces/INodeRewards.sol";
import { ONE } from "./libraries/Measurements.sol";
import { SEATS, SeatsLib } from "./libraries/SeatTable.sol";

/// @title NodeRewards
/// @notice Keeps what was funded for each epoch, what each node earned and was not paid yet, and the slashes that are pending.
/// Called by funders, by the oracle with an epoch's outcome, by anyone who claims for an operator or executes a slash that is
/// due, and by the guardian. Trusts the oracle for the outcome, StakeWeight to hold back what is to be slashed, and the token
/// to be an honest ERC-20.
contract NodeRewards is
    INodeRewards,
    AccessControlEnumerableUpgradeable,
    PausableUpgradeable,
    MulticallUpgradeable,
    ReentrancyGuardTransient
{
    using SafeCast for uint256;
    using SafeERC20 for IERC20;
    using SeatsLib for uint256;

    struct Account {
        /// Where the pay goes; written with the first pay, so that a claim never empties the slot.
        address payout;
        /// Earned and not paid, in wei.
        uint96 owed;
    }

    /// @dev What an epoch's pay is shared out by.
    struct Shares {
        uint256 budget;
        uint256 totalWeight;
        PayTerms terms;
    }

    /// @custom:storage-location erc7201:wct.storage.NodeRewards
    struct NodeRewardsStorage {
        /// What earlier epochs left, in wei.
        uint96 carried;
        /// The first epoch whose funding was neither settled nor carried on.
        uint40 openEpoch;
        /// Σ funding and Σ payments, in wei. Both only grow.
        uint120 funded;
        uint120 paid;
        /// The last epoch that was settled while older ones were left.
        uint40 settledEpoch;
        mapping(uint256 epoch => uint256 amount) fundings;
        mapping(address operator => Account) accounts;
        mapping(address operator => mapping(uint256 epoch => mapping(Offence => Slash))) slashes;
    }

    /// @notice May pause.
    bytes32 public constant PAUSER_ROLE = keccak256("PAUSER_ROLE");

    /// @notice May settle epochs and propose slashes. For the PerformanceOracle alone.
    bytes32 public constant ORACLE_ROLE = keccak256("ORACLE_ROLE");

    /// @notice May veto slashes.
    bytes32 public constant GUARDIAN_ROLE = keccak256("GUARDIAN_ROLE");

    /// @notice How many epochs ahead of the running one can be funded.
    uint256 public constant MAX_EPOCHS_AHEAD = 366;

    /// @notice How many missed epochs a settlement brings in by itself.
    uint256 public constant MAX_MISSED_EPOCHS = 32;

    /// @notice How long a slash can be vetoed.
    uint256 public constant VETO_TIME = 24 hours;

    /// @dev 1 in basis points.
    uint256 private constant BPS = 10_000;

    /// @dev keccak256(abi.encode(uint256(keccak256("wct.storage.NodeRewards")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant STORAGE_LOCATION = 0xaabad6cc5e42dbd75080182ceb882f7088df22cb49ab4f305636bd43c4ceb700;

    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    IERC20 private immutable TOKEN;

    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    IStakeWeight private immutable STAKE_WEIGHT;

    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    IRewardDistributor private immutable DISTRIBUTOR;

    /// @param distributor RewardDistributor: gets what is slashed; its token is paid, out of its StakeWeight is slashed.
    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor(IRewardDistributor distributor) {
        require(address(distributor) != address(0), ZeroAddress());
        DISTRIBUTOR = distributor;
        STAKE_WEIGHT = distributor.stakeWeight();
        TOKEN = IERC20(distributor.token());
        _disableInitializers();
    }

    /// @notice Sets the proxy up, once; the epoch in which this happens is the first that can be funded.
    /// @param admin Receives the administrator role, which grants all others.
    /// @custom:oz-upgrades-unsafe-allow missing-initializer-call
    function initialize(address admin) external initializer {
        require(admin != address(0), ZeroAddress());
        _grantRole(DEFAULT_ADMIN_ROLE, admin);
        _storage().openEpoch = Epoch.current().toUint40();
        // For slashed tokens. The distributor pulls from its caller only.
        TOKEN.forceApprove(address(DISTRIBUTOR), type(uint256).max);
    }

    /// @inheritdoc INodeRewards
    function fund(uint256 epoch, uint256 amount) external {
        fundRange(epoch, 1, amount);
    }

    /// @inheritdoc INodeRewards
    function fundStrayTokens() external whenNotPaused nonReentrant returns (uint256 amount) {
        amount = Math.saturatingSub(TOKEN.balanceOf(address(this)), _held());
        require(amount != 0, NoStrayTokens());
        _requireRoom(amount);
        _addFunding(address(this), Epoch.current(), amount);
    }

    /// @inheritdoc INodeRewards
    function rollOver(uint256 max) external returns (uint256 epochs) {
        // The epoch before the running one can still be settled.
        return _rollOver(Epoch.current() - 1, max);
    }

    /// @inheritdoc INodeRewards
    function claim(address operator) external nonReentrant returns (uint256 amount) {
        return _claim(operator);
    }

    /// @inheritdoc INodeRewards
    function claimMany(address[] calldata operators) external nonReentrant returns (uint256 amount) {
        // Bounded by the caller's list.
        for (uint256 i = 0; i < operators.length; ++i) {
            amount += _claim(operators[i]);
        }
    }

    /// @inheritdoc INodeRewards
    function setPayout(address payout) external {
        require(payout != address(0) && payout != address(this), InvalidPayout(payout));
        _storage().accounts[msg.sender].payout = payout;
        emit PayoutSet(msg.sender, payout);
    }

    /// @inheritdoc INodeRewards
    function settle(uint256 epoch, Outcome calldata outcome, PayTerms calldata terms) external onlyRole(ORACLE_ROLE) {
        NodeRewardsStorage storage $ = _storage();
        _rollOver(epoch, MAX_MISSED_EPOCHS);
        uint256 budget = $.carried + $.fundings[epoch];
        delete $.fundings[epoch];
        if ($.openEpoch == epoch) $.openEpoch = (epoch + 1).toUint40();
        else $.settledEpoch = epoch.toUint40();

        Shares memory shares = Shares({ budget: budget, totalWeight: _sum(outcome.weights), terms: terms });
        (uint256[] memory amounts, uint256 earned) = _pay(shares, outcome);
        // Every amount is rounded down and every share a part of 1, so this cannot underflow.
        $.carried = (budget - earned).toUint96();
        emit EpochSettled(epoch, budget, earned, amounts);
        _credit(outcome.operators, amounts);
        if (outcome.confined != 0) _slashConfined(epoch, outcome, terms.slashBps);
    }

    /// @inheritdoc INodeRewards
    function proposeSlash(
        address operator,
        uint256 epoch,
        Offence offence,
        uint256 slashBps
    ) external onlyRole(ORACLE_ROLE) {
        _proposeSlash(operator, epoch, offence, slashBps);
    }

    /// @inheritdoc INodeRewards
    function executeSlash(address operator, uint256 epoch, Offence offence) external nonReentrant {
        Slash storage slash = _pendingSlash(operator, epoch, offence);
        require(block.timestamp >= slash.dueAt, SlashNotDue(operator, epoch, offence, slash.dueAt));
        uint256 amount = slash.amount;
        uint256 weekStart = Week.start(Week.current());
        slash.state = SlashState.Executed;
        emit SlashExecuted(operator, epoch, offence, amount, weekStart);
        STAKE_WEIGHT.slash(operator, amount);
        DISTRIBUTOR.fund(weekStart, amount);
    }

    /// @inheritdoc INodeRewards
    function vetoSlash(address operator, uint256 epoch, Offence offence) external onlyRole(GUARDIAN_ROLE) {
        Slash storage slash = _pendingSlash(operator, epoch, offence);
        require(block.timestamp < slash.dueAt, VetoTooLate(operator, epoch, offence, slash.dueAt));
        slash.state = SlashState.Vetoed;
        emit SlashVetoed(operator, epoch, offence, slash.amount, msg.sender);
        STAKE_WEIGHT.releaseHeld(operator, slash.amount);
    }

    /// @inheritdoc INodeRewards
    function pause() external onlyRole(PAUSER_ROLE) {
        _pause();
    }

    /// @inheritdoc INodeRewards
    function unpause() external onlyRole(DEFAULT_ADMIN_ROLE) {
        _unpause();
    }

    /// @inheritdoc INodeRewards
    function token() external view returns (address) {
        return address(TOKEN);
    }

    /// @inheritdoc INodeRewards
    function owedTo(address operator) external view returns (uint256) {
        return _storage().accounts[operator].owed;
    }

    /// @inheritdoc INodeRewards
    function budgetOf(uint256 epoch) external view returns (uint256) {
        NodeRewardsStorage storage $ = _storage();
        if (epoch < $.openEpoch || epoch <= $.settledEpoch) return 0;
        (uint256 missed, ) = _missed(epoch, MAX_MISSED_EPOCHS);
        return $.carried + missed + $.fundings[epoch];
    }

    /// @inheritdoc INodeRewards
    function slashOf(address operator, uint256 epoch, Offence offence) external view returns (Slash memory) {
        return _storage().slashes[operator][epoch][offence];
    }

    /// @inheritdoc INodeRewards
    function totalFunded() external view returns (uint256) {
        return _storage().funded;
    }

    /// @inheritdoc INodeRewards
    function totalPaid() external view returns (uint256) {
        return _storage().paid;
    }

    /// @inheritdoc INodeRewards
    function fundRange(uint256 firstEpoch, uint256 count, uint256 amountPerEpoch) public whenNotPaused nonReentrant {
        require(amountPerEpoch != 0, ZeroAmount());
        require(count != 0, NoEpochs());
        uint256 running = Epoch.current();
        require(firstEpoch >= running, EpochFinished(firstEpoch, running));
        // Saturating, so that an absurd range is refused by name as well.
        uint256 lastEpoch = Math.saturatingAdd(firstEpoch, count - 1);
        uint256 latest = running + MAX_EPOCHS_AHEAD;
        require(lastEpoch <= latest, EpochTooFarAhead(lastEpoch, latest));
        uint256 amount = Math.saturatingMul(amountPerEpoch, count);
        _requireRoom(amount);

        // At most 367 epochs.
        for (uint256 epoch = firstEpoch; epoch <= lastEpoch; ++epoch) {
            _addFunding(msg.sender, epoch, amountPerEpoch);
        }
        WholeTransfer.pull(TOKEN, msg.sender, amount);
    }

    /// @inheritdoc INodeRewards
    function payoutOf(address operator) public view returns (address) {
        address payout = _storage().accounts[operator].payout;
        return payout == address(0) ? operator : payout;
    }

    function _addFunding(address funder, uint256 epoch, uint256 amount) private {
        NodeRewardsStorage storage $ = _storage();
        $.fundings[epoch] += amount;
        $.funded += amount.toUint120();
        emit EpochFunded(funder, epoch, amount);
    }

    /// @dev Carries the funding of up to `max` epochs before `toEpoch` on.
    function _rollOver(uint256 toEpoch, uint256 max) private returns (uint256 epochs) {
        uint256 missed;
        (missed, epochs) = _missed(toEpoch, max);
        if (epochs == 0) return 0;
        NodeRewardsStorage storage $ = _storage();
        uint256 openEpoch = $.openEpoch + epochs;
        $.openEpoch = openEpoch.toUint40();
        $.carried += missed.toUint96();
        emit BudgetRolledOver(openEpoch, missed);
    }

    function _slashConfined(uint256 epoch, Outcome calldata outcome, uint256 slashBps) private {
        uint256 seated = outcome.active | outcome.reserved;
        uint256 count = 0;
        for (uint256 seat = 0; seat < SEATS; ++seat) {
            if (!seated.has(seat)) continue;
            uint256 i = count++;
            if (outcome.confined.has(seat)) _proposeSlash(outcome.operators[i], epoch, Offence.Confinement, slashBps);
        }
    }

    function _credit(address[] calldata operators, uint256[] memory amounts) private {
        mapping(address operator => Account) storage accounts = _storage().accounts;
        for (uint256 i = 0; i < amounts.length; ++i) {
            if (amounts[i] == 0) continue;
            Account storage account = accounts[operators[i]];
            if (account.payout == address(0)) account.payout = operators[i];
            // All that is owed was funded, so it is below 2^96.
            account.owed += uint96(amounts[i]);
        }
    }

    function _claim(address operator) private returns (uint256 amount) {
        NodeRewardsStorage storage $ = _storage();
        amount = $.accounts[operator].owed;
        if (amount == 0) return 0;
        address payout = payoutOf(operator);
        $.accounts[operator].owed = 0;
        $.paid += amount.toUint120();
        emit Claimed(operator, payout, amount);
        TOKEN.safeTransfer(payout, amount);
    }

    function _proposeSlash(address operator, uint256 epoch, Offence offence, uint256 slashBps) private {
        Slash storage slash = _storage().slashes[operator][epoch][offence];
        if (slash.state != SlashState.None) return;
        uint256 amount = STAKE_WEIGHT.holdForSlash(operator, slashBps);
        if (amount == 0) return;
        uint256 dueAt = block.timestamp + VETO_TIME;
        _storage().slashes[operator][epoch][offence] = Slash({
            amount: amount.toUint96(),
            dueAt: dueAt.toUint40(),
            state: SlashState.Pending
        });
        emit SlashProposed(operator, epoch, offence, amount, dueAt);
    }

    /// @dev The funding of up to `max` epochs before `toEpoch` that nobody settled.
    function _missed(uint256 toEpoch, uint256 max) private view returns (uint256 amount, uint256 epochs) {
        NodeRewardsStorage storage $ = _storage();
        uint256 openEpoch = $.openEpoch;
        epochs = Math.min(Math.saturatingSub(toEpoch, openEpoch), max);
        for (uint256 i = 0; i < epochs; ++i) {
            amount += $.fundings[openEpoch + i];
        }
    }

    function _pendingSlash(
        address operator,
        uint256 epoch,
        Offence offence
    ) private view returns (Slash storage slash) {
        slash = _storage().slashes[operator][epoch][offence];
        require(slash.state == SlashState.Pending, SlashNotPending(operator, epoch, offence, slash.state));
    }

    /// @dev Funded and not paid, in wei. Only what was funded is ever owed, so it never underflows.
    function _held() private view returns (uint256) {
        NodeRewardsStorage storage $ = _storage();
        return $.funded - $.paid;
    }

    /// @dev With this every budget, and whatever is owed, stays below 2^96.
    function _requireRoom(uint256 amount) private view {
        uint256 available = type(uint96).max - _held();
        require(amount <= available, FundingLimitExceeded(amount, available));
    }

    function _sum(uint256[] calldata weights) private pure returns (uint256 sum) {
        for (uint256 i = 0; i < weights.length; ++i) {
            sum += weights[i];
        }
    }

    /// @dev What each node earned, and all of them.
    function _pay(
        Shares memory shares,
        Outcome calldata outcome
    ) private pure returns (uint256[] memory amounts, uint256 earned) {
        uint256[] calldata weights = outcome.weights;
        uint256[] calldata scores = outcome.scores;
        uint256 seated = outcome.active | outcome.reserved;
        amounts = new uint256[](weights.length);
        uint256 count = 0;
        for (uint256 seat = 0; seat < SEATS; ++seat) {
            if (!seated.has(seat)) continue;
            uint256 i = count++;
            if (!outcome.paid.has(seat)) continue;
            amounts[i] = _payOf(shares, weights[i], outcome.active.has(seat), scores[i]);
            earned += amounts[i];
        }
    }

    /// @dev budget · min(weight / totalWeight, cap) · f · (α + (1 − α) · score), rounded down once.
    function _payOf(Shares memory shares, uint256 weight, bool isActive, uint256 score) private pure returns (uint256) {
        PayTerms memory terms = shares.terms;
        uint256 totalWeight = shares.totalWeight;
        if (totalWeight == 0) return 0;
        // All weights together are below 2^96 and the budget, too; a score is at most 1e18, so `earned` at most 1e26 < 2^87, and
        // the divisor below 2^96 · 2^87.
        unchecked {
            uint256 factorBps = isActive ? BPS : terms.reservedBps;
            uint256 earned = factorBps * (terms.baseBps * ONE + (BPS - terms.baseBps) * score);
            if (weight * BPS > totalWeight * terms.shareCapBps) (weight, totalWeight) = (terms.shareCapBps, BPS);
            return Math.mulDiv(shares.budget * weight, earned, totalWeight * (BPS * BPS * ONE));
        }
    }

    function _storage() private pure returns (NodeRewardsStorage storage $) {
        // solhint-disable-next-line no-inline-assembly
        assembly {
            $.slot := STORAGE_LOCATION
        }
    }
}
