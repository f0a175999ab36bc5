// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { IAccessControl } from "@openzeppelin/contracts/access/IAccessControl.sol";
import { Ownable } from "@openzeppelin/contracts/access/Ownable.sol";
import { ITransparentUpgradeableProxy, ProxyAdmin } from "@openzeppelin/contracts/proxy/transparent/ProxyAdmin.sol";
import { VmSafe } from "forge-std/Vm.sol";
import { NodeIdentities } from "../../contracts/nodes/NodeIdentities.sol";
import { NodeRegistry } from "../../contracts/nodes/NodeRegistry.sol";
import { NodeRewards } from "../../contracts/nodes/NodeRewards.sol";
import { PerformanceOracle } from "../../contracts/nodes/PerformanceOracle.sol";
import { INodeIdentities } from "../../contracts/nodes/interfaces/INodeIdentities.sol";
import { INodeRegistry, Scoring, SeatedSet } from "../../contracts/nodes/interfaces/INodeRegistry.sol";
import { INodeRewards, Outcome, PayTerms } from "../../contracts/nodes/interfaces/INodeRewards.sol";
import {
    Configuration,
    IPerformanceOracle,
    Report,
    SignedReport
} from "../../contracts/nodes/interfaces/IPerformanceOracle.sol";
import { NO_ANSWER, ONE } from "../../contracts/nodes/libraries/Measurements.sol";
import { NO_SCORE, Performance } from "../../contracts/nodes/libraries/Performance.sol";
import { StakeWeight } from "../../contracts/staking/StakeWeight.sol";
import { IStakeWeight } from "../../contracts/staking/interfaces/IStakeWeight.sol";
import { WCT } from "../../contracts/token/WCT.sol";
import { PlainMedians } from "../support/PlainMedians.sol";
import { PropertyTest } from "../support/PropertyTest.sol";
import { Random } from "../support/Random.sol";

/// @notice Acts as everybody around the nodes: operators, reporters, keepers, funders and strangers, honest or not. A call may
/// be refused, by an error that the interfaces name; any other refusal, and any step that the rules do not know, fails the run.
contract NodeHandler is PropertyTest {
    struct Contracts {
        StakeWeight stakeWeight;
        WCT token;
        NodeIdentities identities;
        NodeRegistry registry;
        NodeRewards rewards;
        PerformanceOracle oracle;
    }

    struct Parties {
        address admin;
        address registrar;
        address guardian;
        address funder;
        address stranger;
        address registryAdmin;
    }

    struct Pending {
        address operator;
        uint256 epoch;
        INodeRewards.Offence offence;
    }

    /// @dev What the honest reporters of an epoch saw of one node.
    struct Seen {
        uint256 minUptime;
        uint256 maxUptime;
        uint256 minLatencyMs;
        uint256 maxLatencyMs;
    }

    /// @dev An epoch on which is reported.
    struct Round {
        uint256 epoch;
        INodeRegistry.Phase phase;
        SeatedSet set;
        Configuration configuration;
        /// Of each reporter, in the order of the indices.
        address[] accounts;
        uint256[] keys;
        /// Of each node of the set: what it did, as successes of 1,440 and a latency.
        uint256[] successes;
        uint256[] latencies;
        Seen[] seen;
        uint256 liars;
        uint256 silent;
        /// What the liars agreed on; empty if each tells its own.
        bytes lie;
    }

    uint256 private constant PROBES = 1440;

    Contracts private _contracts;
    Parties private _parties;
    address[] private _operators;
    mapping(bytes4 error => bool) private _isExpected;

    /// @notice How often each action did its work, and how often it was refused.
    mapping(bytes32 action => uint256) public successes;
    mapping(bytes32 action => uint256) public refusals;

    mapping(address operator => INodeRegistry.Status) private _statuses;
    mapping(bytes32 setHash => SeatedSet) private _sets;
    mapping(bytes32 setHash => bool) private _isKnown;
    mapping(address account => uint256 key) private _keys;

    uint256 public totalFunded;
    uint256 public totalPaid;
    uint256 public totalEarned;
    uint256 public totalSlashed;
    uint256 public stray;
    uint256[] public fundedEpochs;
    mapping(uint256 epoch => bool) private _isFunded;
    mapping(address operator => address) public payouts;

    Pending[] public pending;
    mapping(address operator => uint256 amount) public heldOf;

    constructor(Contracts memory contracts_, Parties memory parties_, address[] memory operators_) {
        _contracts = contracts_;
        _parties = parties_;
        _operators = operators_;
        bytes4[] memory errors = _errors();
        for (uint256 i = 0; i < errors.length; ++i) _isExpected[errors[i]] = true;
        for (uint256 i = 0; i < 7; ++i) _learn(string.concat("member ", vm.toString(i)));
        for (uint256 i = 0; i < operators_.length; ++i) {
            // The key of the node; its operator's account needs none.
            _keys[operators_[i]] = uint256(keccak256(abi.encode("node", i)));
        }
    }

    /// @notice Registers everybody, and seats as many as there are places.
    function populate() external {
        uint256 seated = 0;
        for (uint256 i = 0; i < _operators.length; ++i) {
            vm.prank(_parties.registrar);
            _contracts.registry.setAllowed(_operators[i], true);
            _stake(_operators[i], 150_000e18 + i * 2_000e18 + i);
            _mustRegister(_operators[i]);
            if (seated == 21) continue;
            _contracts.registry.callUp(_operators[i], address(0));
            ++seated;
        }
        vm.warp(block.timestamp + 1 hours);
        for (uint256 i = 0; i < 21; ++i) {
            vm.prank(_operators[i]);
            _contracts.registry.confirm();
        }
        for (uint256 i = 0; i < _operators.length; ++i) {
            _statuses[_operators[i]] = _contracts.registry.statusOf(_operators[i]);
        }
        _passTo((block.timestamp / 1 days + 1) * 1 days + 12 hours);
    }

    /* STATUS */

    function register(uint256 seed) external {
        Random memory random = Random(seed);
        address operator = _operatorThat(random, INodeRegistry.Status.Deactivated);
        bytes memory signature = _ownershipOf(operator);
        address key = vm.addr(_keys[operator]);
        bytes memory data = abi.encodeCall(INodeRegistry.register, (key, _endpointOf(operator), signature));
        _attempt("register", operator, address(_contracts.registry), data);
        _observe(false);
    }

    function callUp(uint256 seed) external {
        Random memory random = Random(seed);
        address candidate = _operatorThat(random, INodeRegistry.Status.Standby);
        address displaced = random.between(0, 2) == 0 ? _calledUp(random) : address(0);
        bytes memory data = abi.encodeCall(INodeRegistry.callUp, (candidate, displaced));
        bytes32 action = displaced == address(0) ? bytes32("callUp") : bytes32("displace");
        _attempt(action, _parties.stranger, address(_contracts.registry), data);
        _observe(false);
    }

    function confirm(uint256 seed) external {
        Random memory random = Random(seed);
        address operator = _calledUp(random);
        if (random.between(0, 9) == 0) operator = _any(random);
        if (random.between(0, 1) == 0) _passTo(block.timestamp + 1 hours);
        _attempt("confirm", operator, address(_contracts.registry), abi.encodeCall(INodeRegistry.confirm, ()));
        _observe(false);
    }

    function deactivateMissed(uint256 seed) external {
        Random memory random = Random(seed);
        address operator = _calledUp(random);
        bytes memory data = abi.encodeCall(INodeRegistry.deactivateMissed, (operator));
        _attempt("deactivateMissed", _parties.stranger, address(_contracts.registry), data);
        _observe(false);
    }

    function deactivateUnqualified(uint256 seed) external {
        Random memory random = Random(seed);
        address operator = _any(random);
        for (uint256 i = 0; i < _operators.length; ++i) {
            if (!_contracts.registry.isQualified(_operators[i])) operator = _operators[i];
        }
        bytes memory data = abi.encodeCall(INodeRegistry.deactivateUnqualified, (operator));
        _attempt("deactivateUnqualified", _parties.stranger, address(_contracts.registry), data);
        _observe(false);
    }

    function remove(uint256 seed) external {
        Random memory random = Random(seed);
        if (random.between(0, 3) != 0) return;
        bytes memory data = abi.encodeCall(INodeRegistry.deactivate, (_any(random)));
        _attempt("remove", _parties.registrar, address(_contracts.registry), data);
        _observe(false);
    }

    function leave(uint256 seed) external {
        Random memory random = Random(seed);
        if (random.between(0, 2) != 0) return;
        _attempt("leave", _any(random), address(_contracts.registry), abi.encodeCall(INodeRegistry.leave, ()));
        _observe(false);
    }

    function update() external {
        bytes memory data = abi.encodeCall(INodeRegistry.update, ());
        assertTrue(_attempt("update", _parties.stranger, address(_contracts.registry), data));
        _observe(false);
    }

    function setTargets(uint256 seed) external {
        Random memory random = Random(seed);
        uint256 active = random.between(0, 1) == 0 ? 15 : random.between(10, 15);
        uint256 reserved = random.between(0, 1) == 0 ? 6 : random.between(0, 24 - active);
        bytes memory data = abi.encodeCall(INodeRegistry.setTargets, (active, reserved));
        assertTrue(_attempt("setTargets", _parties.admin, address(_contracts.registry), data));
        _observe(false);
    }

    function setPhase(uint256 seed) external {
        if (seed % 4 != 0) return;
        INodeRegistry.Phase phase = INodeRegistry.Phase((seed >> 8) % 2);
        bytes memory data = abi.encodeCall(INodeRegistry.setPhase, (phase));
        _attempt("setPhase", _parties.admin, address(_contracts.registry), data);
        _observe(false);
    }

    /* POSITIONS */

    function unlock(uint256 seed) external {
        Random memory random = Random(seed);
        if (random.between(0, 3) != 0) return;
        bytes memory data = abi.encodeCall(IStakeWeight.initiateUnlock, ());
        _attempt("unlock", _any(random), address(_contracts.stakeWeight), data);
        _observe(false);
    }

    /// @notice Brings a position back that is Unlocking or gone.
    function restake(uint256 seed) external {
        Random memory random = Random(seed);
        address operator = _any(random);
        for (uint256 i = 0; i < _operators.length; ++i) {
            if (!_contracts.registry.isQualified(_operators[i])) operator = _operators[i];
        }
        IStakeWeight.State state = _contracts.stakeWeight.positionOf(operator).state;
        address target = address(_contracts.stakeWeight);
        if (state == IStakeWeight.State.Unlocked) {
            _attempt("withdraw", operator, target, abi.encodeCall(IStakeWeight.withdraw, ()));
        }
        state = _contracts.stakeWeight.positionOf(operator).state;
        if (state == IStakeWeight.State.None) {
            bytes memory data = abi.encodeCall(IStakeWeight.stake, (random.between(100_000e18, 200_000e18), 52));
            _attempt("stake", operator, target, data);
        } else {
            _attempt("relock", operator, target, abi.encodeCall(IStakeWeight.relock, (78)));
        }
        _observe(false);
    }

    /* EPOCHS */

    /// @notice Lets the running epoch be measured, and finalizes it.
    function finishEpoch(uint256 seed) public {
        Random memory random = Random(seed);
        Round memory round = _round(random);
        if (round.set.operators.length == 0) return _passTo((round.epoch + 1) * 1 days);
        SignedReport[] memory reports = _reports(random, round);
        uint256 opening = (round.epoch + 1) * 1 days;
        _passTo(opening + random.between(0, 2) * 6 hours);
        if (!_finalize("finalize", round, reports) && block.timestamp < opening + 12 hours) {
            _passTo(opening + random.between(12 hours, 24 hours - 1));
            _finalize("finalizeLate", round, reports);
        }
    }

    /// @notice Several in a row.
    function finishEpochs(uint256 seed) external {
        uint256 count = 1 + (seed % 3);
        for (uint256 i = 0; i < count; ++i) finishEpoch(uint256(keccak256(abi.encode(seed, i))));
    }

    /// @notice A node signs two different reports for an epoch, and somebody proves it.
    function equivocate(uint256 seed) external {
        Random memory random = Random(seed);
        if (random.between(0, 1) == 0) return;
        uint256 epoch = block.timestamp / 1 days - random.between(0, 3);
        address operator = _any(random);
        Report memory first = _anyReport(random, operator, epoch);
        Report memory second = _anyReport(random, operator, epoch);
        uint256 key = _keys[operator];
        bytes memory data = abi.encodeCall(
            IPerformanceOracle.proveEquivocation,
            (first, _sign(key, first), second, _sign(key, second))
        );
        if (_attempt("equivocate", _parties.stranger, address(_contracts.oracle), data)) {
            _noteSlash(operator, epoch, INodeRewards.Offence.Equivocation);
        }
        _observe(false);
    }

    /* REWARDS */

    function fund(uint256 seed) external {
        Random memory random = Random(seed);
        uint256 epoch = block.timestamp / 1 days + random.between(0, 9) - random.between(0, 1);
        uint256 count = random.between(1, 4);
        uint256 amount = random.amount(1e24);
        bytes memory data = abi.encodeCall(INodeRewards.fundRange, (epoch, count, amount));
        if (_attempt("fund", _parties.funder, address(_contracts.rewards), data)) _noteFunding(epoch, count, amount);
        _observe(false);
    }

    function donate(uint256 seed) external {
        Random memory random = Random(seed);
        uint256 amount = random.amount(1e20);
        vm.prank(_parties.funder);
        _contracts.token.transfer(address(_contracts.rewards), amount);
        stray += amount;
        if (random.between(0, 1) == 0) return;
        bytes memory data = abi.encodeCall(INodeRewards.fundStrayTokens, ());
        assertTrue(_attempt("fundStrayTokens", _parties.stranger, address(_contracts.rewards), data));
        _noteFunding(block.timestamp / 1 days, 1, stray);
        stray = 0;
    }

    function rollOver(uint256 seed) external {
        bytes memory data = abi.encodeCall(INodeRewards.rollOver, (seed % 40));
        assertTrue(_attempt("rollOver", _parties.stranger, address(_contracts.rewards), data));
    }

    function claim(uint256 seed) external {
        Random memory random = Random(seed);
        address operator = _any(random);
        address[] memory list = new address[](2);
        (list[0], list[1]) = (operator, random.between(0, 1) == 0 ? operator : _any(random));
        uint256 due = _contracts.rewards.owedTo(list[0]);
        if (list[1] != list[0]) due += _contracts.rewards.owedTo(list[1]);
        uint256 before = _contracts.token.balanceOf(address(_contracts.rewards));
        bytes memory data = abi.encodeCall(INodeRewards.claimMany, (list));
        assertTrue(_attempt("claim", _parties.stranger, address(_contracts.rewards), data));
        assertEq(before - _contracts.token.balanceOf(address(_contracts.rewards)), due);
        totalPaid += due;
    }

    function setPayout(uint256 seed) external {
        Random memory random = Random(seed);
        address operator = _any(random);
        address payout = random.between(0, 4) == 0 ? address(_contracts.rewards) : _any(random);
        bytes memory data = abi.encodeCall(INodeRewards.setPayout, (payout));
        if (_attempt("setPayout", operator, address(_contracts.rewards), data)) payouts[operator] = payout;
    }

    function executeSlash(uint256 seed) external {
        if (pending.length == 0) return;
        uint256 index = seed % pending.length;
        Pending memory slash = pending[index];
        INodeRewards.Slash memory terms = _contracts.rewards.slashOf(slash.operator, slash.epoch, slash.offence);
        if (seed >> 255 == 0 && block.timestamp < terms.dueAt) _passTo(terms.dueAt);
        bytes memory data = abi.encodeCall(INodeRewards.executeSlash, (slash.operator, slash.epoch, slash.offence));
        bool succeeded = _attempt("executeSlash", _parties.stranger, address(_contracts.rewards), data);
        assertEq(succeeded, block.timestamp >= terms.dueAt);
        if (succeeded) {
            totalSlashed += terms.amount;
            _forget(index, terms.amount);
        }
        _observe(false);
    }

    function vetoSlash(uint256 seed) external {
        if (pending.length == 0) return;
        uint256 index = pending.length - 1 - ((seed % pending.length) / 4);
        Pending memory slash = pending[index];
        INodeRewards.Slash memory terms = _contracts.rewards.slashOf(slash.operator, slash.epoch, slash.offence);
        bytes memory data = abi.encodeCall(INodeRewards.vetoSlash, (slash.operator, slash.epoch, slash.offence));
        bool succeeded = _attempt("vetoSlash", _parties.guardian, address(_contracts.rewards), data);
        assertEq(succeeded, block.timestamp < terms.dueAt);
        if (succeeded) _forget(index, terms.amount);
        _observe(false);
    }

    /* OTHERS */

    /// @notice Whoever has no right tries what it has none to.
    function trespass(uint256 seed) external {
        Random memory random = Random(seed);
        address caller = random.between(0, 1) == 0 ? _parties.stranger : _any(random);
        (address target, bytes memory data) = _forbidden(random, caller);
        vm.prank(caller);
        (bool succeeded, bytes memory result) = target.call(data);
        assertFalse(succeeded, "trespassed");
        bytes4 error = bytes4(result);
        assertTrue(
            error == IAccessControl.AccessControlUnauthorizedAccount.selector ||
                error == Ownable.OwnableUnauthorizedAccount.selector ||
                error == IPerformanceOracle.NotNode.selector ||
                error == bytes4(keccak256("InvalidInitialization()")),
            "refused for another reason"
        );
        ++successes["trespass"];
        _observe(false);
    }

    function passHours(uint256 seed) external {
        _passTo(block.timestamp + (seed % 30 hours));
    }

    function passDays(uint256 seed) external {
        Random memory random = Random(seed);
        _passTo(
            block.timestamp + (random.between(0, 9) == 0 ? random.between(30, 400) : random.between(1, 3)) * 1 days
        );
    }

    function operators() external view returns (address[] memory) {
        return _operators;
    }

    function fundedEpochCount() external view returns (uint256) {
        return fundedEpochs.length;
    }

    /* MEASURING */

    /// @dev Who reports on the running epoch, and how everybody did in it.
    function _round(Random memory random) private view returns (Round memory round) {
        round.epoch = block.timestamp / 1 days;
        round.phase = _contracts.registry.phaseAt(round.epoch);
        bytes32 setHash = _contracts.registry.setHashAt(round.epoch);
        assertTrue(_isKnown[setHash], "a set that was never seated");
        round.set = _sets[setHash];
        round.configuration = _contracts.oracle.configurationAt(round.epoch);
        uint256 nodes = round.set.operators.length;
        bool isCommittee = round.phase == INodeRegistry.Phase.One;
        uint256 reporters = isCommittee ? round.configuration.committee.length : nodes;
        round.accounts = new address[](reporters);
        round.keys = new uint256[](reporters);
        for (uint256 i = 0; i < reporters; ++i) {
            round.accounts[i] = isCommittee ? round.configuration.committee[i].reporter : round.set.operators[i];
            round.keys[i] = _keys[round.accounts[i]];
        }
        _chooseFaults(random, round, reporters);
        round.successes = new uint256[](nodes);
        round.latencies = new uint256[](nodes);
        round.seen = new Seen[](nodes);
        // At most times few fail, now and then so many that it is the network.
        uint256 chance = random.between(0, 7) == 0 ? 2 : 12;
        for (uint256 i = 0; i < nodes; ++i) {
            round.seen[i] = Seen(type(uint256).max, 0, type(uint256).max, 0);
            round.latencies[i] = random.between(50, 240);
            round.successes[i] = random.between(1400, 1430);
            if (random.between(0, chance) != 0) continue;
            // Gone, flapping, or slow.
            uint256 fault = random.between(0, 2);
            if (fault == 0) round.successes[i] = 0;
            else if (fault == 1) round.successes[i] = random.between(100, 1300);
            else round.latencies[i] = random.between(300, 3000);
        }
    }

    /// @dev Up to f reporters lie, up to f others say nothing.
    function _chooseFaults(Random memory random, Round memory round, uint256 reporters) private pure {
        // In Phase 2 less, because the weights differ.
        uint256 most = round.phase == INodeRegistry.Phase.One ? (reporters - 1) / 3 : reporters / 5;
        // Nobody; some, each on its own; as many as there may be, who agreed on a lie.
        uint256 mode = random.between(0, 2);
        if (mode == 0) return;
        uint256 liars = mode == 2 ? most : random.between(0, most);
        uint256 silent = mode == 2 ? most : random.between(0, most);
        while (liars != 0) {
            uint256 bit = 1 << random.between(0, reporters - 1);
            if (round.liars & bit != 0) continue;
            round.liars |= bit;
            --liars;
        }
        while (silent != 0) {
            uint256 bit = 1 << random.between(0, reporters - 1);
            if ((round.liars | round.silent) & bit != 0) continue;
            round.silent |= bit;
            --silent;
        }
        if (mode == 2) round.lie = _lie(random);
    }

    function _reports(Random memory random, Round memory round) private returns (SignedReport[] memory reports) {
        uint256 count = 0;
        for (uint256 i = 0; i < round.accounts.length; ++i) if ((round.silent >> i) & 1 == 0) ++count;
        reports = new SignedReport[](count);
        count = 0;
        for (uint256 i = 0; i < round.accounts.length; ++i) {
            if ((round.silent >> i) & 1 == 0) reports[count++] = _report(random, round, i);
        }
    }

    function _report(
        Random memory random,
        Round memory round,
        uint256 index
    ) private returns (SignedReport memory signed) {
        signed.index = index;
        bool lies = (round.liars >> index) & 1 == 1;
        bool agreed = round.lie.length != 0;
        for (uint256 i = 0; i < round.set.operators.length; ++i) {
            signed.data = bytes.concat(
                signed.data,
                lies ? (agreed ? round.lie : _lie(random)) : _truth(random, round, i)
            );
        }
        Report memory report = Report({
            epoch: round.epoch,
            phase: round.phase,
            reporter: round.accounts[index],
            setHash: keccak256(abi.encode(round.set)),
            configurationHash: keccak256(abi.encode(round.configuration)),
            dataHash: keccak256(signed.data)
        });
        signed.signature = _sign(round.keys[index], report);
        if (round.phase == INodeRegistry.Phase.One) return signed;
        bytes32 commitment = keccak256(abi.encodePacked(_contracts.oracle.reportDigest(report), signed.signature));
        vm.prank(round.accounts[index]);
        _contracts.oracle.commit(round.accounts[index], commitment);
    }

    /// @dev What an honest reporter sees: not quite the same as the others.
    function _truth(Random memory random, Round memory round, uint256 node) private pure returns (bytes memory) {
        uint256 answered = round.successes[node];
        uint256 latencyMs = round.latencies[node];
        if (answered != 0) {
            answered += random.between(0, 10);
            latencyMs += random.between(0, 10);
        }
        uint256 sum = answered * latencyMs;
        Seen memory seen = round.seen[node];
        uint256 uptime = (answered * ONE) / PROBES;
        uint256 average = answered == 0 ? NO_ANSWER : (sum + answered - 1) / answered;
        if (uptime < seen.minUptime) seen.minUptime = uptime;
        if (uptime > seen.maxUptime) seen.maxUptime = uptime;
        if (average < seen.minLatencyMs) seen.minLatencyMs = average;
        if (average > seen.maxLatencyMs) seen.maxLatencyMs = average;
        return abi.encodePacked(uint16(answered), uint16(PROBES), uint32(sum));
    }

    function _lie(Random memory random) private pure returns (bytes memory) {
        uint256 kind = random.between(0, 3);
        if (kind == 0) return abi.encodePacked(uint16(0), uint16(PROBES), uint32(0));
        if (kind == 1) return abi.encodePacked(uint16(PROBES), uint16(PROBES), uint32(1));
        if (kind == 2) return abi.encodePacked(uint16(0), uint16(0), uint32(0));
        return abi.encodePacked(uint16(random.between(1, 65535)), uint16(65535), uint32(random.next()));
    }

    function _finalize(bytes32 action, Round memory round, SignedReport[] memory reports) private returns (bool) {
        bytes memory data = abi.encodeCall(
            IPerformanceOracle.finalize,
            (round.epoch, round.set, round.configuration, reports, _mediansOf(round, reports))
        );
        vm.recordLogs();
        bool succeeded = _attempt(action, _parties.stranger, address(_contracts.oracle), data);
        VmSafe.Log[] memory logs = vm.getRecordedLogs();
        if (succeeded) {
            ++successes[round.phase == INodeRegistry.Phase.One ? bytes32("phaseOne") : bytes32("phaseTwo")];
            for (uint256 i = 0; i < round.set.operators.length; ++i) {
                _noteSlash(round.set.operators[i], round.epoch, INodeRewards.Offence.Confinement);
            }
            for (uint256 i = 0; i < logs.length; ++i) {
                if (logs[i].topics[0] == IPerformanceOracle.EpochFinalized.selector) _checkScores(round, logs[i].data);
                if (logs[i].topics[0] == INodeRewards.EpochSettled.selector) _checkPay(round, logs[i].data);
            }
        }
        _observe(false);
        return succeeded;
    }

    /// @dev Liars move no score out of the range of what the honest saw.
    function _checkScores(Round memory round, bytes memory data) private {
        (, , uint256[] memory scores) = abi.decode(data, (bytes32, uint256, uint256[]));
        for (uint256 i = 0; i < scores.length; ++i) {
            if (scores[i] == NO_SCORE) {
                ++successes["noScore"];
                continue;
            }
            Seen memory seen = round.seen[i];
            assertGe(
                scores[i],
                Performance.score(round.configuration.score, seen.minUptime, seen.maxLatencyMs),
                "less than anybody honest saw"
            );
            assertLe(
                scores[i],
                Performance.score(round.configuration.score, seen.maxUptime, seen.minLatencyMs),
                "more than anybody honest saw"
            );
        }
    }

    function _checkPay(Round memory round, bytes memory data) private {
        (uint256 budget, uint256 earned, uint256[] memory amounts) = abi.decode(data, (uint256, uint256, uint256[]));
        uint256 sum = 0;
        for (uint256 i = 0; i < amounts.length; ++i) {
            sum += amounts[i];
            assertLe(amounts[i], budget / 10);
            address operator = round.set.operators[i];
            INodeRewards.Slash memory slash = _contracts.rewards.slashOf(
                operator,
                round.epoch,
                INodeRewards.Offence.Confinement
            );
            if (slash.state != INodeRewards.SlashState.None) assertEq(amounts[i], 0, "paid and slashed");
        }
        assertEq(sum, earned);
        assertLe(earned, budget);
        totalEarned += earned;
    }

    /* KEEPING */

    function _noteFunding(uint256 firstEpoch, uint256 count, uint256 amount) private {
        for (uint256 epoch = firstEpoch; epoch < firstEpoch + count; ++epoch) {
            if (!_isFunded[epoch]) fundedEpochs.push(epoch);
            _isFunded[epoch] = true;
        }
        totalFunded += count * amount;
    }

    function _noteSlash(address operator, uint256 epoch, INodeRewards.Offence offence) private {
        INodeRewards.Slash memory slash = _contracts.rewards.slashOf(operator, epoch, offence);
        if (slash.state != INodeRewards.SlashState.Pending || slash.dueAt != block.timestamp + 24 hours) return;
        for (uint256 i = 0; i < pending.length; ++i) {
            Pending memory known = pending[i];
            if (known.operator == operator && known.epoch == epoch && known.offence == offence) return;
        }
        pending.push(Pending({ operator: operator, epoch: epoch, offence: offence }));
        heldOf[operator] += slash.amount;
        ++successes["slashed"];
    }

    function _forget(uint256 index, uint256 amount) private {
        heldOf[pending[index].operator] -= amount;
        pending[index] = pending[pending.length - 1];
        pending.pop();
    }

    /// @dev Time passes, and every opening on the way that can still be asked for is seen.
    function _passTo(uint256 timestamp) private {
        uint256 running = block.timestamp / 1 days;
        uint256 epoch = timestamp / 1 days;
        uint256 next = epoch > running + 2 ? epoch - 1 : running + 1;
        for (; next <= epoch; ++next) {
            vm.warp(next * 1 days);
            SeatedSet memory set = _contracts.registry.seatedSet();
            bytes32 setHash = keccak256(abi.encode(set));
            if (_isKnown[setHash]) continue;
            _isKnown[setHash] = true;
            _sets[setHash] = set;
        }
        vm.warp(timestamp);
        _observe(true);
    }

    /// @dev Nobody takes a step that the rules do not know; time alone ends confinements, and nothing else.
    function _observe(bool isPassing) private {
        for (uint256 i = 0; i < _operators.length; ++i) {
            INodeRegistry.Status before = _statuses[_operators[i]];
            INodeRegistry.Status present = _contracts.registry.statusOf(_operators[i]);
            if (before == present) continue;
            uint256 followers = isPassing ? _onlyReleased(before) : _followersOf(before);
            assertTrue((followers >> uint256(present)) & 1 == 1, "an unknown step");
            _statuses[_operators[i]] = present;
            ++successes[bytes32(abi.encodePacked("step", uint8(before), uint8(present)))];
        }
    }

    function _attempt(
        bytes32 action,
        address caller,
        address target,
        bytes memory data
    ) private returns (bool succeeded) {
        bytes memory result;
        vm.prank(caller);
        (succeeded, result) = target.call(data);
        if (succeeded) {
            ++successes[action];
        } else {
            ++refusals[action];
            if (result.length < 4 || !_isExpected[bytes4(result)]) {
                assertEq(result, "", string(abi.encodePacked(action)));
                fail();
            }
        }
    }

    function _stake(address operator, uint256 amount) private {
        vm.prank(operator);
        _contracts.stakeWeight.stake(amount, 52);
    }

    function _mustRegister(address operator) private {
        bytes memory signature = _ownershipOf(operator);
        address key = vm.addr(_keys[operator]);
        vm.prank(operator);
        _contracts.registry.register(key, _endpointOf(operator), signature);
    }

    function _learn(string memory name) private {
        (address account, uint256 key) = makeAddrAndKey(name);
        _keys[account] = key;
    }

    /// @dev One of those with this status, if there are any; now and then somebody else.
    function _operatorThat(Random memory random, INodeRegistry.Status status) private view returns (address operator) {
        operator = _any(random);
        if (random.between(0, 7) == 0) return operator;
        uint256 start = random.next() % _operators.length;
        for (uint256 i = 0; i < _operators.length; ++i) {
            address other = _operators[(start + i) % _operators.length];
            if (_contracts.registry.statusOf(other) == status) return other;
        }
    }

    /// @dev One of those that are called up; anybody if there are none.
    function _calledUp(Random memory random) private view returns (address) {
        uint256 start = random.next() % _operators.length;
        for (uint256 i = 0; i < _operators.length; ++i) {
            address other = _operators[(start + i) % _operators.length];
            if (_contracts.registry.nodeOf(other).confirmBy != 0) return other;
        }
        return _any(random);
    }

    function _any(Random memory random) private view returns (address) {
        return _operators[random.next() % _operators.length];
    }

    function _ownershipOf(address operator) private view returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(_keys[operator], _contracts.identities.keyDigest(operator));
        return abi.encodePacked(r, s, v);
    }

    function _sign(uint256 key, Report memory report) private view returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, _contracts.oracle.reportDigest(report));
        return abi.encodePacked(r, s, v);
    }

    function _endpointOf(address operator) private pure returns (string memory) {
        return string.concat("https://", vm.toString(uint256(uint160(operator))), ".example");
    }

    function _anyReport(Random memory random, address operator, uint256 epoch) private pure returns (Report memory) {
        return
            Report({
                epoch: epoch,
                phase: INodeRegistry.Phase.Two,
                reporter: operator,
                setHash: bytes32(random.next()),
                configurationHash: bytes32(random.next()),
                dataHash: bytes32(random.next())
            });
    }

    /// @dev What whoever finalizes has to find out: with capped weights in Phase 2, all the same in Phase 1.
    function _mediansOf(Round memory round, SignedReport[] memory reports) private view returns (bytes memory) {
        bool isCommittee = round.phase == INodeRegistry.Phase.One;
        uint256 opening = round.epoch * 1 days;
        uint256 total = 0;
        for (uint256 i = 0; i < round.set.operators.length; ++i) {
            total += _contracts.stakeWeight.weightAt(round.set.operators[i], opening);
        }
        PlainMedians.Source[] memory sources = new PlainMedians.Source[](reports.length);
        for (uint256 i = 0; i < reports.length; ++i) {
            uint256 index = reports[i].index;
            address operator = isCommittee ? round.configuration.committee[index].operator : round.set.operators[index];
            uint256 weight = isCommittee ? 1 : _contracts.stakeWeight.weightAt(operator, opening);
            if (!isCommittee && weight > total / 10) weight = total / 10;
            sources[i] = PlainMedians.Source({ operator: operator, weight: weight, data: reports[i].data });
        }
        return PlainMedians.pack(sources, round.set.operators);
    }

    /// @dev A call that `caller` has no right to.
    function _forbidden(Random memory random, address caller) private view returns (address, bytes memory) {
        address operator = _any(random);
        address victim = operator == caller ? _parties.funder : operator;
        uint256 choice = random.between(0, 14);
        if (choice < 7) return (address(_contracts.registry), _forbiddenInRegistry(choice, caller, victim));
        if (choice < 11) return (address(_contracts.rewards), _forbiddenInRewards(choice - 7, victim));
        if (choice == 14) {
            ITransparentUpgradeableProxy proxy = ITransparentUpgradeableProxy(address(_contracts.registry));
            return (_parties.registryAdmin, abi.encodeCall(ProxyAdmin.upgradeAndCall, (proxy, address(this), "")));
        }
        if (choice == 13) return (address(_contracts.identities), abi.encodeCall(INodeIdentities.release, (victim)));
        Configuration memory configuration = _contracts.oracle.configurationAt(block.timestamp / 1 days);
        bytes memory data =
            choice == 12
                ? abi.encodeCall(IPerformanceOracle.setConfiguration, (configuration))
                : abi.encodeCall(IPerformanceOracle.commit, (victim, bytes32(uint256(1))));
        return (address(_contracts.oracle), data);
    }

    function _forbiddenInRegistry(uint256 choice, address caller, address victim) private view returns (bytes memory) {
        if (choice == 0) return abi.encodeCall(INodeRegistry.deactivate, (victim));
        if (choice == 1) return abi.encodeCall(INodeRegistry.expel, (victim));
        if (choice == 2) return abi.encodeCall(INodeRegistry.setAllowed, (caller, true));
        if (choice == 3) return abi.encodeCall(INodeRegistry.setTargets, (1, 0));
        if (choice == 4) return abi.encodeCall(INodeRegistry.setPhase, (INodeRegistry.Phase.Two));
        if (choice == 5) return abi.encodeCall(NodeRegistry.initialize, (caller));
        Scoring memory scoring;
        uint256 epoch = block.timestamp / 1 days - 1;
        return abi.encodeCall(INodeRegistry.applyScores, (epoch, scoring, _contracts.registry.thresholds()));
    }

    function _forbiddenInRewards(uint256 choice, address victim) private view returns (bytes memory) {
        uint256 epoch = block.timestamp / 1 days;
        INodeRewards.Offence offence = INodeRewards.Offence.Confinement;
        if (choice == 0) return abi.encodeCall(INodeRewards.proposeSlash, (victim, epoch, offence, 100));
        if (choice == 1) return abi.encodeCall(INodeRewards.vetoSlash, (victim, epoch, offence));
        if (choice == 2) return abi.encodeCall(INodeRewards.pause, ());
        Outcome memory outcome;
        PayTerms memory terms;
        return abi.encodeCall(INodeRewards.settle, (epoch - 1, outcome, terms));
    }

    /// @dev One bit per status that may follow within one call.
    function _followersOf(INodeRegistry.Status status) private pure returns (uint256) {
        uint256 standby = 1 << uint256(INodeRegistry.Status.Standby);
        uint256 reserved = 1 << uint256(INodeRegistry.Status.Reserved);
        uint256 active = 1 << uint256(INodeRegistry.Status.Active);
        uint256 confined = 1 << uint256(INodeRegistry.Status.Confined);
        uint256 deactivated = 1 << uint256(INodeRegistry.Status.Deactivated);
        if (status == INodeRegistry.Status.None) return standby;
        if (status == INodeRegistry.Status.Standby) return reserved | active | deactivated;
        if (status == INodeRegistry.Status.Reserved) return active | confined | deactivated;
        if (status == INodeRegistry.Status.Active) return confined | deactivated;
        if (status == INodeRegistry.Status.Confined) return reserved | active | deactivated;
        return standby;
    }

    function _onlyReleased(INodeRegistry.Status status) private pure returns (uint256) {
        return status == INodeRegistry.Status.Confined ? 1 << uint256(INodeRegistry.Status.Reserved) : 0;
    }

    /// @dev Every error by which a call of this handler may be refused.
    function _errors() private pure returns (bytes4[] memory errors) {
        errors = new bytes4[](34);
        errors[0] = INodeRegistry.WrongStatus.selector;
        errors[1] = INodeRegistry.TooEarlyToReturn.selector;
        errors[2] = INodeRegistry.StakeNotQualified.selector;
        errors[3] = INodeRegistry.AlreadyCalledUp.selector;
        errors[4] = INodeRegistry.NoFreePlace.selector;
        errors[5] = INodeRegistry.NoFreeSeat.selector;
        errors[6] = INodeRegistry.NotCalledUp.selector;
        errors[7] = INodeRegistry.CallUpExpired.selector;
        errors[8] = INodeRegistry.NotStronger.selector;
        errors[9] = INodeRegistry.TooEarlyToConfirm.selector;
        errors[10] = INodeRegistry.CallUpNotExpired.selector;
        errors[11] = INodeRegistry.StakeQualified.selector;
        errors[12] = INodeRegistry.NotInPhaseOne.selector;
        errors[13] = INodeRegistry.PhaseUnchanged.selector;
        errors[14] = IPerformanceOracle.TooEarlyToFinalize.selector;
        errors[15] = IPerformanceOracle.QuorumMissing.selector;
        errors[16] = IPerformanceOracle.DataMissing.selector;
        errors[17] = IPerformanceOracle.NoEquivocation.selector;
        errors[18] = IPerformanceOracle.WrongSigner.selector;
        errors[19] = INodeRewards.EpochFinished.selector;
        errors[20] = INodeRewards.InvalidPayout.selector;
        errors[21] = INodeRewards.SlashNotDue.selector;
        errors[22] = INodeRewards.VetoTooLate.selector;
        errors[23] = IStakeWeight.NotLocked.selector;
        errors[24] = IStakeWeight.NoActivePosition.selector;
        errors[25] = IStakeWeight.AllHeld.selector;
        errors[26] = IStakeWeight.PositionUnchanged.selector;
        errors[27] = IStakeWeight.PresetTooShort.selector;
        errors[28] = IPerformanceOracle.ImpossibleData.selector;
        errors[29] = INodeRegistry.NotAllowed.selector;
        errors[30] = IStakeWeight.PositionExists.selector;
        errors[31] = IPerformanceOracle.NobodySeated.selector;
        errors[32] = INodeRegistry.TooLateToDisplace.selector;
        errors[33] = IPerformanceOracle.EpochNotProvable.selector;
    }
}
