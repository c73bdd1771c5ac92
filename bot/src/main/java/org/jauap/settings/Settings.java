package org.jauap.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.jauap.StartupProblem;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What every part of the gateway may need to know of its deployment. Folders come as text: Spring would look for a
 * {@link Path} such as {@code ../data} among the web application's resources.
 */
@ConfigurationProperties("jauap")
public final class Settings {

	private final Path dataDir;

	private final Path modelsDir;

	private final Optional<Path> configDir;

	private final URI publicUrl;

	Settings(String dataDir, String modelsDir, @Nullable String configDir, String publicUrl) {
		this.dataDir = Path.of(dataDir);
		this.modelsDir = Path.of(modelsDir);
		this.configDir = Optional.ofNullable(configDir).filter(folder -> !folder.isBlank()).map(Path::of);
		this.publicUrl = webAddress(publicUrl);
	}

	/** The embedded Redis' files, indexes ({@code DATA_DIR}). */
	public Path dataDir() {
		return this.dataDir;
	}

	/** Where trained models are kept; {@code DATA_DIR/models} unless set. */
	public Path modelsDir() {
		return this.modelsDir;
	}

	/** Catalogue, texts, calendar ({@code CONFIG_DIR}); empty: {@code ./config} if there, else the jar's. */
	public Optional<Path> configDir() {
		return this.configDir;
	}

	/** Base of links in messages ({@code PUBLIC_URL}). */
	public URI publicUrl() {
		return this.publicUrl;
	}

	private static URI webAddress(String value) {
		try {
			URI address = new URI(value.strip());
			if (List.of("http", "https").contains(address.getScheme()) && address.getHost() != null) {
				return address;
			}
		}
		catch (URISyntaxException ex) {
			// Said below.
		}
		throw new StartupProblem("PUBLIC_URL is '" + value
				+ "': give the http:// or https:// address at which people reach this gateway, or leave it unset");
	}

}
