package org.jauap.operations;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.awaitility.Awaitility;
import org.jauap.Citizen;
import org.jauap.GatewayProcess;
import org.jauap.channel.Inbox;
import org.jauap.channel.Inboxes;
import org.junit.jupiter.api.Test;

import org.springframework.data.redis.core.StringRedisTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** An operator stops the gateway in the middle of its work: it ends soon, and the next start goes on where it was. */
class GracefulShutdownTests {

	private static final Path FOLDER = Path.of("target", "test-data", "stop-" + ProcessHandle.current().pid());

	private static final int CITIZENS = 1_000;

	/** What the shell says of a process that ended at signal 15, as it was asked to. */
	private static final int TERMINATED = 143;

	@Test
	void whatWaitsAtTheStopIsAnsweredOnceAfterTheNextStart() {
		GatewayProcess.prepareModel(FOLDER);
		List<Citizen> citizens = new ArrayList<>();
		try (GatewayProcess first = GatewayProcess.start(FOLDER, Map.of()).awaitReady()) {
			StringRedisTemplate redis = first.redis();
			Inbox inbox = Inboxes.on(redis);
			for (int i = 0; i < CITIZENS; i++) {
				citizens.add(new Citizen(inbox, redis, "ru"));
			}
			allAtOnceWrite(citizens);
			assertThat(citizens).as("some still wait").anyMatch(citizen -> citizen.received().isEmpty());
			Instant asked = Instant.now();
			first.terminate();
			assertThat(first.awaitEnd(Duration.ofSeconds(20))).as(first.output()).isEqualTo(TERMINATED);
			assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(20));
			assertThat(first.output()).doesNotContain(" ERROR ", "still being sent");
		}

		try (GatewayProcess second = GatewayProcess.start(FOLDER, Map.of()).awaitReady()) {
			StringRedisTemplate redis = second.redis();
			List<Citizen> same = citizens.stream()
				.map(citizen -> new Citizen(citizen.conversation(), Inboxes.on(redis), redis, "ru"))
				.toList();
			Awaitility.await()
				.atMost(Duration.ofSeconds(30))
				.pollInterval(Duration.ofMillis(500))
				.until(() -> same.stream().noneMatch(citizen -> citizen.received().isEmpty()));
			assertThat(same).allSatisfy(citizen -> assertThat(citizen.received()).singleElement()
				.asString()
				.contains("№ "));
			assertThat(redis.keys("{p*}:q:*")).hasSize(CITIZENS);
		}
	}

	private static void allAtOnceWrite(List<Citizen> citizens) {
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			citizens.forEach(citizen -> threads
				.submit(() -> citizen.writes("во дворе уже неделю не вывозят мусор, контейнеры переполнены")));
		}
	}

}
