package org.jauap.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jauap.redis.RealRedis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import org.springframework.boot.convert.DurationStyle;
import org.springframework.data.redis.core.RedisCallback;

import static org.assertj.core.api.Assertions.assertThat;

/** The container files say the same as the application: variables, ports, paths, Redis' settings, times. */
class DockerFilesTests {

	private static final Path DOCKER = Path.of("..", "docker");

	private static final Path SETTINGS = Path.of("..", "config", "application.yml");

	/** Variables that belong to Spring Boot and to the image's entry point. */
	private static final Set<String> OTHERS = Set.of("LOGGING_STRUCTURED_FORMAT_CONSOLE", "JAVA_OPTS");

	private static final int LONGEST_LISTPACK = 8192;

	@ParameterizedTest
	@ValueSource(strings = { "compose.yaml", "compose.cluster.yaml" })
	void aGatewayIsGivenOnlyVariablesThatItKnows(String file) {
		for (Map<?, ?> gateway : gateways(file)) {
			assertThat(map(gateway, "environment").keySet()).extracting(String::valueOf)
				.contains("REDIS_URL", "ADMIN_PASSWORD", "TELEGRAM_BOT_TOKEN", "PUBLIC_URL")
				.isSubsetOf(variables());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "compose.yaml", "compose.cluster.yaml" })
	void aGatewayMayNeitherWriteItsImageNorBeCutOff(String file) {
		String phase = String.valueOf(map(map(settings(), "spring"), "lifecycle").get("timeout-per-shutdown-phase"));
		for (Map<?, ?> gateway : gateways(file)) {
			assertThat(gateway.get("read_only")).isEqualTo(true);
			assertThat(list(gateway, "cap_drop")).isEqualTo(List.of("ALL"));
			assertThat(list(gateway, "tmpfs")).isEqualTo(List.of("/tmp"));
			assertThat(list(gateway, "volumes")).singleElement().asString().endsWith(":/data");
			assertThat(duration(gateway.get("stop_grace_period"))).isGreaterThanOrEqualTo(Duration.ofSeconds(40))
				.isGreaterThan(DurationStyle.detectAndParse(phase));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "compose.yaml", "compose.cluster.yaml" })
	void everyPublishedPortLeadsToTheGatewayAndStaysOnThisMachine(String file) {
		services(file).forEach((name, service) -> {
			if (isGateway(service)) {
				assertThat(list(service, "ports")).singleElement().asString().matches("127\\.0\\.0\\.1:\\d+:" + port());
			}
			else {
				assertThat(service.containsKey("ports")).as(name + " publishes a port").isFalse();
			}
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "compose.yaml", "compose.cluster.yaml" })
	void everyRedisKeepsItsFilesHasAPasswordAndIsWaitedFor(String file) {
		List<Map<?, ?>> servers = services(file).values()
			.stream()
			.filter(service -> String.valueOf(service.get("command")).contains("redis-server"))
			.toList();
		assertThat(servers).isNotEmpty();
		for (Map<?, ?> server : servers) {
			assertThat(String.valueOf(server.get("image"))).startsWith("redis:7.");
			assertThat(String.valueOf(server.get("command"))).contains("redis.conf", "--requirepass",
					"${REDIS_PASSWORD:?");
			assertThat(list(server, "volumes")).extracting(String::valueOf)
				.anyMatch(volume -> volume.endsWith(":/data"))
				.anyMatch(volume -> volume.startsWith("./redis.conf:"));
			assertThat(server.containsKey("healthcheck")).isTrue();
		}
		gateways(file).forEach(gateway -> assertThat(gateway.get("depends_on")).asString()
			.containsAnyOf("service_healthy", "service_completed_successfully"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "compose.yaml", "compose.cluster.yaml" })
	void whatMustBeFilledInStandsInTheExample(String file) {
		Set<String> example = found("(?m)^([A-Z_]+)=", read(DOCKER.resolve(".env.example")));
		assertThat(example).containsAll(found("\\$\\{([A-Z_]+):\\?", read(DOCKER.resolve(file))));
		assertThat(found("\\$\\{([A-Z_]+)", read(DOCKER.resolve(file)))).containsAll(example);
	}

	@Test
	void theClusterHasThreeMastersWithAReplicaEachAndTwoGateways() {
		assertThat(gateways("compose.cluster.yaml")).hasSize(2);
		String join = String.valueOf(services("compose.cluster.yaml").get("cluster").get("command"));
		Set<String> addresses = new TreeSet<>();
		services("compose.cluster.yaml").forEach((name, service) -> {
			if (name.startsWith("redis-")) {
				addresses.add(String.valueOf(map(map(service, "networks"), "cells").get("ipv4_address")));
			}
		});
		assertThat(addresses).hasSize(6).allMatch(address -> join.contains(address + ":6379"));
		assertThat(join).contains("--cluster-replicas 1");
		assertThat(found("@?(172[0-9.]+):6379", environment("compose.cluster.yaml", "REDIS_URL"))).hasSize(3)
			.isSubsetOf(addresses);
	}

	@Test
	void redisIsSetAsTheEmbeddedOneIs() {
		Map<String, String> conf = new HashMap<>();
		read(DOCKER.resolve("redis.conf")).lines()
			.filter(line -> !line.isBlank() && !line.startsWith("#"))
			.forEach(line -> conf.put(line.split(" ", 2)[0], line.split(" ", 2)[1].replace("\"", "")));
		assertThat(conf).containsEntry("appendonly", "yes")
			.containsEntry("appendfsync", "always")
			.containsEntry("maxmemory-policy", "noeviction")
			.containsEntry("hash-max-listpack-value", Integer.toString(LONGEST_LISTPACK));
		conf.forEach((name, value) -> {
			Properties embedded = RealRedis.empty()
				.execute((RedisCallback<Properties>) redis -> redis.serverCommands().getConfig(name));
			assertThat(embedded).containsEntry(name, value);
		});
	}

	@Test
	void theImageRunsAsNobodyInParticularAndSaysWhenItIsWell() {
		String image = read(DOCKER.resolve("Dockerfile"));
		assertThat(found("(?m)^USER (\\S+)", image)).singleElement().asString().matches("[1-9]\\d{3,}:[1-9]\\d{3,}");
		assertThat(image.indexOf("\nUSER ")).isLessThan(image.indexOf("\nENTRYPOINT "));
		assertThat(found("(?m)^EXPOSE (\\d+)", image)).containsExactly(port());
		assertThat(found("HEALTHCHECK[^\\[]+\\[\"/app/healthcheck.sh\", \"([^\"]+)\"", image))
			.containsExactly("/actuator/health/liveness");
		assertThat(map(map(map(map(settings(), "management"), "endpoint"), "health"), "probes").get("enabled"))
			.isEqualTo(true);
		assertThat(image).contains("STOPSIGNAL SIGTERM", "VOLUME /data", "exec java ");
		assertThat(DOCKER.resolve("healthcheck.sh")).isExecutable();
	}

	@Test
	void theImageSetsOnlyVariablesThatSomethingReads() {
		String image = read(DOCKER.resolve("Dockerfile"));
		String environment = image.substring(image.indexOf("\nENV "), image.indexOf("\nUSER "));
		Set<String> known = new TreeSet<>(variables());
		known.addAll(OTHERS);
		assertThat(found("([A-Z_]+)=", environment)).isNotEmpty().isSubsetOf(known);
		assertThat(environment).contains("SERVER_PORT=" + port());
	}

	@Test
	void theCacheIsMadeByTheJvmThatUsesIt() {
		String image = read(DOCKER.resolve("Dockerfile"));
		String used = image.substring(image.indexOf("\nENTRYPOINT"));
		assertThat(found("AOTCacheOutput=(\\S+)", image)).isEqualTo(found("AOTCache=(\\S+)", used));
		String made = image.substring(image.lastIndexOf("RUN ", image.indexOf("AOTCacheOutput")),
				image.indexOf("\nENV "));
		assertThat(found("(-XX:\\+Use\\w+GC)", made)).isEqualTo(found("(-XX:\\+Use\\w+GC)", used)).hasSize(1);
		assertThat(made.indexOf("FROM")).as("another stage has another JVM").isNegative();
	}

	@Test
	void whatTheImageIsBuiltFromIsSentToTheBuilder() {
		List<String> sent = read(DOCKER.resolve("Dockerfile.dockerignore")).lines()
			.filter(line -> line.startsWith("!"))
			.map(line -> line.substring(1))
			.toList();
		assertThat(sent).contains("pom.xml", "nlp-models", "bot", "config")
			.allSatisfy(path -> assertThat(Path.of("..", path)).exists());
	}

	@Test
	void theReadmeTellsOfEveryVariableAndNoOther() {
		Set<String> told = found("(?m)^\\| `([A-Z_]+)` \\|", read(DOCKER.resolve("README.md")));
		Set<String> known = new TreeSet<>(variables());
		known.addAll(OTHERS);
		assertThat(told).isEqualTo(known);
	}

	@Test
	void aWrongValueOfAnyVariableIsToldByItsName() {
		assertThat(OneLineProblem.VARIABLES.values()).containsExactlyInAnyOrderElementsOf(variables());
	}

	/** The variables that {@code config/application.yml} reads. */
	private static Set<String> variables() {
		return found("\\$\\{([A-Z_]+):", read(SETTINGS));
	}

	private static String port() {
		Matcher port = Pattern.compile("\\$\\{SERVER_PORT:(\\d+)}").matcher(read(SETTINGS));
		assertThat(port.find()).isTrue();
		return port.group(1);
	}

	private static String environment(String file, String variable) {
		return String.valueOf(map(gateways(file).getFirst(), "environment").get(variable));
	}

	private static List<Map<?, ?>> gateways(String file) {
		List<Map<?, ?>> gateways = new ArrayList<>();
		services(file).values().stream().filter(DockerFilesTests::isGateway).forEach(gateways::add);
		assertThat(gateways).isNotEmpty();
		return gateways;
	}

	private static boolean isGateway(Map<?, ?> service) {
		return "jauap".equals(service.get("image"));
	}

	private static Map<String, Map<?, ?>> services(String file) {
		Map<String, Map<?, ?>> services = new HashMap<>();
		map(yaml(DOCKER.resolve(file)), "services")
			.forEach((name, service) -> services.put(String.valueOf(name), (Map<?, ?>) service));
		return services;
	}

	private static Map<?, ?> settings() {
		return yaml(SETTINGS);
	}

	private static Map<?, ?> yaml(Path file) {
		LoaderOptions options = new LoaderOptions();
		options.setAllowDuplicateKeys(false);
		return new Yaml(new SafeConstructor(options)).load(read(file));
	}

	private static Map<?, ?> map(Map<?, ?> parent, String key) {
		assertThat(parent.get(key)).as(key).isInstanceOf(Map.class);
		return (Map<?, ?>) parent.get(key);
	}

	private static List<?> list(Map<?, ?> parent, String key) {
		assertThat(parent.get(key)).as(key).isInstanceOf(List.class);
		return (List<?>) parent.get(key);
	}

	private static Duration duration(Object value) {
		return DurationStyle.detectAndParse(String.valueOf(value));
	}

	private static Set<String> found(String pattern, String text) {
		Set<String> found = new TreeSet<>();
		Pattern.compile(pattern).matcher(text).results().forEach(match -> found.add(match.group(1)));
		return found;
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

}
