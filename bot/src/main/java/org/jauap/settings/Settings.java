package org.jauap.settings;

import java.net.URI;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What every part of the gateway may need to know of its deployment.
 *
 * @param dataDir the embedded Redis' files, indexes ({@code DATA_DIR})
 * @param modelsDir where trained models are kept; {@code DATA_DIR/models} unless set
 * @param configDir catalogue, texts, calendar ({@code CONFIG_DIR}); none: {@code ./config} if there, else the jar's
 * @param publicUrl base of links in messages ({@code PUBLIC_URL})
 */
@ConfigurationProperties("jauap")
public record Settings(Path dataDir, Path modelsDir, @Nullable Path configDir, URI publicUrl) {
}
