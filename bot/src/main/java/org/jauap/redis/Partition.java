package org.jauap.redis;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/**
 * One of the {@value #COUNT} cells that all data is divided into, by conversation. Its number is the hash tag of every
 * key that a change touches, so that each change is one script in one slot, on one node and on a cluster alike.
 */
public record Partition(int number) {

	/** Fixed for ever at installation: a question's number contains its partition. */
	public static final int COUNT = 64;

	private static final List<Partition> ALL = IntStream.range(0, COUNT).mapToObj(Partition::new).toList();

	public Partition {
		if (number < 0 || number >= COUNT) {
			throw new IllegalArgumentException("no partition " + number);
		}
	}

	/** The partition that keeps everything of the conversation with this id. */
	public static Partition of(String conversationId) {
		CRC32 crc = new CRC32();
		crc.update(conversationId.getBytes(StandardCharsets.UTF_8));
		return ALL.get((int) (crc.getValue() % COUNT));
	}

	public static List<Partition> all() {
		return ALL;
	}

	/** The full name of a key in this cell, e.g. {@code key("in")} is {@code {p7}:in}. */
	public String key(String name) {
		return "{p" + this.number + "}:" + name;
	}

}
