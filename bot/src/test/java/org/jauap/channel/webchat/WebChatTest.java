package org.jauap.channel.webchat;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;

/** The whole gateway on a port of its own, with the embedded Redis; one for all tests of the web chat. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "jauap.data-dir=target/test-data/web-chat", "jauap.models-dir=target/models",
				"jauap.config-dir=../config", "server.shutdown=immediate" })
@interface WebChatTest {

}
