package org.jauap.conversation;

import java.util.List;

import org.springframework.stereotype.Component;

/** The dialogue: asks the topics in order, the first one that fits answers. Pure. */
@Component
class Dialogue {

	private final List<Topic> topics;

	Dialogue(List<Topic> topics) {
		this.topics = topics;
	}

	Outcome answer(Turn turn) {
		return this.topics.stream()
			.flatMap(topic -> topic.answer(turn).stream())
			.findFirst()
			.orElseGet(() -> Outcome.silence(turn.state()));
	}

}
