package org.jauap.channel.telegram;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jauap.nlp.Language;
import org.jauap.text.Texts;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;

/** The list of commands that Telegram shows, in each language. Told once per start, in the background. */
class MyCommands {

	static final List<String> NAMES = List.of("start", "ask", "my", "language", "help", "privacy");

	/** For messengers in any other language. */
	private static final Language FALLBACK = Language.RU;

	private final BotApi api;

	private final Texts texts;

	private final Link link;

	private final AtomicBoolean begun = new AtomicBoolean();

	MyCommands(BotApi api, Texts texts, Link link) {
		this.api = api;
		this.texts = texts;
		this.link = link;
	}

	void publish() {
		if (this.begun.compareAndSet(false, true)) {
			Thread.ofVirtual().name("telegram-commands").start(this::publishAll);
		}
	}

	private void publishAll() {
		List<SetMyCommands> calls = new ArrayList<>();
		calls.add(commands(FALLBACK, null));
		for (Language language : Language.values()) {
			calls.add(commands(language, language.code()));
		}
		BackOff backOff = new BackOff();
		try {
			for (SetMyCommands call : calls) {
				for (Duration wait = tell(call, backOff); wait.isPositive(); wait = tell(call, backOff)) {
					Thread.sleep(wait);
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** How long to wait before telling it again; zero: not again. */
	private Duration tell(SetMyCommands call, BackOff backOff) {
		BotAnswer answer = this.api.call("setMyCommands", call);
		boolean forGood = answer instanceof BotAnswer.No no && no.code() == 400;
		if (answer instanceof BotAnswer.Yes) {
			this.link.works(Link.Part.COMMANDS);
			backOff.reset();
			return Duration.ZERO;
		}
		this.link.fails(Link.Part.COMMANDS, "the list of commands could not be set: " + answer);
		return forGood ? Duration.ZERO
				: (answer instanceof BotAnswer.No no && no.code() == 429) ? no.retryAfter() : backOff.next();
	}

	private SetMyCommands commands(Language language, @Nullable String code) {
		List<BotCommand> commands = NAMES.stream()
			.map(name -> new BotCommand(name, this.texts.text(language, "command." + name)))
			.toList();
		return SetMyCommands.builder().commands(commands).languageCode(code).build();
	}

}
