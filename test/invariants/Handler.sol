// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { IAccessControl } from "@openzeppelin/contracts/access/IAccessControl.sol";
import { Ownable } from "@openzeppelin/contracts/access/Ownable.sol";
import { IVotes } from "@openzeppelin/contracts/governance/utils/IVotes.sol";
import { Initializable } from "@openzeppelin/contracts/proxy/utils/Initializable.sol";
import { ITransparentUpgradeableProxy, ProxyAdmin } from "@openzeppelin/contracts/proxy/transparent/ProxyAdmin.sol";
import { Pausable } from "@openzeppelin/contracts/utils/Pausable.sol";
import { Math } from "@openzeppelin/contracts/utils/math/Math.sol";
import { NotWeekStart } from "../../contracts/libraries/Week.sol";
import { RewardDistributor } from "../../contracts/rewards/RewardDistributor.sol";
import { IRewardDistributor } from "../../contracts/rewards/interfaces/IRewardDistributor.sol";
import { StakeWeight } from "../../contracts/staking/StakeWeight.sol";
import { IStakeWeight } from "../../contracts/staking/interfaces/IStakeWeight.sol";
import { WCT } from "../../contracts/token/WCT.sol";
import { PropertyTest } from "../support/PropertyTest.sol";
import { Random } from "../support/Random.sol";
import { Model } from "./Model.sol";

/// @notice Acts as everybody, with valid and invalid calls. Each call has one outcome by the rules, worked out beforehand
/// from the model: success, or one error with its values. Any other outcome fails the run.
contract Handler is PropertyTest {
    /// @dev What can be seen of the accounts at one moment.
    struct Snapshot {
        uint256 timestamp;
        uint256 totalWeight;
        uint256[] weights;
        /// Paid so far and claimable.
        uint256[] earned;
    }

    struct Parties {
        address admin;
        address pauser;
        address funder;
        address stranger;
        address migrator;
        address slasher;
        address[] actors;
        address[] operators;
    }

    uint256 private constant MAX_OBSERVATIONS = 48;
    uint256 private constant LIMIT = type(uint96).max;

    StakeWeight public immutable STAKE_WEIGHT;
    RewardDistributor public immutable DISTRIBUTOR;
    WCT public immutable TOKEN;
    Model public immutable MODEL;
    address public immutable STAKE_WEIGHT_ADMIN;
    address public immutable DISTRIBUTOR_ADMIN;

    Parties private _parties;

    /// @notice How often each action did its work, and how often it was refused with the error that the rules name.
    mapping(bytes32 action => uint256) public successes;
    mapping(bytes32 action => uint256) public refusals;
    uint256 public callCount;

    mapping(address account => uint256) public paidTo;
    /// @notice Claims that moved the account forward: each may round down once more.
    mapping(address account => uint256) public claims;
    /// @dev What claiming a stretch in parts cost.
    mapping(address account => uint256) private _roundedOff;
    mapping(address account => address) public recipients;
    mapping(address owner => mapping(address operator => bool)) public operators;
    uint256 public totalFunded;
    uint256 public totalPaid;
    uint256 public openWeek;
    /// @notice What was taken of positions so far.
    uint256 public totalSlashed;
    uint256 public strayInStakeWeight;
    uint256 public strayInDistributor;
    bool public stakeWeightPaused;
    bool public distributorPaused;

    Snapshot private _before;
    Snapshot private _after;
    /// @notice Whose position the last call changed; zero for nobody's.
    address public touched;
    /// @notice The call in which an account's legacy lock arrived.
    mapping(address account => uint256) public arrived;
    /// @notice Whether it was a call that may raise weight.
    bool public addsWeight;
    /// @dev What was foretold for the second that time went on to.
    uint256[] private _foretold;

    Snapshot[] private _observations;

    constructor(
        StakeWeight stakeWeight,
        RewardDistributor distributor,
        WCT token,
        address stakeWeightAdmin,
        address distributorAdmin,
        Parties memory parties_
    ) {
        STAKE_WEIGHT = stakeWeight;
        DISTRIBUTOR = distributor;
        TOKEN = token;
        STAKE_WEIGHT_ADMIN = stakeWeightAdmin;
        DISTRIBUTOR_ADMIN = distributorAdmin;
        _parties = parties_;
        MODEL = new Model(parties_.actors);
        openWeek = block.timestamp / 1 weeks;
        _observe();
        _observe();
    }

    /* POSITIONS */

    function stake(uint256 seed) external {
        Random memory random = _begin(seed);
        address actor = _actorIn(random, IStakeWeight.State.None);
        uint256 amount = _amount(random, actor);
        uint256 presetWeeks = _preset(random);
        bytes memory refusal = _openRefusal(actor, amount, presetWeeks);
        if (
            _attempt(
                "stake",
                actor,
                address(STAKE_WEIGHT),
                abi.encodeCall(IStakeWeight.stake, (amount, presetWeeks)),
                refusal
            )
        ) {
            _open(actor, amount, presetWeeks);
        }
        _observe();
    }

    function stakeFor(uint256 seed) external {
        Random memory random = _begin(seed);
        address actor = _actorIn(random, IStakeWeight.State.None);
        address operator = _operator(random);
        uint256 amount = _amount(random, operator);
        uint256 presetWeeks = _preset(random);
        bytes memory refusal =
            operators[actor][operator]
                ? _openRefusal(actor, amount, presetWeeks)
                : abi.encodeWithSelector(IStakeWeight.NotOperator.selector, operator, actor);
        bytes memory data = abi.encodeCall(IStakeWeight.stakeFor, (actor, amount, presetWeeks));
        if (_attempt("stakeFor", operator, address(STAKE_WEIGHT), data, refusal)) _open(actor, amount, presetWeeks);
        _observe();
    }

    function increaseAmount(uint256 seed) external {
        Random memory random = _begin(seed);
        address actor = _activeActor(random);
        uint256 amount = _amount(random, actor);
        bytes memory refusal = _increaseRefusal(actor, amount);
        bytes memory data = abi.encodeCall(IStakeWeight.increaseAmount, (amount));
        if (_attempt("increaseAmount", actor, address(STAKE_WEIGHT), data, refusal)) _increase(actor, amount);
        _observe();
    }

    function increaseAmountFor(uint256 seed) external {
        Random memory random = _begin(seed);
        address actor = _activeActor(random);
        address operator = _operator(random);
        uint256 amount = _amount(random, operator);
        bytes memory refusal =
            operators[actor][operator]
                ? _increaseRefusal(actor, amount)
                : abi.encodeWithSelector(IStakeWeight.NotOperator.selector, operator, actor);
        bytes memory data = abi.encodeCall(IStakeWeight.increaseAmountFor, (actor, amount));
        if (_attempt("increaseAmountFor", operator, address(STAKE_WEIGHT), data, refusal)) _increase(actor, amount);
        _observe();
    }

    function relock(uint256 seed) external {
        Random memory random = _begin(seed);
        address actor = _activeActor(random);
        uint256 presetWeeks = _preset(random);
        bytes memory refusal = _updateRefusal(actor, 0, presetWeeks);
        bytes memory data = abi.encodeCall(IStakeWeight.relock, (presetWeeks));
        if (_attempt("relock", actor, address(STAKE_WEIGHT), data, refusal)) _update(actor, 0, presetWeeks);
        _observe();
    }

    function update(uint256 seed) external {
        Random memory random = _begin(seed);
        address actor = _activeActor(random);
        uint256 amount = random.between(0, 3) == 0 ? 0 : _amount(random, actor);
        uint256 presetWeeks = random.between(0, 1) == 0 ? _terms(actor).presetWeeks : _preset(random);
        bytes memory refusal = _updateRefusal(actor, amount, presetWeeks);
        bytes memory data = abi.encodeCall(IStakeWeight.update, (amount, presetWeeks));
        if (_attempt("update", actor, address(STAKE_WEIGHT), data, refusal)) _update(actor, amount, presetWeeks);
        _observe();
    }

    function initiateUnlock(uint256 seed) external {
        address actor = _actorIn(_begin(seed), IStakeWeight.State.Locked);
        Model.Terms memory terms = _terms(actor);
        IStakeWeight.State state = stateOf(actor);
        bytes memory refusal;
        if (state != IStakeWeight.State.Locked) {
            refusal = abi.encodeWithSelector(IStakeWeight.NotLocked.selector, actor, state);
        }
        bytes memory data = abi.encodeCall(IStakeWeight.initiateUnlock, ());
        if (_attempt("initiateUnlock", actor, address(STAKE_WEIGHT), data, refusal)) {
            MODEL.set(
                actor,
                terms.amount,
                terms.presetWeeks,
                (block.timestamp + terms.presetWeeks * 1 weeks) / 1 weeks
            );
            touched = actor;
        }
        _observe();
    }

    function withdraw(uint256 seed) external {
        address actor = _actorIn(_begin(seed), IStakeWeight.State.Unlocked);
        Model.Terms memory terms = _terms(actor);
        IStakeWeight.State state = stateOf(actor);
        bytes memory refusal;
        if (state != IStakeWeight.State.Unlocked) {
            refusal = abi.encodeWithSelector(IStakeWeight.NotUnlocked.selector, actor, state, terms.endWeek * 1 weeks);
        }
        uint256 held = MODEL.held(actor);
        if (refusal.length == 0 && held == terms.amount) {
            refusal = abi.encodeWithSelector(IStakeWeight.AllHeld.selector, actor, held);
        }
        uint256 balance = TOKEN.balanceOf(actor);
        bytes memory data = abi.encodeCall(IStakeWeight.withdraw, ());
        if (_attempt("withdraw", actor, address(STAKE_WEIGHT), data, refusal)) {
            MODEL.setAmount(actor, held);
            touched = actor;
            assertEq(TOKEN.balanceOf(actor), balance + terms.amount - held, "withdrawn");
            if (held != 0) ++successes["withdrawRest"];
        }
        _observe();
    }

    function setOperator(uint256 seed) external {
        Random memory random = _begin(seed);
        address actor = _actor(random);
        address operator = random.between(0, 9) == 0 ? address(0) : _operator(random);
        // Mostly approvals, else operators seldom get to act.
        bool approved = random.between(0, 3) != 0;
        bytes memory refusal;
        if (operator == address(0)) refusal = abi.encodeWithSelector(IStakeWeight.ZeroAddress.selector);
        bytes memory data = abi.encodeCall(IStakeWeight.setOperator, (operator, approved));
        if (_attempt("setOperator", actor, address(STAKE_WEIGHT), data, refusal)) operators[actor][operator] = approved;
        _observe();
    }

    /// @notice Locks of the legacy system arrive for two accounts, of which either may be refused.
    function migrate(uint256 seed) external {
        Random memory random = _begin(seed);
        IStakeWeight.LegacyLock[] memory locks = new IStakeWeight.LegacyLock[](random.between(1, 2));
        uint256 left = TOKEN.balanceOf(_parties.migrator);
        uint256 room = LIMIT - MODEL.totalStaked();
        bytes memory refusal;
        for (uint256 i = 0; i < locks.length; ++i) {
            locks[i] = _legacyLock(random, left);
            left -= locks[i].amount;
            // A second position is refused before the limit is asked for.
            bool isTwice = i == 1 && locks[1].account == locks[0].account;
            if (refusal.length == 0) refusal = _migrateRefusal(locks[i], isTwice ? type(uint256).max : room);
            if (isTwice && refusal.length == 0) {
                refusal = abi.encodeWithSelector(
                    IStakeWeight.PositionExists.selector,
                    locks[0].account,
                    locks[0].amount
                );
            }
            if (refusal.length == 0) room -= locks[i].amount;
        }
        if (stakeWeightPaused) refusal = abi.encodeWithSelector(Pausable.EnforcedPause.selector);
        bytes memory data = abi.encodeCall(IStakeWeight.migrate, (locks));
        if (_attempt("migrate", _parties.migrator, address(STAKE_WEIGHT), data, refusal)) {
            for (uint256 i = 0; i < locks.length; ++i) {
                uint256 endWeek = locks[i].unlockEnd / 1 weeks;
                MODEL.set(locks[i].account, locks[i].amount, locks[i].presetWeeks, endWeek);
                arrived[locks[i].account] = callCount;
                if (endWeek == 0) ++successes["migrateLocked"];
                else if (endWeek * 1 weeks <= block.timestamp) ++successes["migrateUnlocked"];
            }
        }
        _observe();
    }

    /* SLASHES */

    /// @notice Mostly one hold; at times so many that all is held.
    function holdForSlash(uint256 seed) external {
        Random memory random = _begin(seed);
        address actor = _positionedActor(random);
        uint256 times = random.between(0, 9) == 0 ? 101 : 1;
        for (uint256 i = 0; i < times; ++i) {
            uint256 slashBps = random.between(0, 3) == 0 ? random.between(0, 105) : 100;
            bytes memory refusal;
            if (slashBps > 100) {
                refusal = abi.encodeWithSelector(IStakeWeight.SlashTooLarge.selector, slashBps, 100);
            }
            uint256 held = MODEL.held(actor);
            bytes memory data = abi.encodeCall(IStakeWeight.holdForSlash, (actor, slashBps));
            if (!_attempt("holdForSlash", _parties.slasher, address(STAKE_WEIGHT), data, refusal)) continue;
            uint256 amount = MODEL.holdable(actor, slashBps);
            MODEL.setHeld(actor, held + amount);
            assertEq(STAKE_WEIGHT.heldOf(actor), held + amount, "held");
            if (amount == 0) ++successes["holdNothing"];
            if (held + amount == _terms(actor).amount) ++successes["holdAll"];
        }
        _observe();
    }

    function releaseHeld(uint256 seed) external {
        Random memory random = _begin(seed);
        address actor = _heldActor(random);
        uint256 held = MODEL.held(actor);
        uint256 amount = _heldAmount(random, held);
        bytes memory refusal = _heldRefusal(actor, amount);
        bytes memory data = abi.encodeCall(IStakeWeight.releaseHeld, (actor, amount));
        if (_attempt("releaseHeld", _parties.slasher, address(STAKE_WEIGHT), data, refusal)) {
            MODEL.setHeld(actor, held - amount);
        }
        _observe();
    }

    function slash(uint256 seed) external {
        Random memory random = _begin(seed);
        address actor = _heldActor(random);
        uint256 amount = _heldAmount(random, MODEL.held(actor));
        bytes memory refusal =
            amount == 0 ? abi.encodeWithSelector(IStakeWeight.ZeroAmount.selector) : _heldRefusal(actor, amount);
        IStakeWeight.State state = stateOf(actor);
        bytes memory data = abi.encodeCall(IStakeWeight.slash, (actor, amount));
        if (_attempt("slash", _parties.slasher, address(STAKE_WEIGHT), data, refusal)) {
            _slashed(actor, amount);
            touched = actor;
            if (state == IStakeWeight.State.Unlocking) ++successes["slashUnlocking"];
            if (state == IStakeWeight.State.Unlocked) ++successes["slashUnlocked"];
            if (stateOf(actor) == IStakeWeight.State.None) ++successes["slashAll"];
            if (MODEL.delegateAt(actor, block.timestamp) != actor) ++successes["slashDelegated"];
        }
        _observe();
    }

    /* VOTES */

    /// @notice To another actor, to somebody without a position, or back to itself.
    function delegate(uint256 seed) external {
        Random memory random = _begin(seed);
        address actor = _actor(random);
        uint256 kind = random.between(0, 5);
        address delegatee =
            kind == 0
                ? address(0)
                : kind == 1
                    ? _operator(random)
                    : _actor(random);
        address expected = delegatee == address(0) ? actor : delegatee;
        bool isDelegated = MODEL.delegateAt(actor, block.timestamp) != actor;
        bytes memory data = abi.encodeCall(IVotes.delegate, (delegatee));
        _attempt("delegate", actor, address(STAKE_WEIGHT), data, "");
        MODEL.setDelegate(actor, expected);
        if (isDelegated && expected == actor) ++successes["delegateBack"];
        if (isDelegated && stateOf(actor) == IStakeWeight.State.Unlocking) ++successes["delegateUnlocking"];
        if (isDelegated && stateOf(actor) == IStakeWeight.State.Unlocked) ++successes["delegateUnlocked"];
        _observe();
    }

    /* REWARDS */

    function fund(uint256 seed) external {
        Random memory random = _begin(seed);
        uint256 weekStart = _fundedWeekStart(random);
        uint256 amount = _amount(random, _parties.funder);
        bytes memory refusal = _fundRefusal(weekStart, 1, amount);
        bytes memory data = abi.encodeCall(IRewardDistributor.fund, (weekStart, amount));
        if (_attempt("fund", _parties.funder, address(DISTRIBUTOR), data, refusal)) _fund(weekStart, 1, amount);
        _observe();
    }

    function fundRange(uint256 seed) external {
        Random memory random = _begin(seed);
        uint256 weekStart = _fundedWeekStart(random);
        uint256 weekCount = random.between(0, 12);
        uint256 amount = _amount(random, _parties.funder) / Math.max(weekCount, 1);
        // Absurd ranges are refused by name as well, whatever their product would be.
        if (random.between(0, 9) == 0) weekCount = random.next();
        bytes memory refusal = _fundRefusal(weekStart, weekCount, amount);
        bytes memory data = abi.encodeCall(IRewardDistributor.fundRange, (weekStart, weekCount, amount));
        if (_attempt("fundRange", _parties.funder, address(DISTRIBUTOR), data, refusal)) {
            _fund(weekStart, weekCount, amount);
        }
        _observe();
    }

    /// @notice Sends tokens to a contract without a word.
    function donate(uint256 seed) external {
        Random memory random = _begin(seed);
        bool toStakeWeight = random.between(0, 1) == 0;
        uint256 amount = random.amount(1e24);
        vm.prank(_parties.funder);
        TOKEN.transfer(toStakeWeight ? address(STAKE_WEIGHT) : address(DISTRIBUTOR), amount);
        if (toStakeWeight) strayInStakeWeight += amount;
        else strayInDistributor += amount;
        ++successes["donate"];
        _observe();
    }

    function fundStrayTokens(uint256 seed) external {
        Random memory random = _begin(seed);
        uint256 amount = strayInStakeWeight + strayInDistributor;
        uint256 available = LIMIT - (totalFunded - totalPaid);
        bytes memory refusal;
        if (distributorPaused) refusal = abi.encodeWithSelector(Pausable.EnforcedPause.selector);
        else if (amount == 0) refusal = abi.encodeWithSelector(IRewardDistributor.NoStrayTokens.selector);
        else if (amount > available) {
            refusal = abi.encodeWithSelector(IRewardDistributor.FundingLimitExceeded.selector, amount, available);
        }
        address caller = random.between(0, 1) == 0 ? _parties.stranger : _actor(random);
        bytes memory data = abi.encodeCall(IRewardDistributor.fundStrayTokens, ());
        if (_attempt("fundStrayTokens", caller, address(DISTRIBUTOR), data, refusal)) {
            if (strayInStakeWeight != 0) ++successes["releaseStrayTokens"];
            (strayInStakeWeight, strayInDistributor) = (0, 0);
            MODEL.fund(block.timestamp / 1 weeks, amount);
            totalFunded += amount;
        }
        _observe();
    }

    function closeWeeks(uint256 seed) external {
        Random memory random = _begin(seed);
        uint256 max = random.between(0, 5);
        uint256 expected = Math.min(max, block.timestamp / 1 weeks - openWeek);
        vm.prank(_parties.stranger);
        assertEq(DISTRIBUTOR.closeWeeks(max), expected, "closed");
        openWeek += expected;
        if (expected != 0) ++successes["closeWeeks"];
        _observe();
    }

    /// @notice By the account itself, another one, or somebody without any position.
    function claim(uint256 seed) external {
        Random memory random = _begin(seed);
        address actor = _actor(random);
        address caller = random.between(0, 2) == 0 ? _parties.stranger : _actor(random);
        address recipient = recipientOf(actor);
        uint256 due = DISTRIBUTOR.claimable(actor);
        uint256 balance = TOKEN.balanceOf(recipient);
        vm.prank(caller);
        assertEq(DISTRIBUTOR.claim(actor), due, "claimed what was claimable");
        assertEq(TOKEN.balanceOf(recipient), balance + due, "arrived");
        _claimed(actor, due);
        if (due != 0) ++successes["claim"];
        if (due != 0 && caller != actor) ++successes["claimByOther"];
        if (due != 0 && recipient != actor) ++successes["claimToRecipient"];
        _observe();
    }

    /// @notice Some of the weeks that are over, claimed before or not.
    function claimThrough(uint256 seed) external {
        Random memory random = _begin(seed);
        address actor = _actor(random);
        uint256 running = block.timestamp / 1 weeks;
        uint256 week = random.between(running - 20, running - 1);
        uint256 due = DISTRIBUTOR.claimable(actor);
        uint256 balance = TOKEN.balanceOf(recipientOf(actor));
        vm.prank(_parties.stranger);
        uint256 paid = DISTRIBUTOR.claimThrough(actor, week * 1 weeks);
        assertEq(TOKEN.balanceOf(recipientOf(actor)), balance + paid, "arrived");
        assertGe(DISTRIBUTOR.firstUnclaimedWeekStart(actor), (week + 1) * 1 weeks);
        uint256 later = DISTRIBUTOR.claimable(actor);
        // A stretch in two parts is rounded down twice.
        assertLe(paid + later, due);
        assertLe(due, paid + later + 1);
        _roundedOff[actor] += due - paid - later;
        openWeek = Math.max(openWeek, week + 1);
        _paid(actor, paid);
        if (paid != 0 && later != 0) ++successes["claimThrough"];
        _observe();
    }

    function claimMany(uint256 seed) external {
        Random memory random = _begin(seed);
        // One of them twice, which must not pay twice.
        uint256 count = random.between(1, 5);
        address[] memory accounts = new address[](count + 1);
        uint256 sum = 0;
        for (uint256 i = 0; i <= count; ++i) {
            accounts[i] = i == count ? accounts[0] : _actor(random);
            bool seen = false;
            for (uint256 j = 0; j < i; ++j) seen = seen || accounts[j] == accounts[i];
            if (seen) continue;
            uint256 due = DISTRIBUTOR.claimable(accounts[i]);
            _claimed(accounts[i], due);
            sum += due;
        }
        uint256 balance = TOKEN.balanceOf(address(DISTRIBUTOR));
        vm.prank(_parties.stranger);
        assertEq(DISTRIBUTOR.claimMany(accounts), sum, "claimed what was claimable");
        assertEq(TOKEN.balanceOf(address(DISTRIBUTOR)), balance - sum, "paid");
        if (sum != 0) ++successes["claimMany"];
        _observe();
    }

    function claimAndRestake(uint256 seed) external {
        address actor = _activeActor(_begin(seed));
        uint256 due = DISTRIBUTOR.claimable(actor);
        bytes memory refusal =
            due == 0
                ? abi.encodeWithSelector(IRewardDistributor.NothingToRestake.selector, actor)
                : _increaseRefusal(actor, due);
        bytes memory data = abi.encodeCall(IRewardDistributor.claimAndRestake, ());
        if (_attempt("claimAndRestake", actor, address(DISTRIBUTOR), data, refusal)) {
            _claimed(actor, due);
            _increase(actor, due);
        }
        _observe();
    }

    function setRecipient(uint256 seed) external {
        Random memory random = _begin(seed);
        address actor = _actor(random);
        address[4] memory invalid = [address(0), address(STAKE_WEIGHT), address(DISTRIBUTOR), address(0)];
        address recipient = random.between(0, 4) == 0 ? invalid[random.between(0, 3)] : _actor(random);
        bytes memory refusal;
        if (recipient == address(0) || recipient == address(STAKE_WEIGHT) || recipient == address(DISTRIBUTOR)) {
            refusal = abi.encodeWithSelector(IRewardDistributor.InvalidRecipient.selector, recipient);
        }
        bytes memory data = abi.encodeCall(IRewardDistributor.setRecipient, (recipient));
        if (_attempt("setRecipient", actor, address(DISTRIBUTOR), data, refusal)) recipients[actor] = recipient;
        _observe();
    }

    /* ROLES */

    /// @notice Mostly tries to end a pause; see also {passWeeks}.
    function togglePause(uint256 seed) external {
        Random memory random = _begin(seed);
        bool onStakeWeight = random.between(0, 1) == 0;
        bool isPaused = onStakeWeight ? stakeWeightPaused : distributorPaused;
        address target = onStakeWeight ? address(STAKE_WEIGHT) : address(DISTRIBUTOR);
        bool pauses = random.between(0, 3) == 0;
        bytes memory refusal;
        if (pauses && isPaused) refusal = abi.encodeWithSelector(Pausable.EnforcedPause.selector);
        if (!pauses && !isPaused) refusal = abi.encodeWithSelector(Pausable.ExpectedPause.selector);
        bytes memory data = pauses ? abi.encodeCall(IStakeWeight.pause, ()) : abi.encodeCall(IStakeWeight.unpause, ());
        address caller = pauses ? _parties.pauser : _parties.admin;
        if (_attempt(pauses ? bytes32("pause") : bytes32("unpause"), caller, target, data, refusal)) {
            if (onStakeWeight) stakeWeightPaused = pauses;
            else distributorPaused = pauses;
        }
        _observe();
    }

    /// @notice Tries what needs a role, as somebody who has none or another one.
    function trespass(uint256 seed) external {
        Random memory random = _begin(seed);
        bool onStakeWeight = random.between(0, 1) == 0;
        address target = onStakeWeight ? address(STAKE_WEIGHT) : address(DISTRIBUTOR);
        address caller = random.between(0, 1) == 0 ? _parties.stranger : _actor(random);
        bytes32 pauserRole = STAKE_WEIGHT.PAUSER_ROLE();
        uint256 kind = random.between(0, 13);
        bytes memory data;
        bytes memory refusal = abi.encodeWithSelector(
            IAccessControl.AccessControlUnauthorizedAccount.selector,
            caller,
            bytes32(0)
        );
        if (kind == 0) {
            data = abi.encodeCall(IStakeWeight.pause, ());
            refusal = abi.encodeWithSelector(
                IAccessControl.AccessControlUnauthorizedAccount.selector,
                caller,
                pauserRole
            );
        } else if (kind == 1) {
            data = abi.encodeCall(IStakeWeight.unpause, ());
        } else if (kind == 2) {
            // The pauser can stop but not start.
            caller = _parties.pauser;
            data = abi.encodeCall(IStakeWeight.unpause, ());
            refusal = abi.encodeWithSelector(
                IAccessControl.AccessControlUnauthorizedAccount.selector,
                caller,
                bytes32(0)
            );
        } else if (kind == 3) {
            data = abi.encodeCall(IAccessControl.grantRole, (pauserRole, caller));
        } else if (kind == 4) {
            data = abi.encodeCall(IAccessControl.revokeRole, (pauserRole, _parties.pauser));
        } else if (kind == 5) {
            data = abi.encodeCall(IAccessControl.renounceRole, (bytes32(0), _parties.admin));
            refusal = abi.encodeWithSelector(IAccessControl.AccessControlBadConfirmation.selector);
        } else if (kind == 6) {
            target = address(STAKE_WEIGHT);
            data = abi.encodeCall(IStakeWeight.releaseStrayTokens, ());
            refusal = abi.encodeWithSelector(
                IAccessControl.AccessControlUnauthorizedAccount.selector,
                caller,
                STAKE_WEIGHT.DISTRIBUTOR_ROLE()
            );
        } else if (kind == 10) {
            target = address(STAKE_WEIGHT);
            data = abi.encodeCall(IStakeWeight.migrate, (new IStakeWeight.LegacyLock[](random.between(0, 1))));
            refusal = abi.encodeWithSelector(
                IAccessControl.AccessControlUnauthorizedAccount.selector,
                caller,
                STAKE_WEIGHT.MIGRATOR_ROLE()
            );
        } else if (kind > 10) {
            target = address(STAKE_WEIGHT);
            address account = _heldActor(random);
            if (kind == 11) data = abi.encodeCall(IStakeWeight.holdForSlash, (account, 100));
            else if (kind == 12) data = abi.encodeCall(IStakeWeight.releaseHeld, (account, MODEL.held(account)));
            else data = abi.encodeCall(IStakeWeight.slash, (account, MODEL.held(account)));
            refusal = abi.encodeWithSelector(
                IAccessControl.AccessControlUnauthorizedAccount.selector,
                caller,
                STAKE_WEIGHT.SLASHER_ROLE()
            );
        } else if (kind == 7) {
            data = abi.encodeCall(StakeWeight.initialize, (caller));
            refusal = abi.encodeWithSelector(Initializable.InvalidInitialization.selector);
        } else if (kind == 8) {
            // Through the proxy itself nobody but its admin can upgrade: the implementation has no such function.
            data = abi.encodeCall(ITransparentUpgradeableProxy.upgradeToAndCall, (address(TOKEN), ""));
            refusal = "";
        } else {
            data = abi.encodeCall(
                ProxyAdmin.upgradeAndCall,
                (ITransparentUpgradeableProxy(target), address(TOKEN), "")
            );
            target = onStakeWeight ? STAKE_WEIGHT_ADMIN : DISTRIBUTOR_ADMIN;
            refusal = abi.encodeWithSelector(Ownable.OwnableUnauthorizedAccount.selector, caller);
        }
        vm.prank(caller);
        (bool succeeded, bytes memory result) = target.call(data);
        assertFalse(succeeded, "trespassed");
        assertEq(result, refusal, "trespass");
        ++refusals["trespass"];
        _observe();
    }

    /* TIME */

    function passHours(uint256 seed) external {
        Random memory random = _begin(seed);
        _passTo(block.timestamp + random.between(1, 2 days));
    }

    /// @notice No pause outlasts it, so that no run is spent in one.
    function passWeeks(uint256 seed) external {
        Random memory random = _begin(seed);
        vm.startPrank(_parties.admin);
        if (stakeWeightPaused) STAKE_WEIGHT.unpause();
        if (distributorPaused) DISTRIBUTOR.unpause();
        vm.stopPrank();
        (stakeWeightPaused, distributorPaused) = (false, false);
        _passTo(block.timestamp + random.between(1 weeks, 9 weeks));
    }

    /// @notice Rewards and ends change hands at the first second of a week: goes there, one second before or one after.
    function passToBoundary(uint256 seed) external {
        Random memory random = _begin(seed);
        uint256 weekStart = (block.timestamp / 1 weeks + random.between(1, 4)) * 1 weeks;
        // To the next second at times, which leads across a boundary step by step.
        uint256 target = random.between(0, 2) == 0 ? block.timestamp + 1 : weekStart + random.between(0, 2) - 1;
        _passTo(Math.max(target, block.timestamp + 1));
    }

    function passYears(uint256 seed) external {
        Random memory random = _begin(seed);
        // One in three, since the state hardly changes in between.
        _passTo(block.timestamp + (random.between(0, 2) == 0 ? random.between(26 weeks, 130 weeks) : 1 hours));
    }

    /* THE END */

    /// @notice Everybody unlocks, waits, withdraws and claims, and what is held back is taken from one and given back to the
    /// next. Pauses stay as they are: leaving needs no one's leave.
    function windDown() external {
        _begin(0);
        address[] memory actors_ = _parties.actors;
        for (uint256 i = 0; i < actors_.length; ++i) {
            if (stateOf(actors_[i]) != IStakeWeight.State.Locked) continue;
            Model.Terms memory terms = _terms(actors_[i]);
            vm.prank(actors_[i]);
            STAKE_WEIGHT.initiateUnlock();
            MODEL.set(actors_[i], terms.amount, terms.presetWeeks, block.timestamp / 1 weeks + terms.presetWeeks);
        }
        _passTo(block.timestamp + 105 weeks);
        for (uint256 i = 0; i < actors_.length; ++i) {
            _leave(actors_[i], i % 2 == 0);
            uint256 due = DISTRIBUTOR.claimable(actors_[i]);
            assertEq(DISTRIBUTOR.claim(actors_[i]), due);
            _claimed(actors_[i], due);
        }
        _observe();
    }

    /* VIEWS */

    function parties() external view returns (Parties memory) {
        return _parties;
    }

    function snapshots() external view returns (Snapshot memory, Snapshot memory) {
        return (_before, _after);
    }

    function foretold() external view returns (uint256[] memory) {
        return _foretold;
    }

    function observations() external view returns (Snapshot[] memory) {
        return _observations;
    }

    /// @notice Rounding losses that are allowed to `account`: one per claim and stretch.
    function roundings(address account) external view returns (uint256) {
        return claims[account] + MODEL.changes(account);
    }

    function recipientOf(address account) public view returns (address) {
        return recipients[account] == address(0) ? account : recipients[account];
    }

    function stateOf(address account) public view returns (IStakeWeight.State) {
        Model.Terms memory terms = _terms(account);
        if (terms.amount == 0) return IStakeWeight.State.None;
        if (terms.endWeek == 0) return IStakeWeight.State.Locked;
        return block.timestamp < terms.endWeek * 1 weeks ? IStakeWeight.State.Unlocking : IStakeWeight.State.Unlocked;
    }

    /* INTERNAL */

    function _begin(uint256 seed) private returns (Random memory) {
        ++callCount;
        touched = address(0);
        addsWeight = false;
        return Random(seed);
    }

    /// @return Whether the call went through, as it must exactly if there is no `refusal`.
    function _attempt(
        bytes32 action,
        address caller,
        address target,
        bytes memory data,
        bytes memory refusal
    ) private returns (bool) {
        vm.prank(caller);
        (bool succeeded, bytes memory result) = target.call(data);
        if (refusal.length == 0) {
            if (!succeeded) assertEq(result, "", string(abi.encodePacked(action)));
            assertTrue(succeeded, "refused without a reason");
            ++successes[action];
        } else {
            assertFalse(succeeded, string(abi.encodePacked(action)));
            assertEq(result, refusal, string(abi.encodePacked(action)));
            ++refusals[action];
            ++refusals[bytes32(bytes4(refusal))];
        }
        return succeeded;
    }

    function _observe() private {
        _before = _after;
        delete _after;
        _after.timestamp = block.timestamp;
        _after.totalWeight = STAKE_WEIGHT.totalWeight();
        address[] memory actors_ = _parties.actors;
        for (uint256 i = 0; i < actors_.length; ++i) {
            _after.weights.push(STAKE_WEIGHT.weightOf(actors_[i]));
            address actor = actors_[i];
            _after.earned.push(paidTo[actor] + DISTRIBUTOR.claimable(actor) + _roundedOff[actor]);
        }
    }

    function _passTo(uint256 timestamp) private {
        delete _foretold;
        address[] memory actors_ = _parties.actors;
        for (uint256 i = 0; i < actors_.length; ++i) _foretold.push(STAKE_WEIGHT.weightAt(actors_[i], timestamp));
        // The present second is over now, and its last snapshot final.
        if (_observations.length < MAX_OBSERVATIONS) _observations.push(_after);
        else _observations[callCount % MAX_OBSERVATIONS] = _after;
        vm.warp(timestamp);
        MODEL.finishWeeks();
        ++successes["pass"];
        if (timestamp % 1 weeks == 0) ++successes["passToWeekStart"];
        _observe();
    }

    function _open(address account, uint256 amount, uint256 presetWeeks) private {
        MODEL.set(account, amount, presetWeeks, 0);
        (touched, addsWeight) = (account, true);
    }

    function _increase(address account, uint256 amount) private {
        Model.Terms memory terms = _terms(account);
        MODEL.set(account, terms.amount + amount, terms.presetWeeks, terms.endWeek);
        (touched, addsWeight) = (account, true);
        if (terms.endWeek != 0) ++successes["increaseWhileUnlocking"];
    }

    function _update(address account, uint256 amount, uint256 presetWeeks) private {
        Model.Terms memory terms = _terms(account);
        MODEL.set(account, terms.amount + amount, presetWeeks, 0);
        (touched, addsWeight) = (account, true);
        if (terms.endWeek != 0) ++successes["relockWhileUnlocking"];
    }

    function _slashed(address account, uint256 amount) private {
        MODEL.setAmount(account, _terms(account).amount - amount);
        MODEL.setHeld(account, MODEL.held(account) - amount);
        totalSlashed += amount;
        assertEq(TOKEN.balanceOf(_parties.slasher), totalSlashed, "slashed");
    }

    /// @dev Out of an Unlocked position, if there is one.
    function _leave(address account, bool isSlashed) private {
        uint256 held = MODEL.held(account);
        if (_terms(account).amount != held) _withdrawAll(account);
        if (held == 0) return;
        vm.prank(_parties.slasher);
        if (isSlashed) {
            STAKE_WEIGHT.slash(account, held);
            _slashed(account, held);
        } else {
            STAKE_WEIGHT.releaseHeld(account, held);
            MODEL.setHeld(account, 0);
            _withdrawAll(account);
        }
    }

    function _withdrawAll(address account) private {
        vm.prank(account);
        STAKE_WEIGHT.withdraw();
        MODEL.setAmount(account, MODEL.held(account));
    }

    function _fund(uint256 weekStart, uint256 weekCount, uint256 amount) private {
        for (uint256 i = 0; i < weekCount; ++i) MODEL.fund(weekStart / 1 weeks + i, amount);
        totalFunded += weekCount * amount;
    }

    function _claimed(address account, uint256 amount) private {
        openWeek = block.timestamp / 1 weeks;
        _paid(account, amount);
    }

    function _paid(address account, uint256 amount) private {
        paidTo[account] += amount;
        totalPaid += amount;
        ++claims[account];
    }

    function _actor(Random memory random) private view returns (address) {
        return _parties.actors[random.between(0, _parties.actors.length - 1)];
    }

    /// @dev Mostly somebody in this state, if there is one, so that runs get somewhere; else anybody.
    function _actorIn(Random memory random, IStakeWeight.State state) private view returns (address) {
        uint256 count = _parties.actors.length;
        uint256 first = random.between(0, count - 1);
        if (random.between(0, 4) == 0) return _parties.actors[first];
        for (uint256 i = 0; i < count; ++i) {
            address actor = _parties.actors[(first + i) % count];
            if (stateOf(actor) == state) return actor;
        }
        return _parties.actors[first];
    }

    /// @dev Mostly somebody Locked or Unlocking.
    function _activeActor(Random memory random) private view returns (address) {
        return _actorIn(random, random.between(0, 1) == 0 ? IStakeWeight.State.Locked : IStakeWeight.State.Unlocking);
    }

    /// @dev Mostly somebody with a position.
    function _positionedActor(Random memory random) private view returns (address) {
        return random.between(0, 3) == 0 ? _actorIn(random, IStakeWeight.State.Unlocked) : _activeActor(random);
    }

    /// @dev Mostly somebody of whose position something is held back.
    function _heldActor(Random memory random) private view returns (address) {
        uint256 count = _parties.actors.length;
        uint256 first = random.between(0, count - 1);
        if (random.between(0, 9) == 0) return _parties.actors[first];
        for (uint256 i = 0; i < count; ++i) {
            address actor = _parties.actors[(first + i) % count];
            if (MODEL.held(actor) != 0) return actor;
        }
        return _parties.actors[first];
    }

    /// @dev All that is held or a part of it in whole gwei; seldom nothing, too much or not whole gwei.
    function _heldAmount(Random memory random, uint256 held) private pure returns (uint256) {
        uint256 kind = random.between(0, 19);
        if (kind == 0) return 0;
        if (kind == 1) return held + 1 gwei;
        if (kind == 2) return random.between(0, held + 1);
        if (kind < 10) return held;
        return random.between(0, held / 1 gwei) * 1 gwei;
    }

    function _heldRefusal(address account, uint256 amount) private view returns (bytes memory) {
        uint256 held = MODEL.held(account);
        if (amount <= held && amount % 1 gwei == 0) return "";
        return abi.encodeWithSelector(IStakeWeight.ExceedsHeld.selector, account, amount, held);
    }

    function _operator(Random memory random) private view returns (address) {
        return _parties.operators[random.between(0, _parties.operators.length - 1)];
    }

    /// @dev Seldom nothing; else any order of magnitude, up to all that the payer has.
    function _amount(Random memory random, address payer) private view returns (uint256) {
        uint256 balance = TOKEN.balanceOf(payer);
        uint256 kind = random.between(0, 39);
        if (kind == 0) return balance;
        return balance == 0 || kind <= 2 ? 0 : random.amount(balance);
    }

    function _preset(Random memory random) private pure returns (uint256) {
        if (random.between(0, 11) != 0) return random.preset();
        // One that only the low bits of which are valid, too.
        uint256[4] memory invalid = [0, 5, 105, (uint256(1) << 8) + 4];
        return invalid[random.between(0, 3)];
    }

    function _fundedWeekStart(Random memory random) private view returns (uint256) {
        uint256 running = block.timestamp / 1 weeks;
        uint256 kind = random.between(0, 19);
        if (kind == 0) return (running - 1) * 1 weeks;
        if (kind == 1) return (running + 104) * 1 weeks;
        if (kind == 2) return (running + 105) * 1 weeks;
        if (kind == 3) return running * 1 weeks + 1;
        return (running + random.between(0, 5)) * 1 weeks;
    }

    function _terms(address account) private view returns (Model.Terms memory) {
        return MODEL.termsAt(account, block.timestamp);
    }

    /// @dev Mostly of somebody without a position, with an end up to the latest one or past, or perpetual.
    function _legacyLock(
        Random memory random,
        uint256 balance
    ) private view returns (IStakeWeight.LegacyLock memory lock) {
        lock.account = random.between(0, 19) == 0 ? address(0) : _actorIn(random, IStakeWeight.State.None);
        lock.amount = random.between(0, 19) == 0 || balance == 0 ? 0 : random.amount(balance);
        uint256 kind = random.between(0, 5);
        if (kind == 0) lock.presetWeeks = _preset(random);
        if (kind == 1 && random.between(0, 3) == 0) (lock.presetWeeks, lock.unlockEnd) = (52, block.timestamp);
        if (kind == 2) lock.unlockEnd = (block.timestamp / 1 weeks - random.between(0, 20)) * 1 weeks;
        if (kind > 2) lock.unlockEnd = (block.timestamp / 1 weeks + random.between(0, 107) - 1) * 1 weeks;
        if (kind == 5) lock.unlockEnd = (block.timestamp / 1 weeks + random.between(104, 107)) * 1 weeks;
        if (kind == 4 && random.between(0, 3) == 0) lock.unlockEnd += random.between(1, 1 weeks - 1);
    }

    /// @dev `room` is what all positions together may still take.
    function _migrateRefusal(IStakeWeight.LegacyLock memory lock, uint256 room) private view returns (bytes memory) {
        if (lock.account == address(0)) return abi.encodeWithSelector(IStakeWeight.ZeroAddress.selector);
        if (lock.amount == 0) return abi.encodeWithSelector(IStakeWeight.ZeroAmount.selector);
        if (lock.unlockEnd == 0 ? !_isPreset(lock.presetWeeks) : lock.presetWeeks != 0) {
            return abi.encodeWithSelector(IStakeWeight.InvalidPreset.selector, lock.presetWeeks);
        }
        if (lock.unlockEnd % 1 weeks != 0) return abi.encodeWithSelector(NotWeekStart.selector, lock.unlockEnd);
        uint256 latest = (block.timestamp / 1 weeks + 105) * 1 weeks;
        if (lock.unlockEnd > latest) {
            return abi.encodeWithSelector(IStakeWeight.UnlockEndTooLate.selector, lock.unlockEnd, latest);
        }
        uint256 held = _terms(lock.account).amount;
        if (held != 0) return abi.encodeWithSelector(IStakeWeight.PositionExists.selector, lock.account, held);
        if (lock.amount <= room) return "";
        return abi.encodeWithSelector(IStakeWeight.StakeLimitExceeded.selector, lock.amount, room);
    }

    function _openRefusal(address account, uint256 amount, uint256 presetWeeks) private view returns (bytes memory) {
        if (stakeWeightPaused) return abi.encodeWithSelector(Pausable.EnforcedPause.selector);
        if (amount == 0) return abi.encodeWithSelector(IStakeWeight.ZeroAmount.selector);
        if (!_isPreset(presetWeeks)) return abi.encodeWithSelector(IStakeWeight.InvalidPreset.selector, presetWeeks);
        uint256 held = _terms(account).amount;
        if (held != 0) return abi.encodeWithSelector(IStakeWeight.PositionExists.selector, account, held);
        return _roomRefusal(amount);
    }

    function _increaseRefusal(address account, uint256 amount) private view returns (bytes memory) {
        if (stakeWeightPaused) return abi.encodeWithSelector(Pausable.EnforcedPause.selector);
        if (amount == 0) return abi.encodeWithSelector(IStakeWeight.ZeroAmount.selector);
        if (!_isActive(account)) {
            return abi.encodeWithSelector(IStakeWeight.NoActivePosition.selector, account, stateOf(account));
        }
        return _roomRefusal(amount);
    }

    function _updateRefusal(address account, uint256 amount, uint256 presetWeeks) private view returns (bytes memory) {
        if (stakeWeightPaused) return abi.encodeWithSelector(Pausable.EnforcedPause.selector);
        if (!_isPreset(presetWeeks)) return abi.encodeWithSelector(IStakeWeight.InvalidPreset.selector, presetWeeks);
        if (!_isActive(account)) {
            return abi.encodeWithSelector(IStakeWeight.NoActivePosition.selector, account, stateOf(account));
        }
        Model.Terms memory terms = _terms(account);
        uint256 remaining =
            terms.endWeek == 0 ? terms.presetWeeks * 1 weeks : terms.endWeek * 1 weeks - block.timestamp;
        if (presetWeeks * 1 weeks < remaining) {
            return abi.encodeWithSelector(IStakeWeight.PresetTooShort.selector, presetWeeks, remaining);
        }
        if (terms.endWeek == 0 && terms.presetWeeks == presetWeeks && amount == 0) {
            return abi.encodeWithSelector(IStakeWeight.PositionUnchanged.selector, account, presetWeeks);
        }
        return _roomRefusal(amount);
    }

    function _roomRefusal(uint256 amount) private view returns (bytes memory) {
        uint256 available = LIMIT - MODEL.totalStaked();
        if (amount <= available) return "";
        return abi.encodeWithSelector(IStakeWeight.StakeLimitExceeded.selector, amount, available);
    }

    function _fundRefusal(uint256 weekStart, uint256 weekCount, uint256 amount) private view returns (bytes memory) {
        if (distributorPaused) return abi.encodeWithSelector(Pausable.EnforcedPause.selector);
        if (amount == 0) return abi.encodeWithSelector(IRewardDistributor.ZeroAmount.selector);
        if (weekCount == 0) return abi.encodeWithSelector(IRewardDistributor.NoWeeks.selector);
        if (weekStart % 1 weeks != 0) return abi.encodeWithSelector(NotWeekStart.selector, weekStart);
        uint256 running = block.timestamp / 1 weeks;
        if (weekStart / 1 weeks < running) {
            return abi.encodeWithSelector(IRewardDistributor.PeriodFinished.selector, weekStart, running * 1 weeks);
        }
        uint256 latest = (running + 104) * 1 weeks;
        uint256 last = Math.saturatingAdd(weekStart, Math.saturatingMul(weekCount - 1, 1 weeks));
        if (last > latest) {
            return abi.encodeWithSelector(IRewardDistributor.PeriodTooFarAhead.selector, last, latest);
        }
        uint256 available = LIMIT - (totalFunded - totalPaid);
        if (amount * weekCount <= available) return "";
        return abi.encodeWithSelector(IRewardDistributor.FundingLimitExceeded.selector, amount * weekCount, available);
    }

    function _isActive(address account) private view returns (bool) {
        IStakeWeight.State state = stateOf(account);
        return state == IStakeWeight.State.Locked || state == IStakeWeight.State.Unlocking;
    }

    function _isPreset(uint256 presetWeeks) private pure returns (bool) {
        uint8[7] memory presets = [4, 8, 12, 26, 52, 78, 104];
        for (uint256 i = 0; i < presets.length; ++i) if (presets[i] == presetWeeks) return true;
        return false;
    }
}
