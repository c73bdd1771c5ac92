package org.jauap.question;

import java.util.UUID;

import org.jauap.account.Official;

/**
 * Who commands, which command it is, and on what they base it.
 *
 * @param id the same id is carried out once, however often it comes in
 * @param official whose right decides
 * @param version the version the official saw; 0: whichever it is now
 * @param takesOver whether what another official holds is taken over, which only some may
 */
public record Command(String id, Official official, int version, boolean takesOver) {

	public Command {
		takesOver = takesOver && official.mayTakeOver();
	}

	/** A command that respects another official's hold. */
	public Command(String id, Official official, int version) {
		this(id, official, version, false);
	}

	/** The same command, knowing that another official holds the question; for who may not, the hold stays. */
	public Command takingOver() {
		return new Command(this.id, this.official, this.version, true);
	}

	public static Command of(Official official) {
		return new Command(UUID.randomUUID().toString(), official, 0);
	}

	public static Command of(Official official, int version) {
		return new Command(UUID.randomUUID().toString(), official, version);
	}

}
