package org.jauap.api;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** A stretch of a list; {@code next} is the cursor from which it goes on, none at the end. */
record Listing<T>(List<T> items, @Nullable String next) {

	static <T> Listing<T> whole(List<T> items) {
		return new Listing<>(items, null);
	}

}
