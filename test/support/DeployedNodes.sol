// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { Deployed } from "./Deployed.sol";
import { NodeIdentities } from "../../contracts/nodes/NodeIdentities.sol";
import { NodeRegistry } from "../../contracts/nodes/NodeRegistry.sol";
import { NodeRewards } from "../../contracts/nodes/NodeRewards.sol";
import { PerformanceOracle } from "../../contracts/nodes/PerformanceOracle.sol";
import { Thresholds } from "../../contracts/nodes/interfaces/INodeRegistry.sol";
import { PayTerms } from "../../contracts/nodes/interfaces/INodeRewards.sol";
import { Configuration, Member } from "../../contracts/nodes/interfaces/IPerformanceOracle.sol";
import { ScoreParameters } from "../../contracts/nodes/libraries/Performance.sol";

/// @notice {Deployed} with the contracts of the nodes, and their rights in each other.
abstract contract DeployedNodes is Deployed {
    address internal immutable REGISTRAR = makeAddr("registrar");
    address internal immutable GUARDIAN = makeAddr("guardian");

    NodeIdentities internal identities;
    NodeRegistry internal registry;
    NodeRewards internal nodeRewards;
    PerformanceOracle internal oracle;

    function setUp() public virtual override {
        super.setUp();
        vm.startPrank(DEPLOYER);
        identities = NodeIdentities(
            _proxied(address(new NodeIdentities()), abi.encodeCall(NodeIdentities.initialize, (ADMIN)))
        );
        registry = NodeRegistry(
            _proxied(
                address(new NodeRegistry(stakeWeight, identities)),
                abi.encodeCall(NodeRegistry.initialize, (ADMIN))
            )
        );
        nodeRewards = NodeRewards(
            _proxied(address(new NodeRewards(distributor)), abi.encodeCall(NodeRewards.initialize, (ADMIN)))
        );
        oracle = PerformanceOracle(
            _proxied(
                address(new PerformanceOracle(registry, identities, nodeRewards)),
                abi.encodeCall(PerformanceOracle.initialize, (ADMIN, _configuration()))
            )
        );
        for (uint256 i = 0; i < 4; ++i) _proxyAdminOf(_nodeContracts()[i]).transferOwnership(ADMIN);
        vm.stopPrank();
        _grantNodeRoles();
    }

    function _grantNodeRoles() private {
        vm.startPrank(ADMIN);
        identities.grantRole(identities.REGISTRY_ROLE(), address(registry));
        registry.grantRole(registry.ORACLE_ROLE(), address(oracle));
        registry.grantRole(registry.REGISTRAR_ROLE(), REGISTRAR);
        registry.grantRole(registry.PAUSER_ROLE(), PAUSER);
        nodeRewards.grantRole(nodeRewards.ORACLE_ROLE(), address(oracle));
        nodeRewards.grantRole(nodeRewards.GUARDIAN_ROLE(), GUARDIAN);
        nodeRewards.grantRole(nodeRewards.PAUSER_ROLE(), PAUSER);
        oracle.grantRole(oracle.PAUSER_ROLE(), PAUSER);
        stakeWeight.grantRole(stakeWeight.SLASHER_ROLE(), address(nodeRewards));
        vm.stopPrank();
    }

    function _nodeContracts() internal view returns (address[4] memory) {
        return [address(identities), address(registry), address(nodeRewards), address(oracle)];
    }

    /// @dev As parameters/local.json has it, with a committee whose keys are known; three members operate a node each.
    function _configuration() internal returns (Configuration memory configuration) {
        configuration.score = ScoreParameters({
            uptimeWeight: 1e18,
            latencyWeight: 1e18,
            goodLatencyMs: 250,
            badLatencyMs: 2000
        });
        configuration.thresholds = Thresholds({ confinement: 0.8e18, promotion: 0.9e18, activeFloor: 11 });
        configuration.pay = PayTerms({
            baseBps: 5000,
            reservedBps: 5000,
            shareCapBps: 1000,
            slashBps: 10,
            equivocationSlashBps: 100
        });
        configuration.committee = new Member[](7);
        for (uint256 i = 0; i < 7; ++i) {
            configuration.committee[i].reporter = makeAddr(string.concat("member ", vm.toString(i)));
        }
        for (uint256 i = 0; i < 3; ++i) {
            configuration.committee[i].operator = makeAddr(string.concat("operator ", vm.toString(i)));
        }
    }
}
