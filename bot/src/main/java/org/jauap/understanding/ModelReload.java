package org.jauap.understanding;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.jauap.nlp.InvalidDataException;
import org.jauap.redis.Feed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Takes a new model into use on all instances: the one that was asked goes first, the others follow when it went well. One that
 * is cut off from Redis at that moment keeps the old model until its next reload or start.
 */
@Component
public class ModelReload {

	private static final Logger LOG = LoggerFactory.getLogger(ModelReload.class);

	private final Model model;

	private final StringRedisTemplate redis;

	ModelReload(Model model, StringRedisTemplate redis, Feed feed) {
		this.model = model;
		this.redis = redis;
		// Training never waits for anything, so on a virtual thread it would keep the turns from theirs.
		feed.onModel(version -> Thread.ofPlatform()
			.daemon()
			.priority(Thread.MIN_PRIORITY)
			.name("model-reload")
			.start(() -> follow(version)));
	}

	/**
	 * What a reload led to.
	 *
	 * @param version the model in use now
	 * @param previous the one before
	 */
	public record Reloaded(String version, String previous) {
	}

	/**
	 * Reloads here and tells the others.
	 * @throws InvalidDataException if the data are wrong; the old model stays
	 * @throws IOException if the model's file is broken; the old model stays
	 */
	public Reloaded reload() throws IOException {
		String previous = this.model.version();
		String version = this.model.reload();
		LOG.info("Model {} is in use, before: {}", version, previous);
		this.redis.convertAndSend(Feed.MODELS, version);
		return new Reloaded(version, previous);
	}

	private void follow(String version) {
		if (version.equals(this.model.version())) {
			return;
		}
		try {
			String own = this.model.reload();
			if (!own.equals(version)) {
				LOG.warn("Another instance uses model {}, this one {}: their CONFIG_DIR differ", version, own);
			}
		}
		catch (IOException | UncheckedIOException | InvalidDataException ex) {
			LOG.warn("Another instance uses model {}, this one stays with {}: {}", version, this.model.version(),
					ex.getMessage());
		}
	}

}
