// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { IAccessControlEnumerable } from "@openzeppelin/contracts/access/extensions/IAccessControlEnumerable.sol";
import { INodeRegistry, SeatedSet } from "../../contracts/nodes/interfaces/INodeRegistry.sol";
import { DeployedNodes } from "../support/DeployedNodes.sol";
import { NodeHandler } from "./NodeHandler.sol";

/// @notice The numbered invariants of docs/invariants.md that concern nodes, after every call of a {NodeHandler} that acts as
/// everybody.
contract NodeInvariantsTest is DeployedNodes {
    uint256 private constant OPERATORS = 26;

    /// @dev As the storage test has it: carried and open epoch, payments, then the fundings by epoch.
    uint256 private constant REWARDS_ROOT = 0xaabad6cc5e42dbd75080182ceb882f7088df22cb49ab4f305636bd43c4ceb700;

    NodeHandler private handler;
    address[] private operators;
    address[4] private implementations;

    function setUp() public override {
        super.setUp();
        for (uint256 i = 0; i < OPERATORS; ++i) {
            operators.push(makeAddr(string.concat("operator ", vm.toString(i))));
            _equip(operators[i], 1 << 90);
        }
        address funder = makeAddr("funder");
        _equip(funder, 1 << 95);
        vm.prank(funder);
        token.approve(address(nodeRewards), type(uint256).max);
        handler = new NodeHandler(
            NodeHandler.Contracts({
                stakeWeight: stakeWeight,
                token: token,
                identities: identities,
                registry: registry,
                rewards: nodeRewards,
                oracle: oracle
            }),
            NodeHandler.Parties({
                admin: ADMIN,
                registrar: REGISTRAR,
                guardian: GUARDIAN,
                funder: funder,
                stranger: makeAddr("stranger"),
                registryAdmin: address(_proxyAdminOf(address(registry)))
            }),
            operators
        );
        handler.populate();
        for (uint256 i = 0; i < 4; ++i) implementations[i] = _implementationOf(_nodeContracts()[i]);
        targetContract(address(handler));
        targetSelector(FuzzSelector({ addr: address(handler), selectors: _selectors() }));
    }

    /// forge-config: default.invariant.runs = 6
    /// forge-config: default.invariant.depth = 150
    function invariant_9_everyNodeHasOneStatus() public view {
        address[] memory holders = registry.seatHolders();
        uint256[6] memory tally;
        uint256 calledUpNodes = 0;
        for (uint256 i = 0; i < OPERATORS; ++i) {
            INodeRegistry.Node memory node = registry.nodeOf(operators[i]);
            ++tally[uint256(node.status)];
            bool isServing = node.status == INodeRegistry.Status.Active || node.status == INodeRegistry.Status.Reserved;
            assertEq(node.isSeated, isServing);
            bool isCalledUp = node.confirmBy != 0;
            if (isCalledUp) {
                ++calledUpNodes;
                assertTrue(node.status == INodeRegistry.Status.Standby);
            }
            bool hasSeat = isServing || isCalledUp || node.status == INodeRegistry.Status.Confined;
            assertEq(_seatsOf(holders, operators[i]), hasSeat ? 1 : 0);
            if (node.status == INodeRegistry.Status.Confined) assertGt(node.returnsAt, block.timestamp);
        }
        (uint256 active, uint256 reserved, uint256 confined, uint256 calledUp) = registry.counts();
        assertLe(active, 15);
        assertEq(active, tally[uint256(INodeRegistry.Status.Active)]);
        assertEq(reserved, tally[uint256(INodeRegistry.Status.Reserved)]);
        assertEq(confined, tally[uint256(INodeRegistry.Status.Confined)]);
        assertEq(calledUp, calledUpNodes);
        assertEq(_seatsOf(holders, address(0)), 32 - active - reserved - confined - calledUp);
        _assertSet(holders, active, reserved);
    }

    /// forge-config: default.invariant.runs = 6
    /// forge-config: default.invariant.depth = 150
    function invariant_10_payIsCoveredAndConserved() public view {
        uint256 funded = nodeRewards.totalFunded();
        uint256 paid = nodeRewards.totalPaid();
        assertEq(funded, handler.totalFunded());
        assertEq(paid, handler.totalPaid());
        uint256 owed = 0;
        for (uint256 i = 0; i < OPERATORS; ++i) {
            owed += nodeRewards.owedTo(operators[i]);
            assertEq(stakeWeight.heldOf(operators[i]), handler.heldOf(operators[i]));
            assertLe(handler.heldOf(operators[i]), stakeWeight.positionOf(operators[i]).amount);
        }
        assertEq(owed + paid, handler.totalEarned());
        assertEq(owed + _unspent() + paid, funded);
        assertEq(token.balanceOf(address(nodeRewards)), funded - paid + handler.stray());
        // What was slashed is the stakers'.
        assertEq(distributor.totalFunded(), handler.totalSlashed());
        assertEq(token.balanceOf(address(distributor)), handler.totalSlashed());
    }

    /// forge-config: default.invariant.runs = 6
    /// forge-config: default.invariant.depth = 150
    function invariant_11_onlyRolesAndOperatorsChangeThings() public view {
        for (uint256 i = 0; i < 4; ++i) {
            address proxy = _nodeContracts()[i];
            assertEq(_implementationOf(proxy), implementations[i]);
            assertEq(_proxyAdminOf(proxy).owner(), ADMIN);
            _assertOnly(proxy, 0, ADMIN);
        }
        _assertOnly(address(identities), identities.REGISTRY_ROLE(), address(registry));
        _assertOnly(address(registry), registry.ORACLE_ROLE(), address(oracle));
        _assertOnly(address(registry), registry.REGISTRAR_ROLE(), REGISTRAR);
        _assertOnly(address(nodeRewards), nodeRewards.ORACLE_ROLE(), address(oracle));
        _assertOnly(address(nodeRewards), nodeRewards.GUARDIAN_ROLE(), GUARDIAN);
        _assertOnly(address(stakeWeight), stakeWeight.SLASHER_ROLE(), address(nodeRewards));
        for (uint256 i = 0; i < OPERATORS; ++i) {
            address payout = handler.payouts(operators[i]);
            assertEq(nodeRewards.payoutOf(operators[i]), payout == address(0) ? operators[i] : payout);
        }
        assertFalse(registry.paused());
        assertFalse(nodeRewards.paused());
        assertFalse(oracle.paused());
    }

    /// @dev All of the above after every call of one campaign, which the deep profile runs in their place: it repeats no
    /// sequence of calls for each invariant.
    function invariant_together() public view {
        invariant_9_everyNodeHasOneStatus();
        invariant_10_payIsCoveredAndConserved();
        invariant_11_onlyRolesAndOperatorsChangeThings();
    }

    /// @dev A handler that never got anywhere would break no invariant either.
    function test_TheHandlerGetsEverywhere() public {
        bytes4[] memory selectors = _selectors();
        for (uint256 i = 0; i < 1500; ++i) {
            uint256 seed = uint256(keccak256(abi.encode(i)));
            bytes4 selector = selectors[seed % selectors.length];
            (bool succeeded, ) = address(handler).call(abi.encodeWithSelector(selector, seed));
            assertTrue(succeeded);
        }
        bytes32[28] memory actions = _actions();
        for (uint256 i = 0; i < actions.length; ++i) {
            assertGt(handler.successes(actions[i]), 0, string(abi.encodePacked(actions[i])));
        }
        _assertStepsTaken();
        invariant_9_everyNodeHasOneStatus();
        invariant_10_payIsCoveredAndConserved();
        invariant_11_onlyRolesAndOperatorsChangeThings();
    }

    function _assertStepsTaken() private view {
        uint8[2][9] memory steps = [[1, 2], [1, 5], [2, 3], [2, 4], [2, 5], [3, 4], [3, 5], [4, 2], [5, 1]];
        for (uint256 i = 0; i < steps.length; ++i) {
            bytes32 step = bytes32(abi.encodePacked("step", steps[i][0], steps[i][1]));
            assertGt(handler.successes(step), 0, vm.toString(step));
        }
    }

    /// @dev What is carried, and the fundings that are not.
    function _unspent() private view returns (uint256 sum) {
        uint256 word = uint256(vm.load(address(nodeRewards), bytes32(REWARDS_ROOT)));
        sum = uint96(word);
        uint256 openEpoch = uint40(word >> 96);
        uint256 count = handler.fundedEpochCount();
        for (uint256 i = 0; i < count; ++i) {
            uint256 epoch = handler.fundedEpochs(i);
            if (epoch < openEpoch) continue;
            sum += uint256(vm.load(address(nodeRewards), keccak256(abi.encode(epoch, REWARDS_ROOT + 2))));
        }
    }

    function _assertSet(address[] memory holders, uint256 active, uint256 reserved) private view {
        SeatedSet memory set = registry.seatedSet();
        assertEq(set.active & set.reserved, 0);
        assertEq(set.operators.length, active + reserved);
        uint256 next = 0;
        for (uint256 seat = 0; seat < 32; ++seat) {
            bool isActive = (set.active >> seat) & 1 == 1;
            if (!isActive && (set.reserved >> seat) & 1 == 0) continue;
            assertEq(set.operators[next++], holders[seat]);
            INodeRegistry.Status status = registry.statusOf(holders[seat]);
            assertTrue(status == (isActive ? INodeRegistry.Status.Active : INodeRegistry.Status.Reserved));
        }
        assertEq(next, active + reserved);
        assertEq((set.active | set.reserved) >> 32, 0);
    }

    function _assertOnly(address target, bytes32 role, address holder) private view {
        assertEq(IAccessControlEnumerable(target).getRoleMemberCount(role), 1);
        assertEq(IAccessControlEnumerable(target).getRoleMember(role, 0), holder);
    }

    function _seatsOf(address[] memory holders, address operator) private pure returns (uint256 seats) {
        for (uint256 i = 0; i < holders.length; ++i) if (holders[i] == operator) ++seats;
    }

    function _actions() private pure returns (bytes32[28] memory) {
        return
            [
                bytes32("register"),
                "callUp",
                "displace",
                "confirm",
                "deactivateMissed",
                "deactivateUnqualified",
                "remove",
                "leave",
                "update",
                "setTargets",
                "setPhase",
                "unlock",
                "relock",
                "finalize",
                "finalizeLate",
                "phaseOne",
                "phaseTwo",
                "noScore",
                "slashed",
                "equivocate",
                "fund",
                "fundStrayTokens",
                "rollOver",
                "claim",
                "setPayout",
                "executeSlash",
                "vetoSlash",
                "trespass"
            ];
    }

    function _selectors() private pure returns (bytes4[] memory selectors) {
        selectors = new bytes4[](25);
        selectors[0] = NodeHandler.register.selector;
        selectors[1] = NodeHandler.callUp.selector;
        selectors[2] = NodeHandler.confirm.selector;
        selectors[3] = NodeHandler.deactivateMissed.selector;
        selectors[4] = NodeHandler.deactivateUnqualified.selector;
        selectors[5] = NodeHandler.remove.selector;
        selectors[6] = NodeHandler.leave.selector;
        selectors[7] = NodeHandler.update.selector;
        selectors[8] = NodeHandler.setTargets.selector;
        selectors[9] = NodeHandler.setPhase.selector;
        selectors[10] = NodeHandler.unlock.selector;
        selectors[11] = NodeHandler.restake.selector;
        selectors[12] = NodeHandler.finishEpoch.selector;
        selectors[13] = NodeHandler.finishEpochs.selector;
        selectors[14] = NodeHandler.equivocate.selector;
        selectors[15] = NodeHandler.fund.selector;
        selectors[16] = NodeHandler.donate.selector;
        selectors[17] = NodeHandler.rollOver.selector;
        selectors[18] = NodeHandler.claim.selector;
        selectors[19] = NodeHandler.setPayout.selector;
        selectors[20] = NodeHandler.executeSlash.selector;
        selectors[21] = NodeHandler.vetoSlash.selector;
        selectors[22] = NodeHandler.trespass.selector;
        selectors[23] = NodeHandler.passHours.selector;
        selectors[24] = NodeHandler.passDays.selector;
    }
}
