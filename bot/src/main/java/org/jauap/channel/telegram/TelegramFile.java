package org.jauap.channel.telegram;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

import okhttp3.Response;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.AbstractResource;

/** A citizen's file, fetched from Telegram when it is read, each time anew. */
class TelegramFile extends AbstractResource {

	private final BotApi api;

	private final String path;

	private final long size;

	private final @Nullable String name;

	/**
	 * @param size -1 if unknown
	 * @param name as the citizen's messenger called it
	 */
	TelegramFile(BotApi api, String path, long size, @Nullable String name) {
		this.api = api;
		this.path = path;
		this.size = size;
		this.name = name;
	}

	@Override
	public InputStream getInputStream() throws IOException {
		Response response = this.api.download(this.path);
		if (!response.isSuccessful()) {
			response.close();
			throw new FileNotFoundException("Telegram no longer has the file (HTTP " + response.code() + ")");
		}
		return response.body().byteStream();
	}

	@Override
	public long contentLength() throws IOException {
		return (this.size >= 0) ? this.size : super.contentLength();
	}

	@Override
	public boolean exists() {
		return true;
	}

	@Override
	public String getFilename() {
		return (this.name == null) ? this.path.substring(this.path.lastIndexOf('/') + 1) : this.name;
	}

	@Override
	public String getDescription() {
		return "a file in Telegram";
	}

}
