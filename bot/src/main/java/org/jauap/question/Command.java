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

	public static Command of(Official official) {
		return new Command(UUID.randomUUID().toString(), official, 0);
	}

	public static Command of(Official official, int version) {
		return new Command(UUID.randomUUID().toString(), official, version);
	}

}
