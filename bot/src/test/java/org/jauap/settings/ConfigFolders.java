package org.jauap.settings;

import java.nio.file.Path;

/** Config folders for tests without an application context. */
public final class ConfigFolders {

	private ConfigFolders() {
	}

	public static ConfigFolder of(Path folder) {
		return new ConfigFolder(
				new Settings("target/test-data", "target/models", folder.toString(), "http://localhost"));
	}

}
