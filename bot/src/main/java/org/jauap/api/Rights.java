package org.jauap.api;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import org.jauap.account.Role;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Reads the rights that an administrator gives. */
@Component
class Rights {

	private final Readable readable;

	Rights(Readable readable) {
		this.readable = readable;
	}

	static Role role(@Nullable String code) {
		return Role.of(String.valueOf(code))
			.orElseThrow(() -> Problems.field("role", "must be one of "
					+ Arrays.stream(Role.values()).map(Role::code).collect(Collectors.joining(", "))));
	}

	Set<String> agencies(@Nullable Set<String> given) {
		return (given == null) ? Set.of()
				: given.stream()
					.map(agency -> this.readable.known("agencies", String.valueOf(agency)))
					.collect(Collectors.toUnmodifiableSet());
	}

}
