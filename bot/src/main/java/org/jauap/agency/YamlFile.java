package org.jauap.agency;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.jauap.StartupProblem;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

import org.springframework.core.io.Resource;

/** A YAML file whose mistakes are told to the operator in one line that names the file and, where known, the line. */
record YamlFile(String name, Map<?, ?> root) {

	static YamlFile read(Resource resource) {
		String name = String.valueOf(resource.getFilename());
		LoaderOptions options = new LoaderOptions();
		options.setAllowDuplicateKeys(false);
		try (Reader reader = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
			Object root = new Yaml(new SafeConstructor(options)).load(reader);
			if (root instanceof Map<?, ?> map) {
				return new YamlFile(name, map);
			}
			throw new StartupProblem(name + ": is empty or not a mapping; start from the example in config/" + name);
		}
		catch (MarkedYAMLException ex) {
			int line = (ex.getProblemMark() != null) ? ex.getProblemMark().getLine() + 1 : 0;
			throw new StartupProblem(name + ", line " + line + ": " + ex.getProblem() + "; correct it and start again",
					ex);
		}
		catch (YAMLException ex) {
			throw new StartupProblem(name + " is not YAML in UTF-8 (" + String.valueOf(ex.getMessage()).lines().findFirst().orElse("")
					+ "); correct it and start again", ex);
		}
		catch (IOException ex) {
			throw new StartupProblem(name + " can't be read (" + ex.getMessage() + "): put it into CONFIG_DIR", ex);
		}
	}

	StartupProblem problem(String where, String whatAndHowToMend) {
		return new StartupProblem(this.name + ", " + where + ": " + whatAndHowToMend);
	}

}
