package org.jauap.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.jauap.StartupProblem;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * The deployment's own files: {@code CONFIG_DIR}, else {@code ./config} if it is there; whatever file is missing there
 * is taken from what the jar carries.
 */
@Component
public class ConfigFolder {

	private final Optional<Path> folder;

	ConfigFolder(Settings settings) {
		settings.configDir().filter(configured -> !Files.isDirectory(configured)).ifPresent(missing -> {
			throw new StartupProblem(
					"CONFIG_DIR is '" + missing + "', which is not a folder: create it or correct CONFIG_DIR");
		});
		this.folder = settings.configDir().or(() -> Optional.of(Path.of("config")).filter(Files::isDirectory));
	}

	/** The folder itself, for what may be extended with any number of files; empty when only the jar's files apply. */
	public Optional<Path> path() {
		return this.folder;
	}

	/** One file by its name relative to the folder. */
	public Resource file(String name) {
		return this.folder.map(path -> path.resolve(name))
			.filter(Files::isRegularFile)
			.<Resource>map(FileSystemResource::new)
			.orElseGet(() -> new ClassPathResource("config/" + name));
	}

	/** What the jar carries under this name, whatever the folder holds. */
	public Resource builtIn(String name) {
		return new ClassPathResource("config/" + name);
	}

}
