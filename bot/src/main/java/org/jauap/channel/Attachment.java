package org.jauap.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Something a citizen sent beside text. The file itself stays with the channel until an official opens it.
 *
 * @param kind {@code photo}, {@code document}, {@code voice}, {@code audio}, {@code video}, {@code location} or
 * {@code contact}
 * @param fileId the channel's reference to the file; empty for a location
 * @param name file name, if the citizen's messenger gave one
 * @param mimeType media type, if known
 * @param size bytes, if known
 * @param latitude degrees, of a location
 * @param longitude degrees, of a location
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Attachment(String kind, String fileId, @Nullable String name, @Nullable String mimeType,
		@Nullable Long size, @Nullable Double latitude, @Nullable Double longitude) {

	public static Attachment file(String kind, String fileId, @Nullable String name, @Nullable String mimeType,
			@Nullable Long size) {
		return new Attachment(kind, fileId, name, mimeType, size, null, null);
	}

	public static Attachment location(double latitude, double longitude) {
		return new Attachment("location", "", null, null, null, latitude, longitude);
	}

}
