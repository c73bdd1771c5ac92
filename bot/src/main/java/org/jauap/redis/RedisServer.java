package org.jauap.redis;

import org.jspecify.annotations.Nullable;

/** The Redis that is used, and whether it is ours to stop. */
record RedisServer(RedisUrl url, @Nullable EmbeddedRedis embedded) implements AutoCloseable {

	@Override
	public void close() {
		if (this.embedded != null) {
			this.embedded.close();
		}
	}

}
