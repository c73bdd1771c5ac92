package org.jauap.operations;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/**
 * Tries the port before anything else is done: the server itself is started last, and who starts the gateway for the
 * first time should not wait for a model to be trained before hearing that the port is taken.
 */
class PortIsFree implements ApplicationListener<ApplicationPreparedEvent> {

	@Override
	public void onApplicationEvent(ApplicationPreparedEvent prepared) {
		Environment environment = prepared.getApplicationContext().getEnvironment();
		int port = environment.getProperty("server.port", Integer.class, 8080);
		if (port > 0 && prepared.getApplicationContext() instanceof WebServerApplicationContext) {
			attempt(port, environment.getProperty("server.address", InetAddress.class));
		}
	}

	private static void attempt(int port, @Nullable InetAddress address) {
		try (ServerSocket socket = new ServerSocket()) {
			socket.bind(new InetSocketAddress(address, port));
		}
		catch (IOException ex) {
			throw new PortInUseException(port, ex);
		}
	}

}
