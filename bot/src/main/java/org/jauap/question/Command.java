package org.jauap.question;

import java.util.UUID;

import org.jauap.account.Official;

/**
 * Who commands, which command it is, and on what they base it.
 *
 * @param id the same id is carried out once, however often it comes in
 * @param official whose right decides
 * @param version the version the official saw; 0: whichever it is now
 */
public record Command(String id, Official official, int version) {

	/**
	 * Whether what another official holds is taken over: by who may, and insists on the version that they saw, so that they
	 * have seen the holder too.
	 */
	boolean takesOver() {
		return this.version != 0 && this.official.mayTakeOver();
	}

	public static Command of(Official official) {
		return new Command(UUID.randomUUID().toString(), official, 0);
	}

	public static Command of(Official official, int version) {
		return new Command(UUID.randomUUID().toString(), official, version);
	}

}
