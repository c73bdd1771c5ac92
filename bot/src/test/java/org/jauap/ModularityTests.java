package org.jauap;

import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModules;

/** The packages' boundaries: no cycles, and nobody reaches into another package's inside. */
class ModularityTests {

	@Test
	void everyPackageIsEnteredThroughItsDoor() {
		ApplicationModules.of(Jauap.class).verify();
	}

}
